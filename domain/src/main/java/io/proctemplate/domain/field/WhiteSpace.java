package io.proctemplate.domain.field;

/**
 * The Unicode property White_Space, of which {@link Character#isWhitespace} leaves some out.
 *
 * <pre>{@code
 * boolean blank = WhiteSpace.is((char) 0x3000); // the blank of Chinese texts: true
 * }</pre>
 *
 * @since 0.1.0
 */
public final class WhiteSpace {
    private WhiteSpace() {}

    /** Whether {@code c} has the property; no character beyond the first plane has it. */
    public static boolean is(char c) {
        return switch (c) {
            case '\t', '\n', 0x0B, '\f', '\r', ' ', 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> c >= 0x2000 && c <= 0x200A;
        };
    }
}
