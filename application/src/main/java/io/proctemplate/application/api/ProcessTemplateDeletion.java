package io.proctemplate.application.api;

import io.proctemplate.domain.violation.Violations;
import java.util.List;

/**
 * Process templates of one business to delete, all or none.
 *
 * @param ids each once
 */
public record ProcessTemplateDeletion(long businessId, List<Long> ids, Violations warnings) {
    public ProcessTemplateDeletion {
        ids = List.copyOf(ids);
    }
}
