package io.proctemplate.application.api;

import io.proctemplate.domain.field.Constraint;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of the calls that read service templates. */
public final class ServiceTemplateQuery {
    private static final String IDS = "service_template_ids";
    private static final int MAX_IDS = 1000;

    private static final String SEARCH = "search";
    private static final Constraint<String> STORABLE = new Constraint.Storable();
    private static final Paging<OfServiceTemplate> PAGING =
            new Paging<>(OfServiceTemplate.class, OfServiceTemplate.ID, Set.of("host_apply_enabled"));

    private ServiceTemplateQuery() {}

    /**
     * The parameters of {@code get_service_template}.
     *
     * @param businessId the business the service template must be of, null for any the caller may read
     */
    public record ById(long id, @Nullable Long businessId, Violations warnings) {
        public static Validated<ById> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long id = parameters.requiredInteger(ServiceTemplateCommand.SERVICE_TEMPLATE);
            Long business = parameters.integer(BatchCreate.BUSINESS);
            return parameters.validated(warnings -> new ById(id, business, warnings));
        }
    }

    /** The parameters of {@code list_service_template}. */
    public record Some(ServiceTemplateFilter filter, Page<OfServiceTemplate> page, Violations warnings) {
        public static Validated<Some> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            Long category = parameters.integer(ServiceTemplateCommand.CATEGORY);
            String search = parameters.textOrEmpty(SEARCH);
            STORABLE.check(search, parameters.at(SEARCH), parameters.out());
            boolean exact = parameters.flag("is_exact");
            List<Long> ids = parameters.integers(IDS, MAX_IDS);
            Page<OfServiceTemplate> page = PAGING.required(parameters);
            ServiceTemplateFilter filter = new ServiceTemplateFilter(
                    business,
                    category == null || category == 0 ? null : category,
                    search.isEmpty() ? null : search,
                    exact,
                    ids == null || ids.isEmpty() ? null : ids);
            return parameters.validated(warnings -> new Some(filter, page, warnings));
        }

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
