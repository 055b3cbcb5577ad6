package io.proctemplate.application.api;

import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which process templates are asked for. */
public final class ProcessTemplateQuery {
    private ProcessTemplateQuery() {}

    /**
     * One.
     *
     * @param businessId the business the template must be of, null for any the caller may read
     */
    public record ById(long id, @Nullable Long businessId, Violations warnings) {}

    /** Those that fit. */
    public record Some(ProcessTemplateFilter filter, Page<OfProcessTemplate> page, Violations warnings) {

        /** Where the caller must have the right to read: each owner named, or the whole business. */
        public List<Scope> scopes() {
            List<Long> owners = filter.serviceTemplateIds();
            return owners == null || owners.isEmpty()
                    ? List.of(Scope.standalone(filter.businessId()))
                    : owners.stream()
                            .map(owner -> new Scope(filter.businessId(), owner))
                            .toList();
        }
    }
}
