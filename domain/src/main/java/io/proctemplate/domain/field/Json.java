package io.proctemplate.domain.field;

/**
 * Spells nodes as JSON (RFC 8259), without any blank.
 *
 * <pre>{@code
 * String json = Json.of(new Node.Sequence(List.of(Scalar.of("a\"b"), Scalar.of(1)))); // ["a\"b",1]
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Json {
    private static final char FIRST_PRINTABLE = ' ';

    private Json() {}

    /** The JSON text of {@code node}; what JSON cannot carry as it is (control characters, lone surrogates) is escaped. */
    public static String of(Node node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private static void write(Node node, StringBuilder text) {
        if (node instanceof Node.Mapping mapping) {
            writeMapping(mapping, text);
        } else if (node instanceof Node.Sequence sequence) {
            writeSequence(sequence, text);
        } else if (node instanceof Scalar.Text scalar) {
            writeText(scalar.value(), text);
        } else {
            text.append(node.excerpt());
        }
    }

    private static void writeMapping(Node.Mapping mapping, StringBuilder text) {
        text.append('{');
        for (int i = 0; i < mapping.size(); i++) {
            text.append(i == 0 ? "" : ",");
            writeText(mapping.name(i), text);
            text.append(':');
            write(mapping.node(i), text);
        }
        text.append('}');
    }

    private static void writeSequence(Node.Sequence sequence, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < sequence.items().size(); i++) {
            text.append(i == 0 ? "" : ",");
            write(sequence.items().get(i), text);
        }
        text.append(']');
    }

    private static void writeText(String value, StringBuilder text) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || c == 0x7F || isLone(value, i)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    private static boolean isLone(String text, int i) {
        char c = text.charAt(i);
        return Character.isSurrogate(c)
                && !(i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1)))
                && !(i > 0 && Character.isSurrogatePair(text.charAt(i - 1), c));
    }
}
