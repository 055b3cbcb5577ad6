package io.proctemplate.wire;

import static io.proctemplate.application.api.BatchCreate.BUSINESS;
import static io.proctemplate.application.api.BatchCreate.SERVICE_TEMPLATE;
import static io.proctemplate.application.api.ServiceTemplateCommand.CATEGORY;
import static io.proctemplate.application.api.ServiceTemplateCommand.NAME;

import io.proctemplate.application.api.ServiceTemplateCommand;
import io.proctemplate.application.api.ServiceTemplateQuery;
import io.proctemplate.domain.field.Constraint;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import io.proctemplate.domain.violation.Validated;
import java.util.List;
import java.util.Set;

/** The parameters of the calls about service templates, credentials taken out, as commands. */
public final class ServiceTemplateParameters {
    static final String ID = "id";

    private static final String IDS = "service_template_ids";
    private static final int MAX_IDS = 1000;
    private static final String SEARCH = "search";
    private static final Constraint<String> STORABLE = new Constraint.Storable();
    private static final Paging<OfServiceTemplate> PAGING =
            new Paging<>(OfServiceTemplate.class, OfServiceTemplate.ID, Set.of("host_apply_enabled"));

    private ServiceTemplateParameters() {}

    /** Those of {@code create_service_template}. */
    public static Validated<ServiceTemplateCommand.Create> creation(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        parameters.require(NAME);
        String name = parameters.text(NAME);
        long category = parameters.requiredInteger(CATEGORY);
        String account = parameters.supplierAccount();
        String trimmed = name == null ? "" : ServiceTemplate.readName(name, parameters.at(NAME), parameters.out());
        return parameters.validated((violations, warnings) ->
                new ServiceTemplateCommand.Create(business, trimmed, category, account, violations, warnings));
    }

    /** Those of {@code update_service_template}: what is empty or 0 stays as it is. */
    public static Validated<ServiceTemplateCommand.Update> update(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        long id = parameters.requiredInteger(ID);
        String sentName = parameters.textOrEmpty(NAME);
        Long category = parameters.integer(CATEGORY);
        String name =
                sentName.isEmpty() ? null : ServiceTemplate.readName(sentName, parameters.at(NAME), parameters.out());
        Long changed = category == null || category == 0 ? null : category;
        return parameters.validated((violations, warnings) ->
                new ServiceTemplateCommand.Update(business, id, name, changed, violations, warnings));
    }

    /** Those of {@code delete_service_template}. */
    public static Validated<ServiceTemplateCommand.Delete> deletion(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        long id = parameters.requiredInteger(SERVICE_TEMPLATE);
        return parameters.validated(warnings -> new ServiceTemplateCommand.Delete(business, id, warnings));
    }

    /** Those of {@code get_service_template}. */
    public static Validated<ServiceTemplateQuery.ById> byId(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long id = parameters.requiredInteger(SERVICE_TEMPLATE);
        Long business = parameters.integer(BUSINESS);
        return parameters.validated(warnings -> new ServiceTemplateQuery.ById(id, business, warnings));
    }

    /** Those of {@code list_service_template}. */
    public static Validated<ServiceTemplateQuery.Some> some(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        Long category = parameters.integer(CATEGORY);
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
        return parameters.validated(warnings -> new ServiceTemplateQuery.Some(filter, page, warnings));
    }
}
