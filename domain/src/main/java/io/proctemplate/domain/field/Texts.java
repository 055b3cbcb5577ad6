package io.proctemplate.domain.field;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;

/** What is asked of every text, and how long one is. */
final class Texts {
    private Texts() {}

    static void check(String text, Path at, Violations.Collector out) {
        checkStorable(text, at, out);
        if (!text.isEmpty() && (WhiteSpace.is(text.charAt(0)) || WhiteSpace.is(text.charAt(text.length() - 1)))) {
            out.error(Violation.surroundingWhiteSpace(at, text));
        }
    }

    static void checkStorable(String text, Path at, Violations.Collector out) {
        int forbidden = firstForbidden(text);
        if (forbidden >= 0) {
            out.error(Violation.forbiddenCharacter(at, forbidden, text));
        }
    }

    /** The first NUL or surrogate without its other half, -1 if there is none. */
    private static int firstForbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return c;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return c;
                }
                i++;
            }
        }
        return -1;
    }

    /** The length in bytes of UTF-8; a lone surrogate counts as the three bytes it would take. */
    static int utf8Length(String text) {
        int bytes = text.length();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                bytes++;
                boolean halfOfPair = Character.isSurrogate(c) && isPaired(text, i);
                if (c >= 0x800 && !halfOfPair) {
                    bytes++;
                }
            }
        }
        return bytes;
    }

    private static boolean isPaired(String text, int i) {
        char c = text.charAt(i);
        return Character.isHighSurrogate(c)
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
