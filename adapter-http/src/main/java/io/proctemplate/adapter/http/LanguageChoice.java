package io.proctemplate.adapter.http;

import io.proctemplate.wire.text.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;

/** Which language a client asks for. */
final class LanguageChoice {
    /** Browsers send a tenth of it; to parse many ranges takes the square of their number. */
    static final int MAX_RANGES_LENGTH = 1000;

    private static final List<Locale> LOCALES =
            Arrays.stream(Language.values()).map(Language::locale).toList();

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

    /** The known language that is wanted most, of equal ones the first; null if none is, or the header is none. */
    private static @Nullable Language preferred(String ranges) {
        if (ranges.length() > MAX_RANGES_LENGTH) {
            return null;
        }
        try {
            Locale wanted = Locale.lookup(LanguageRange.parse(ranges.strip()), LOCALES);
            return wanted == null ? null : ofTag(wanted.getLanguage());
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static @Nullable Language ofTag(@Nullable String tag) {
        return tag == null ? null : Language.ofTag(tag).orElse(null);
    }
}
