package io.proctemplate.adapter.cli;

/** Texts of files made fit for a terminal: of bounded length, in one line, without control characters. */
final class Excerpt {
    private static final int MAX_CHARACTERS = 100;

    private Excerpt() {}

    /** The begin of {@code text}, with an ellipsis where something was cut off. */
    static String of(String text) {
        return text.codePointCount(0, text.length()) <= MAX_CHARACTERS
                ? inLine(text)
                : inLine(text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS))) + '…';
    }

    /** All of {@code text}, each control character and each half of a surrogate pair shown as U+FFFD. */
    static String inLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(c -> isHarmless(c) ? c : 0xFFFD).forEach(line::appendCodePoint);
        return line.toString();
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> true;
        };
    }
}
