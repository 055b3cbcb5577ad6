package io.proctemplate.application.api;

import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Rule.Check;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Validated.Invalid;
import io.proctemplate.domain.violation.Violations;
import org.jspecify.annotations.Nullable;

/**
 * How a call that changes something is to be carried out, whatever it changes.
 *
 * @param dryRun whether everything is done and nothing kept
 * @param strict whether a key that the call does not know is a violation, not a warning
 * @param once under which key it is done once, null for each time it is sent
 * @param violations what is wrong with what was said about this
 */
public record Terms(
        boolean dryRun, boolean strict, @Nullable Once once, Violations violations) {
    /** Done each time it is sent, for good, unknown keys passed over. */
    public static final Terms PLAIN = new Terms(false, false, null, Violations.none());

    /** Nothing is kept of a dry run, so nothing can be given again. */
    public Terms {
        once = dryRun ? null : once;
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
        return strict ? warnings.only(Rule.UNKNOWN_KEY) : Violations.none();
    }

    /** Those of {@code warnings} that are no more than that on these terms. */
    public Violations warningsAmong(Violations warnings) {
        return strict ? warnings.without(Rule.UNKNOWN_KEY) : warnings;
    }
}
