package io.proctemplate.domain.access;

import io.proctemplate.domain.template.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One right of a user; null stands for any.
 *
 * <pre>{@code
 * Grant grant = new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 2L, null); // anywhere in business 2
 * boolean covered = grant.covers(Action.EDIT_BIZ_SERVICE_TEMPLATE, new Scope(2, 57)); // true
 * }</pre>
 *
 * @param action what may be done
 * @param businessId in which business
 * @param serviceTemplateId on which service template; a right that names one does not reach standalone templates
 * @since 0.1.0
 */
public record Grant(
        @Nullable Action action,
        @Nullable Long businessId,
        @Nullable Long serviceTemplateId) {

    public Grant {
        if (isNoId(businessId) || isNoId(serviceTemplateId)) {
            throw new IllegalArgumentException("no ids: " + businessId + ", " + serviceTemplateId);
        }
    }

    /** A right that named 0, the scope of the standalone templates, would pass for one on the whole business. */
    private static boolean isNoId(@Nullable Long id) {
        return id != null && id < 1;
    }

    /** Whether this right lets {@code wanted} be done in {@code scope}. */
    public boolean covers(Action wanted, Scope scope) {
        return (action == null || action == wanted)
                && (businessId == null || businessId == scope.businessId())
                && (serviceTemplateId == null || serviceTemplateId == scope.serviceTemplateId());
    }

    /** Whether who has this right may know that {@code scope} is there: it is a right, to whatever, in its business. */
    public boolean reveals(Scope scope) {
        return businessId == null
                ? serviceTemplateId == null || serviceTemplateId == scope.serviceTemplateId()
                : businessId == scope.businessId();
    }
}
