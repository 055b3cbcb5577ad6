package io.proctemplate.domain.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the audit a list is about; each restriction that is not null narrows it.
 *
 * <pre>{@code
 * AuditFilter all = AuditFilter.of(2);
 * AuditFilter deletions =
 *         new AuditFilter(2L, null, null, "alice", null, AuditAction.DELETE, null, null, null, null);
 * }</pre>
 *
 * @param businessId the business, or {@link AuditEvent#NO_BUSINESS} for what belongs to none
 * @param requestId the id of the request that did it, as its client may have chosen it
 * @param serverRequestId the server's own id of the request that did it
 * @param user the user it was done for
 * @param app the application that called
 * @param objectIds ids of objects; each kind of object counts its own
 * @param since the first instant that fits
 * @param until the first instant after those that fit
 * @since 0.1.0
 */
public record AuditFilter(
        @Nullable Long businessId,
        @Nullable String requestId,
        @Nullable String serverRequestId,
        @Nullable String user,
        @Nullable String app,
        @Nullable AuditAction action,
        @Nullable AuditedType objectType,
        @Nullable List<Long> objectIds,
        @Nullable Instant since,
        @Nullable Instant until) {
    public AuditFilter {
        objectIds = objectIds == null ? null : List.copyOf(objectIds);
    }

    /** Everything that was done in a business. */
    public static AuditFilter of(long businessId) {
        return new AuditFilter(businessId, null, null, null, null, null, null, null, null, null);
    }
}
