package io.proctemplate.application.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A name that an operator gives to an application, a user or a business: 1 to 256 bytes, fit to be shown in one line. */
public final class AdministeredName {
    /** The most bytes of UTF-8. */
    public static final int MAX_BYTES = 256;

    private final String text;

    private AdministeredName(String text) {
        this.text = text;
    }

    /** The name, empty if it cannot be one. */
    public static Optional<AdministeredName> parse(String text) {
        return isName(text) ? Optional.of(new AdministeredName(text)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.equals(text.strip())
                && text.codePoints().noneMatch(AdministeredName::isUnfit)
                && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    /** Control characters, separators of lines and paragraphs, what turns the direction of writing, half a character. */
    private static boolean isUnfit(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AdministeredName name && name.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
