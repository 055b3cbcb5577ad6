package io.proctemplate.application.api;

import io.proctemplate.application.api.SortField.OfProcessTemplate;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation.SelectorMissing;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of the calls that read process templates. */
public final class ProcessTemplateQuery {
    private static final String IDS = "process_template_ids";
    private static final String SERVICE_TEMPLATES = "service_template_ids";
    private static final int MAX_SELECTED = 200;

    private ProcessTemplateQuery() {}

    /**
     * The parameters of {@code get_proc_template}.
     *
     * @param businessId the business the template must be of, null for any the caller may read
     */
    public record ById(long id, @Nullable Long businessId, Violations warnings) {
        public static Validated<ById> parse(Node.Mapping body) {
            Violations.Collector out = new Violations.Collector();
            Parameters parameters = new Parameters(body, Path.root(), out);
            long id = parameters.requiredInteger(ProcessTemplateUpdate.ID);
            Long business = parameters.integer(BatchCreate.BUSINESS);
            parameters.warnOfUnknown();
            return out.errorCount() == 0
                    ? new Validated.Valid<>(new ById(id, business, out.warnings()), out.warnings())
                    : new Validated.Invalid<>(out.errors(), out.warnings());
        }
    }

    /**
     * The parameters of {@code list_proc_template}; what is not null narrows the list.
     *
     * @param serviceTemplateIds 0 among them stands for the standalone templates
     */
    public record Some(
            long businessId,
            @Nullable List<Long> serviceTemplateIds,
            @Nullable List<Long> ids,
            Page<OfProcessTemplate> page,
            Violations warnings) {

        public static Validated<Some> parse(Node.Mapping body) {
            Violations.Collector out = new Violations.Collector();
            Parameters parameters = new Parameters(body, Path.root(), out);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            Long serviceTemplate = parameters.integer(BatchCreate.SERVICE_TEMPLATE);
            List<Long> serviceTemplates = parameters.integers(SERVICE_TEMPLATES, MAX_SELECTED);
            List<Long> ids = parameters.integers(IDS, MAX_SELECTED);
            Page<OfProcessTemplate> page = Page.optional(parameters, OfProcessTemplate.class, OfProcessTemplate.ID);
            parameters.warnOfUnknown();
            List<Long> owners = owners(serviceTemplate, serviceTemplates);
            List<Long> selected = owners != null && ids != null && ids.isEmpty() ? null : ids;
            if (owners == null && ids == null) {
                out.error(new SelectorMissing(
                        Path.root(), List.of(BatchCreate.SERVICE_TEMPLATE, IDS, SERVICE_TEMPLATES)));
            }
            return out.errorCount() == 0
                    ? new Validated.Valid<>(new Some(business, owners, selected, page, out.warnings()), out.warnings())
                    : new Validated.Invalid<>(out.errors(), out.warnings());
        }

        /** Where the caller must have the right to read: each owner named, or the whole business. */
        public List<Scope> scopes() {
            return serviceTemplateIds == null || serviceTemplateIds.isEmpty()
                    ? List.of(Scope.standalone(businessId))
                    : serviceTemplateIds.stream()
                            .map(owner -> new Scope(businessId, owner))
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
