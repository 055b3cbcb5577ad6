package io.proctemplate.application.api;

import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which service templates are asked for. */
public final class ServiceTemplateQuery {
    private ServiceTemplateQuery() {}

    /**
     * One.
     *
     * @param businessId the business the service template must be of, null for any the caller may read
     */
    public record ById(long id, @Nullable Long businessId, Violations warnings) {}

    /** Those that fit. */
    public record Some(ServiceTemplateFilter filter, Page<OfServiceTemplate> page, Violations warnings) {

        /** Where the caller must have the right to read: each service template named, or the whole business. */
        public List<Scope> scopes() {
            return filter.ids() == null
                    ? List.of(Scope.standalone(filter.businessId()))
                    : filter.ids().stream()
                            .map(id -> new Scope(filter.businessId(), id))
                            .toList();
        }
    }
}
