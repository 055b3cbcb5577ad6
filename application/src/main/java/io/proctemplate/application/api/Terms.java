package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Validated.Invalid;
import io.proctemplate.domain.violation.Violation.Check;
import io.proctemplate.domain.violation.Violation.NotAChoice;
import io.proctemplate.domain.violation.Violation.UnknownKey;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a call that changes something is to be carried out, whatever it changes (wire contract, section 4.5).
 *
 * @param dryRun whether everything is done and nothing kept
 * @param strict whether a key that the call does not know is a violation, not a warning
 * @param once under which key it is done once, null for each time it is sent
 * @param violations what is wrong with what was said about this
 */
public record Terms(
        boolean dryRun, boolean strict, @Nullable Once once, Violations violations) {
    /** The parameter that asks for a dry run. */
    public static final String DRY_RUN = "dry_run";

    /** The parameter that says what becomes of unknown keys. */
    public static final String FIELD_VALIDATION = "field_validation";

    /** Done each time it is sent, for good, unknown keys passed over. */
    public static final Terms PLAIN = new Terms(false, false, null, Violations.none());

    private static final String WARN = "warn";
    private static final String STRICT = "strict";

    /** Nothing is kept of a dry run, so nothing can be given again. */
    public Terms {
        once = dryRun ? null : once;
    }

    /** What the two parameters in {@code body} say. */
    public static Terms read(Node.Mapping body) {
        if (body.find(DRY_RUN) == null && body.find(FIELD_VALIDATION) == null) {
            return PLAIN;
        }
        Parameters parameters = Parameters.of(body);
        boolean dryRun = parameters.flag(DRY_RUN);
        String validation = parameters.text(FIELD_VALIDATION);
        if (validation != null && !validation.equals(WARN) && !validation.equals(STRICT)) {
            parameters.out().error(new NotAChoice(parameters.at(FIELD_VALIDATION), List.of(WARN, STRICT), validation));
        }
        return new Terms(
                dryRun, STRICT.equals(validation), null, parameters.out().errors());
    }

    /** {@code body} without the two parameters: what the call itself knows. */
    public static Node.Mapping without(Node.Mapping body) {
        return body.without(DRY_RUN).without(FIELD_VALIDATION);
    }

    /** The same, done once. */
    public Terms with(Once key) {
        return new Terms(dryRun, strict, key, violations);
    }

    /** Whether it is done for good, each time it is sent. */
    public boolean isPlain() {
        return !dryRun && once == null;
    }

    /** What is wrong on these terms with parameters that were read, of which {@code read} tells. */
    public <P> Validated<P> judge(Validated<P> read) {
        Violations added = violations.and(errorsAmong(read.warnings()));
        boolean ofShape = violations.anyIn(Check.SHAPE);
        return read.fold(
                (value, warnings) -> ofShape ? new Invalid<P>(added, warningsAmong(warnings)) : read,
                (faults, warnings) -> new Invalid<P>(faults.and(added), warningsAmong(warnings)));
    }

    /** Those of {@code warnings} that are violations on these terms. */
    public Violations errorsAmong(Violations warnings) {
        return strict ? warnings.only(UnknownKey.class) : Violations.none();
    }

    /** Those of {@code warnings} that are no more than that on these terms. */
    public Violations warningsAmong(Violations warnings) {
        return strict ? warnings.without(UnknownKey.class) : warnings;
    }
}
