package io.proctemplate.application.api;

import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.violation.Violations;

/** What is asked of service categories. */
public final class ServiceCategoryCommand {
    /** The parameter that names the parent. */
    public static final String PARENT = "bk_parent_id";

    private ServiceCategoryCommand() {}

    /** Lists those of a business. */
    public record ListAll(long businessId, Violations warnings) {}

    /**
     * Creates one.
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
            Violations warnings) {}

    /**
     * Renames one.
     *
     * @param violations what is wrong with the values; told together with what the store knows
     */
    public record Update(long businessId, long id, String name, Violations violations, Violations warnings) {}

    /** Deletes one. */
    public record Delete(long businessId, long id, Violations warnings) {}
}
