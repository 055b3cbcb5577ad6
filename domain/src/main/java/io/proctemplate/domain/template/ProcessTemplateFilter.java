package io.proctemplate.domain.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which process templates of a business a list is about; each restriction that is not null narrows it.
 *
 * <pre>{@code
 * ProcessTemplateFilter standalone = new ProcessTemplateFilter(2, List.of(Scope.STANDALONE), null);
 * }</pre>
 *
 * @param serviceTemplateIds 0 among them stands for the standalone templates
 * @since 0.1.0
 */
public record ProcessTemplateFilter(
        long businessId,
        @Nullable List<Long> serviceTemplateIds,
        @Nullable List<Long> ids) {
    public ProcessTemplateFilter {
        serviceTemplateIds = serviceTemplateIds == null ? null : List.copyOf(serviceTemplateIds);
        ids = ids == null ? null : List.copyOf(ids);
    }
}
