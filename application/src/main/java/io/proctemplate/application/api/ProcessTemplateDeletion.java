package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.util.List;

/**
 * The parameters of {@code delete_proc_template}.
 *
 * @param ids 1…500 templates, each once
 */
public record ProcessTemplateDeletion(long businessId, List<Long> ids, Violations warnings) {
    private static final String IDS = "process_templates";
    private static final int MAX_IDS = 500;

    public ProcessTemplateDeletion {
        ids = List.copyOf(ids);
    }

    public static Validated<ProcessTemplateDeletion> parse(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BatchCreate.BUSINESS);
        parameters.require(IDS);
        List<Long> ids = parameters.integers(IDS, MAX_IDS);
        if (ids != null && ids.isEmpty()) {
            parameters.out().error(Violation.missingParameter(parameters.at(IDS)));
        }
        List<Long> named = ids == null ? List.of() : ids;
        return parameters.validated(warnings -> new ProcessTemplateDeletion(business, named, warnings));
    }
}
