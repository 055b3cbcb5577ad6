package io.proctemplate.wire;

import static io.proctemplate.application.api.BatchCreate.BUSINESS;
import static io.proctemplate.application.api.ServiceCategoryCommand.PARENT;
import static io.proctemplate.application.api.ServiceTemplateCommand.NAME;
import static io.proctemplate.wire.ServiceTemplateParameters.ID;

import io.proctemplate.application.api.ServiceCategoryCommand;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.violation.Validated;
import org.jspecify.annotations.Nullable;

/** The parameters of the calls about service categories, credentials taken out, as commands. */
public final class ServiceCategoryParameters {
    private ServiceCategoryParameters() {}

    /** Those of {@code list_service_category}. */
    public static Validated<ServiceCategoryCommand.ListAll> all(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        return parameters.validated(warnings -> new ServiceCategoryCommand.ListAll(business, warnings));
    }

    /** Those of {@code create_service_category}. */
    public static Validated<ServiceCategoryCommand.Create> creation(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        String name = name(parameters);
        Long parent = parameters.integer(PARENT);
        String account = parameters.supplierAccount();
        long parentId = parent == null ? ServiceCategory.NO_PARENT : parent;
        String read = checked(name, parameters);
        return parameters.validated((violations, warnings) ->
                new ServiceCategoryCommand.Create(business, read, parentId, account, violations, warnings));
    }

    /** Those of {@code update_service_category}. */
    public static Validated<ServiceCategoryCommand.Update> update(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        long id = parameters.requiredInteger(ID);
        String read = checked(name(parameters), parameters);
        return parameters.validated(
                (violations, warnings) -> new ServiceCategoryCommand.Update(business, id, read, violations, warnings));
    }

    private static @Nullable String name(Parameters parameters) {
        parameters.require(NAME);
        return parameters.text(NAME);
    }

    private static String checked(@Nullable String name, Parameters parameters) {
        return name == null ? "" : ServiceCategory.readName(name, parameters.at(NAME), parameters.out());
    }

    /** Those of {@code delete_service_category}. */
    public static Validated<ServiceCategoryCommand.Delete> deletion(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        long id = parameters.requiredInteger(ID);
        return parameters.validated(warnings -> new ServiceCategoryCommand.Delete(business, id, warnings));
    }
}
