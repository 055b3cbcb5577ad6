package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation.MissingParameter;
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
        Violations.Collector out = new Violations.Collector();
        Parameters parameters = new Parameters(body, Path.root(), out);
        long business = parameters.requiredInteger(BatchCreate.BUSINESS);
        parameters.require(IDS);
        List<Long> ids = parameters.integers(IDS, MAX_IDS);
        parameters.warnOfUnknown();
        if (ids != null && ids.isEmpty() && out.errorCount() == 0) {
            out.error(new MissingParameter(parameters.at(IDS)));
        }
        if (ids == null || out.errorCount() > 0) {
            return new Validated.Invalid<>(out.errors(), out.warnings());
        }
        return new Validated.Valid<>(new ProcessTemplateDeletion(business, ids, out.warnings()), out.warnings());
    }
}
