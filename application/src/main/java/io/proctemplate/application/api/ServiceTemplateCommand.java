package io.proctemplate.application.api;

import io.proctemplate.domain.violation.Violations;
import org.jspecify.annotations.Nullable;

/** What changes service templates. */
public final class ServiceTemplateCommand {
    /** The parameter that holds the name. */
    public static final String NAME = "name";

    /** The parameter that names the category. */
    public static final String CATEGORY = "service_category_id";

    private ServiceTemplateCommand() {}

    /**
     * Creates one.
     *
     * @param violations what is wrong with the values; told together with what the store knows
     */
    public record Create(
            long businessId,
            String name,
            long categoryId,
            String supplierAccount,
            Violations violations,
            Violations warnings) {}

    /**
     * Renames one or puts it under another category.
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
            Violations warnings) {}

    /** Deletes one. */
    public record Delete(long businessId, long id, Violations warnings) {}
}
