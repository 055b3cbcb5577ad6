package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.Revision;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Rule.Check;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code update_proc_template}.
 *
 * @param changes the fields to change, as sent; what is wrong with their values is told when the template is there
 * @param version the version the caller has seen, null if it does not care
 */
public record ProcessTemplateUpdate(
        long businessId,
        long id,
        Node.Mapping changes,
        @Nullable Long version,
        Violations warnings) {
    /** The parameter that names the template. */
    public static final String ID = "process_template_id";

    /** The parameter that names the version. */
    public static final String VERSION = "version";

    private static final String CHANGES = "process_property";

    /**
     * Reads {@code body}, credentials taken out. Refused for wrong types anywhere in it and for missing parameters; then
     * nothing is asked of the store. Other faults of the changes are told when the template is there.
     */
    public static Validated<ProcessTemplateUpdate> parse(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BatchCreate.BUSINESS);
        long id = parameters.requiredInteger(ID);
        parameters.require(CHANGES);
        Node.Mapping sent = parameters.object(CHANGES);
        Node.Mapping changes = sent == null ? new Node.Mapping.Builder().build() : sent;
        Long version = parameters.integer(VERSION);
        Validated<ProcessTemplateUpdate> alone =
                parameters.validated(warnings -> new ProcessTemplateUpdate(business, id, changes, version, warnings));
        Validated<Node.Mapping> judged = Revision.judge(business, changes, parameters.at(CHANGES));
        Violations faults = parameters.isSent(BatchCreate.BUSINESS)
                ? judged.violations()
                : judged.violations().without(Rule.CONTRADICTION);
        return alone.violations().isEmpty() && !faults.anyIn(Check.SHAPE)
                ? alone
                : new Validated.Invalid<>(
                        alone.violations().and(faults), alone.warnings().and(judged.warnings()));
    }

    /** Where the changes stand in the request. */
    public Path changesPath() {
        return Path.root().member(CHANGES);
    }
}
