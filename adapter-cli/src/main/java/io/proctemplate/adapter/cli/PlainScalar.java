package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a scalar of YAML is that stands without quotes. YAML 1.1 and 1.2, and within them the schemas, disagree about
 * many: {@code no}, {@code 0o7}, {@code 1_000}, {@code 12:30}, {@code 2026-11-24}. Only what all agree about is taken;
 * the rest is ambiguous, because the next reader of the same file would send another value to the server.
 */
final class PlainScalar {
    private static final Set<String> NULLS = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE = Set.of("true", "True", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "False", "FALSE");
    private static final Set<String> SOMETIMES_FLAGS = Set.of("y", "n", "yes", "no", "on", "off");

    private static final Pattern INTEGER = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern FRACTION = Pattern.compile("-?(0|[1-9][0-9]*)\\.[0-9]+([eE][-+][0-9]+)?");

    /** What any reader takes for a number, in whatever base, with signs, underscores, colons or points. */
    private static final Pattern SOMETIMES_NUMBER = Pattern.compile("[-+]?(0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+"
            + "|[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
            + "|[0-9][0-9_]*\\.?[0-9_]*([eE][-+]?[0-9]+)?|\\.[0-9_]+([eE][-+]?[0-9]+)?|\\.(inf|Inf|INF))"
            + "|\\.(nan|NaN|NAN)");

    private static final Pattern SOMETIMES_TIME = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t].*)?");

    private PlainScalar() {}

    /** Whether readers of YAML disagree about {@code text}. */
    static boolean isAmbiguous(String text) {
        return node(text) instanceof Scalar.Text
                && (SOMETIMES_FLAGS.contains(text.toLowerCase(Locale.ROOT))
                        || text.equals("=")
                        || SOMETIMES_NUMBER.matcher(text).matches()
                        || SOMETIMES_TIME.matcher(text).matches());
    }

    /** What all readers take {@code text} for, a text where they disagree. */
    static Node node(String text) {
        if (NULLS.contains(text)) {
            return Node.Null.NULL;
        }
        if (TRUE.contains(text) || FALSE.contains(text)) {
            return Scalar.of(TRUE.contains(text));
        }
        if (INTEGER.matcher(text).matches()) {
            return integer(text);
        }
        return FRACTION.matcher(text).matches() ? new Node.Inexact(text) : Scalar.of(text);
    }

    private static Node integer(String text) {
        try {
            return Scalar.of(Long.parseLong(text));
        } catch (NumberFormatException tooLarge) {
            return new Node.Inexact(text);
        }
    }
}
