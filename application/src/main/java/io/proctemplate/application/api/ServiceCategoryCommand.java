package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.SupplierAccounts;
import io.proctemplate.domain.violation.Path;
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
            Violations.Collector out = new Violations.Collector();
            Parameters parameters = new Parameters(body, Path.root(), out);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            parameters.warnOfUnknown();
            return out.errorCount() == 0
                    ? new Validated.Valid<>(new ListAll(business, out.warnings()), out.warnings())
                    : new Validated.Invalid<>(out.errors(), out.warnings());
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
            Violations.Collector out = new Violations.Collector();
            Violations.Collector values = new Violations.Collector();
            Parameters parameters = new Parameters(body, Path.root(), out);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            parameters.require(NAME);
            String name = parameters.textOrEmpty(NAME);
            Long parent = parameters.integer(PARENT);
            String account = SupplierAccounts.orDefault(parameters.textOrEmpty(SupplierAccounts.PARAMETER));
            SupplierAccounts.check(account, parameters.at(SupplierAccounts.PARAMETER), values);
            parameters.warnOfUnknown();
            if (out.errorCount() > 0) {
                return new Validated.Invalid<>(out.errors(), out.warnings());
            }
            ServiceCategory.readName(name, parameters.at(NAME), values);
            long parentId = parent == null ? ServiceCategory.NO_PARENT : parent;
            return new Validated.Valid<>(
                    new Create(business, name, parentId, account, values.errors(), out.warnings()), out.warnings());
        }
    }

    /**
     * The parameters of {@code update_service_category}.
     *
     * @param violations what is wrong with the values; told together with what the store knows
     */
    public record Update(long businessId, long id, String name, Violations violations, Violations warnings) {
        public static Validated<Update> parse(Node.Mapping body) {
            Violations.Collector out = new Violations.Collector();
            Violations.Collector values = new Violations.Collector();
            Parameters parameters = new Parameters(body, Path.root(), out);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            long id = parameters.requiredInteger(ID);
            parameters.require(NAME);
            String name = parameters.textOrEmpty(NAME);
            parameters.warnOfUnknown();
            if (out.errorCount() > 0) {
                return new Validated.Invalid<>(out.errors(), out.warnings());
            }
            ServiceCategory.readName(name, parameters.at(NAME), values);
            return new Validated.Valid<>(
                    new Update(business, id, name, values.errors(), out.warnings()), out.warnings());
        }
    }

    /** The parameters of {@code delete_service_category}. */
    public record Delete(long businessId, long id, Violations warnings) {
        public static Validated<Delete> parse(Node.Mapping body) {
            Violations.Collector out = new Violations.Collector();
            Parameters parameters = new Parameters(body, Path.root(), out);
            long business = parameters.requiredInteger(BatchCreate.BUSINESS);
            long id = parameters.requiredInteger(ID);
            parameters.warnOfUnknown();
            return out.errorCount() == 0
                    ? new Validated.Valid<>(new Delete(business, id, out.warnings()), out.warnings())
                    : new Validated.Invalid<>(out.errors(), out.warnings());
        }
    }
}
