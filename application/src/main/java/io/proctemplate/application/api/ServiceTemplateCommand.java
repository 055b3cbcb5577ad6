package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violations;
import org.jspecify.annotations.Nullable;

/** The parameters of the calls that change service templates. */
public final class ServiceTemplateCommand {
    /** The parameter that names the service template. */
    public static final String SERVICE_TEMPLATE = BatchCreate.SERVICE_TEMPLATE;

    /** The parameter that holds the name. */
    public static final String NAME = "name";

    /** The parameter that names the category. */
    public static final String CATEGORY = "service_category_id";

    static final String ID = "id";

    private ServiceTemplateCommand() {}

    /**
     * The parameters of {@code create_service_template}.
     *
     * @param violations what is wrong with the values; told together with what the store knows
     */
    public record Create(
            long businessId,
            String name,
            long categoryId,
            String supplierAccount,
            Violations violations,
            Violations warnings) {

        public static Validated<Create> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            parameters.require(NAME);
            String name = parameters.text(NAME);
            long category = parameters.requiredInteger(CATEGORY);
            String account = parameters.supplierAccount();
            String trimmed = name == null ? "" : ServiceTemplate.readName(name, parameters.at(NAME), parameters.out());
            return parameters.validated(
                    (violations, warnings) -> new Create(business, trimmed, category, account, violations, warnings));
        }
    }

    /**
     * The parameters of {@code update_service_template}.
     *
     * @param name the new name, null to keep the old one
     * @param categoryId the new category, null to keep the old one
     * @param violations what is wrong with the values; told together with what the store knows
     */
    public record Update(
            long businessId,
            long id,
            @Nullable String name,
            @Nullable Long categoryId,
            Violations violations,
            Violations warnings) {

        public static Validated<Update> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            long id = parameters.requiredInteger(ID);
            String sentName = parameters.textOrEmpty(NAME);
            Long category = parameters.integer(CATEGORY);
            String name = sentName.isEmpty()
                    ? null
                    : ServiceTemplate.readName(sentName, parameters.at(NAME), parameters.out());
            Long changed = category == null || category == 0 ? null : category;
            return parameters.validated(
                    (violations, warnings) -> new Update(business, id, name, changed, violations, warnings));
        }
    }

    /** The parameters of {@code delete_service_template}. */
    public record Delete(long businessId, long id, Violations warnings) {
        public static Validated<Delete> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            long id = parameters.requiredInteger(SERVICE_TEMPLATE);
            return parameters.validated(warnings -> new Delete(business, id, warnings));
        }
    }
}
