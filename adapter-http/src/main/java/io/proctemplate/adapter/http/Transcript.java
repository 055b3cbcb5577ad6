package io.proctemplate.adapter.http;

import org.jspecify.annotations.Nullable;

/**
 * What is kept of an answer to be given again, byte for byte.
 *
 * @param text a line with the version of the object that was answered, empty if it has none; then a JSON object of the
 *     envelope's members from {@code data} on
 */
record Transcript(String text) {

    static Transcript of(@Nullable Long version, String object) {
        return new Transcript((version == null ? "" : version.toString()) + '\n' + object);
    }

    @Nullable
    Long version() {
        String line = text.substring(0, text.indexOf('\n'));
        return line.isEmpty() ? null : Long.valueOf(line);
    }

    /** The members, without the braces around them. */
    String members() {
        return text.substring(text.indexOf('\n') + 2, text.length() - 1);
    }
}
