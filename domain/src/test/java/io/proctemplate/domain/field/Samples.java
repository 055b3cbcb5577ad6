package io.proctemplate.domain.field;

import java.util.Arrays;
import java.util.List;

/** Values that a field takes, as they are sent. */
public final class Samples {
    private Samples() {}

    /** At least two values of {@code field}, the ends of its limits among them. */
    public static List<?> of(Field<?> field) {
        if (field == Fields.IP) {
            return wires(BindAddress.values());
        }
        if (field == Fields.PROTOCOL) {
            return wires(Protocol.values());
        }
        if (field == Fields.PORT) {
            return List.of("1", "65535", "80,8000-8080", "8000-8080,80");
        }
        for (Constraint<?> constraint : field.constraints()) {
            if (constraint instanceof Constraint.Range range) {
                return List.of(range.min(), range.max());
            }
            if (constraint instanceof Constraint.MaxBytes max) {
                return texts(field, max.bytes());
            }
        }
        return List.of(true, false);
    }

    private static List<String> texts(Field<?> field, int maxBytes) {
        List<String> texts = List.of(
                "a", "x".repeat(maxBytes), "é\u0301\uD83D\uDE00 \"quoted\" \\ \n line", "e\u0301", "\u0001", "");
        return field.is(Trait.REQUIRED) ? texts.subList(0, texts.size() - 1) : texts;
    }

    private static List<String> wires(Choice[] choices) {
        return Arrays.stream(choices).map(Choice::wire).toList();
    }
}
