package io.proctemplate.wire.text;

/** Messages of callers made fit for an answer: of bounded length, and without halves of surrogate pairs, which UTF-8 lacks. */
public final class Excerpt {
    /** How many characters (code points) of a value are shown. */
    static final int MAX_CHARACTERS = 100;

    private static final char REPLACEMENT = '\uFFFD';

    private Excerpt() {}

    /** The first characters of {@code text}, all of them if it is short. */
    public static String cut(String text) {
        return wellFormed(isShort(text) ? text : text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS)));
    }

    /** As {@link #cut}, with an ellipsis where something was cut off. */
    public static String inMessage(String text) {
        return isShort(text) ? wellFormed(text) : cut(text) + '…';
    }

    private static boolean isShort(String text) {
        return text.length() <= MAX_CHARACTERS || text.codePointCount(0, text.length()) <= MAX_CHARACTERS;
    }

    /** {@code text} with U+FFFD in the place of every lone surrogate. */
    public static String wellFormed(String text) {
        int at = loneSurrogate(text, 0);
        if (at < 0) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text);
        for (; at >= 0; at = loneSurrogate(text, at + 1)) {
            repaired.setCharAt(at, REPLACEMENT);
        }
        return repaired.toString();
    }

    private static int loneSurrogate(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
