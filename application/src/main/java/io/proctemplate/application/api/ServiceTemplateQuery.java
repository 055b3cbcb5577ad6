package io.proctemplate.application.api;

import io.proctemplate.application.api.SortField.OfServiceTemplate;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parameters of the calls that read service templates. */
public final class ServiceTemplateQuery {
    private static final String IDS = "service_template_ids";
    private static final int MAX_IDS = 1000;

    private ServiceTemplateQuery() {}

    /** The parameters of {@code get_service_template}. */
    public record ById(long id, Violations warnings) {
        public static Validated<ById> parse(Node.Mapping body) {
            Violations.Collector out = new Violations.Collector();
            Parameters parameters = new Parameters(body, Path.root(), out);
            long id = parameters.requiredInteger(ServiceTemplateCommand.SERVICE_TEMPLATE);
            parameters.node(BatchCreate.BUSINESS);
            parameters.warnOfUnknown();
            return out.errorCount() == 0
                    ? new Validated.Valid<>(new ById(id, out.warnings()), out.warnings())
                    : new Validated.Invalid<>(out.errors(), out.warnings());
        }
    }

    /**
     * The parameters of {@code list_service_template}; what is not null narrows the list.
     *
     * @param categoryId a category, its descendants included
     * @param search a part of the name, whatever its case, taken literally; exactly the name if {@code exact}
     */
    public record Some(
            long businessId,
            @Nullable Long categoryId,
            @Nullable String search,
            boolean exact,
            @Nullable List<Long> ids,
            Page<OfServiceTemplate> page,
            Violations warnings) {

        public static Validated<Some> parse(Node.Mapping body) {
            Violations.Collector out = new Violations.Collector();
            Parameters parameters = new Parameters(body, Path.root(), out);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            Long category = parameters.integer(ServiceTemplateCommand.CATEGORY);
            String search = parameters.textOrEmpty("search");
            boolean exact = parameters.flag("is_exact");
            List<Long> ids = parameters.integers(IDS, MAX_IDS);
            Page<OfServiceTemplate> page = Page.required(parameters, OfServiceTemplate.class, OfServiceTemplate.ID);
            parameters.warnOfUnknown();
            if (out.errorCount() > 0) {
                return new Validated.Invalid<>(out.errors(), out.warnings());
            }
            Some query = new Some(
                    business,
                    category == null || category == 0 ? null : category,
                    search.isEmpty() ? null : search,
                    exact,
                    ids == null || ids.isEmpty() ? null : ids,
                    page,
                    out.warnings());
            return new Validated.Valid<>(query, out.warnings());
        }
    }
}
