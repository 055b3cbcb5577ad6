package io.proctemplate.domain.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which service templates of a business a list is about; each restriction that is not null narrows it.
 *
 * <pre>{@code
 * ServiceTemplateFilter web = new ServiceTemplateFilter(2, null, "web", false, null); // "web" in the name
 * }</pre>
 *
 * @param categoryId a category, its descendants included
 * @param search a part of the name, whatever its case, taken literally; exactly the name if {@code exact}
 * @since 0.1.0
 */
public record ServiceTemplateFilter(
        long businessId,
        @Nullable Long categoryId,
        @Nullable String search,
        boolean exact,
        @Nullable List<Long> ids) {
    public ServiceTemplateFilter {
        ids = ids == null ? null : List.copyOf(ids);
    }
}
