package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violations;

/** The parameters of the calls about service categories. */
public final class ServiceCategoryCommand {
    /** The parameter that names the parent. */
    public static final String PARENT = "bk_parent_id";

    private static final String NAME = ServiceTemplateCommand.NAME;
    private static final String ID = ServiceTemplateCommand.ID;

    private ServiceCategoryCommand() {}

    /** The parameters of {@code list_service_category}. */
    public record ListAll(long businessId, Violations warnings) {
        public static Validated<ListAll> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            return parameters.validated(warnings -> new ListAll(business, warnings));
        }
    }

    /**
     * The parameters of {@code create_service_category}.
     *
     * @param parentId {@link ServiceCategory#NO_PARENT} for the top
     * @param violations what is wrong with the values; told together with what the store knows
     */
    public record Create(
            long businessId,
            String name,
            long parentId,
            String supplierAccount,
            Violations violations,
            Violations warnings) {

        public static Validated<Create> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            parameters.require(NAME);
            String name = parameters.text(NAME);
            Long parent = parameters.integer(PARENT);
            String account = parameters.supplierAccount();
            String read = name == null ? "" : ServiceCategory.readName(name, parameters.at(NAME), parameters.out());
            long parentId = parent == null ? ServiceCategory.NO_PARENT : parent;
            return parameters.validated(
                    (violations, warnings) -> new Create(business, read, parentId, account, violations, warnings));
        }
    }

    /**
     * The parameters of {@code update_service_category}.
     *
     * @param violations what is wrong with the values; told together with what the store knows
     */
    public record Update(long businessId, long id, String name, Violations violations, Violations warnings) {
        public static Validated<Update> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            long id = parameters.requiredInteger(ID);
            parameters.require(NAME);
            String name = parameters.text(NAME);
            String read = name == null ? "" : ServiceCategory.readName(name, parameters.at(NAME), parameters.out());
            return parameters.validated((violations, warnings) -> new Update(business, id, read, violations, warnings));
        }
    }

    /** The parameters of {@code delete_service_category}. */
    public record Delete(long businessId, long id, Violations warnings) {
        public static Validated<Delete> parse(Node.Mapping body) {
            Parameters parameters = Parameters.of(body);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            long id = parameters.requiredInteger(ID);
            return parameters.validated(warnings -> new Delete(business, id, warnings));
        }
    }
}
