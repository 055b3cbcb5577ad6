package io.proctemplate.bootstrap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Turns the text of a setting into its value. */
@FunctionalInterface
interface ValueParser<T> {

    /**
     * The value {@code text} stands for.
     *
     * @throws IllegalArgumentException whose message goes on after the setting's name ("must be …"), and never holds the
     *     text itself
     */
    T parse(String text);

    static ValueParser<String> anyText() {
        return text -> text;
    }

    /** The name of a file, there or not. */
    static ValueParser<String> nameOfFile() {
        return name -> {
            try {
                return Path.of(name).toString();
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException("must name a file", e);
            }
        };
    }

    /** What the file with that name holds, without the line break at its end; nothing for no name. */
    static ValueParser<String> contentOfFile() {
        return name -> {
            try {
                return name.isEmpty() ? "" : Files.readString(Path.of(name)).replaceFirst("\\R\\z", "");
            } catch (IOException | InvalidPathException e) {
                throw new IllegalArgumentException(
                        "must name a file that can be read (" + e.getClass().getSimpleName() + ")", e);
            }
        };
    }

    static ValueParser<String> textBeginningWith(String prefix) {
        return text -> {
            if (!text.startsWith(prefix)) {
                throw new IllegalArgumentException("must begin with " + prefix);
            }
            return text;
        };
    }

    /** An integer in {@code min…max}, in plain decimal digits. */
    static ValueParser<Long> integer(long min, long max) {
        return text -> {
            String rule = "must be a whole number from " + min + " to " + max;
            if (!text.matches("[0-9]{1,18}")) {
                throw new IllegalArgumentException(rule);
            }
            long number = Long.parseLong(text);
            if (number < min || number > max) {
                throw new IllegalArgumentException(rule);
            }
            return number;
        };
    }

    /** One of the constants of an enum, spelt in lower case. */
    static <E extends Enum<E>> ValueParser<E> oneOf(Class<E> type) {
        List<E> choices = List.of(type.getEnumConstants());
        return text -> choices.stream()
                .filter(choice -> lowerCase(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + String.join(
                                ", ",
                                choices.stream().map(ValueParser::lowerCase).toList())));
    }

    private static String lowerCase(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
