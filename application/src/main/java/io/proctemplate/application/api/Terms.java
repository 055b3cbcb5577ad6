package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Rule.Check;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Validated.Invalid;
import io.proctemplate.domain.violation.Violation;
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

    /** Both. */
    public static final List<String> NAMES = List.of(DRY_RUN, FIELD_VALIDATION);

    /** Done each time it is sent, for good, unknown keys passed over. */
    public static final Terms PLAIN = new Terms(false, false, null, Violations.none());

    private static final String WARN = "warn";
    private static final String STRICT = "strict";

    /** Nothing is kept of a dry run, so nothing can be given again. */
    public Terms {
        once = dryRun ? null : once;
    }

    /** What the two parameters say, each of which may stand in {@code body}, in {@code query}, or alike in both. */
    public static Terms read(Node.Mapping body, Node.Mapping query) {
        if (isSilent(body) && isSilent(query)) {
            return PLAIN;
        }
        Parameters said = Parameters.of(joined(body, query));
        boolean dryRun = said.flag(DRY_RUN);
        String validation = said.text(FIELD_VALIDATION);
        if (validation != null && !validation.equals(WARN) && !validation.equals(STRICT)) {
            said.out().error(Violation.notAChoice(said.at(FIELD_VALIDATION), List.of(WARN, STRICT), validation));
        }
        NAMES.forEach(name -> agree(said, name, query.find(name)));
        return new Terms(dryRun, STRICT.equals(validation), null, said.out().errors());
    }

    private static boolean isSilent(Node.Mapping parameters) {
        return NAMES.stream().allMatch(name -> parameters.find(name) == null);
    }

    /** The two parameters from {@code body} or, where it has none or null, from {@code query}. */
    private static Node.Mapping joined(Node.Mapping body, Node.Mapping query) {
        Node.Mapping.Builder joined = new Node.Mapping.Builder();
        for (String name : NAMES) {
            Node inBody = body.find(name);
            Node said = inBody == null || inBody == Node.Null.NULL ? query.find(name) : inBody;
            if (said != null) {
                joined.put(name, said);
            }
        }
        return joined.build();
    }

    /** Whoever says two things may mean either; neither is done. */
    private static void agree(Parameters said, String name, @Nullable Node inQuery) {
        String one = said.node(name).excerpt();
        if (inQuery != null && !one.equals(inQuery.excerpt())) {
            said.out().error(Violation.notAChoice(said.at(name), List.of(inQuery.excerpt()), one));
        }
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
        return strict ? warnings.only(Rule.UNKNOWN_KEY) : Violations.none();
    }

    /** Those of {@code warnings} that are no more than that on these terms. */
    public Violations warningsAmong(Violations warnings) {
        return strict ? warnings.without(Rule.UNKNOWN_KEY) : warnings;
    }
}
