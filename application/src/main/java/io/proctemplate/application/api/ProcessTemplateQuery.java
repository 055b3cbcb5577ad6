package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of the calls that read process templates. */
public final class ProcessTemplateQuery {
    private static final String IDS = "process_template_ids";
    private static final String SERVICE_TEMPLATES = "service_template_ids";
    private static final int MAX_SELECTED = 200;

    private static final List<String> SELECTORS = List.of(BatchCreate.SERVICE_TEMPLATE, IDS, SERVICE_TEMPLATES);
    private static final Paging<OfProcessTemplate> PAGING =
            new Paging<>(OfProcessTemplate.class, OfProcessTemplate.ID, Set.of());

    private ProcessTemplateQuery() {}

    /**
     * The parameters of {@code get_proc_template}.
     *
     * @param businessId the business the template must be of, null for any the caller may read
     */
    public record ById(long id, @Nullable Long businessId, Violations warnings) {
        public static Validated<ById> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long id = parameters.requiredInteger(ProcessTemplateUpdate.ID);
            Long business = parameters.integer(BatchCreate.BUSINESS);
            return parameters.validated(warnings -> new ById(id, business, warnings));
        }
    }

    /** The parameters of {@code list_proc_template}. */
    public record Some(ProcessTemplateFilter filter, Page<OfProcessTemplate> page, Violations warnings) {
        public static Validated<Some> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            Long serviceTemplate = parameters.integer(BatchCreate.SERVICE_TEMPLATE);
            List<Long> serviceTemplates = parameters.integers(SERVICE_TEMPLATES, MAX_SELECTED);
            List<Long> ids = parameters.integers(IDS, MAX_SELECTED);
            Page<OfProcessTemplate> page = PAGING.optional(parameters);
            List<Long> owners = owners(serviceTemplate, serviceTemplates);
            if (SELECTORS.stream().noneMatch(parameters::isFilled)) {
                parameters.out().error(Violation.selectorMissing(Path.root(), SELECTORS));
            }
            List<Long> selected = ids == null || ids.isEmpty() ? null : ids;
            return parameters.validated(
                    warnings -> new Some(new ProcessTemplateFilter(business, owners, selected), page, warnings));
        }

        /** Where the caller must have the right to read: each owner named, or the whole business. */
        public List<Scope> scopes() {
            List<Long> owners = filter.serviceTemplateIds();
            return owners == null || owners.isEmpty()
                    ? List.of(Scope.standalone(filter.businessId()))
                    : owners.stream()
                            .map(owner -> new Scope(filter.businessId(), owner))
                            .toList();
        }

        /** Both parameters say where to look; together, only what both name. */
        private static @Nullable List<Long> owners(@Nullable Long one, @Nullable List<Long> several) {
            if (one == null) {
                return several == null || several.isEmpty() ? null : several;
            }
            return several == null || several.isEmpty() || several.contains(one) ? List.of(one) : List.of();
        }
    }
}
