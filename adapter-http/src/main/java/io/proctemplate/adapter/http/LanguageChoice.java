package io.proctemplate.adapter.http;

import io.proctemplate.wire.text.Language;
import org.jspecify.annotations.Nullable;

/** Which language a client asks for. */
final class LanguageChoice {
    private LanguageChoice() {}

    /** What a client asks for: its {@code Blueking-Language}, else the best of its {@code Accept-Language}, else the face's. */
    static Language of(Headers headers, Face face) {
        Language named = ofTag(headers.first(Headers.BLUEKING_LANGUAGE));
        if (named != null) {
            return named;
        }
        String accepted = headers.first(Headers.ACCEPT_LANGUAGE);
        Language preferred = accepted == null ? null : preferred(accepted);
        return preferred == null ? face.language() : preferred;
    }

    /** The known language of the greatest weight, of equal ones the first; null if none is known or wanted. */
    private static @Nullable Language preferred(String ranges) {
        Language best = null;
        double bestWeight = 0;
        int start = 0;
        while (start < ranges.length()) {
            int comma = ranges.indexOf(',', start);
            int end = comma < 0 ? ranges.length() : comma;
            int semicolon = ranges.indexOf(';', start);
            boolean weighted = semicolon >= 0 && semicolon < end;
            Language language = ofTag(ranges.substring(start, weighted ? semicolon : end));
            double weight = weighted ? weight(ranges.substring(semicolon + 1, end)) : 1;
            if (language != null && weight > bestWeight) {
                best = language;
                bestWeight = weight;
            }
            start = end + 1;
        }
        return best;
    }

    private static double weight(String parameter) {
        String stripped = parameter.strip();
        if (!stripped.startsWith("q=")) {
            return 1;
        }
        try {
            return Double.parseDouble(stripped.substring(2));
        } catch (NumberFormatException notAWeight) {
            return 0;
        }
    }

    private static @Nullable Language ofTag(@Nullable String tag) {
        return tag == null ? null : Language.ofTag(tag).orElse(null);
    }
}
