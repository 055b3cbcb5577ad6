package io.proctemplate.wire.text;

import java.util.Locale;
import java.util.Optional;

/** The languages that messages exist in. */
public enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.CHINESE);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language without a country. */
    public Locale locale() {
        return locale;
    }

    /** The language of a tag such as {@code zh-cn}, empty for any other. */
    public static Optional<Language> ofTag(String tag) {
        String lower = tag.strip().toLowerCase(Locale.ROOT);
        int dash = lower.indexOf('-');
        return switch (dash < 0 ? lower : lower.substring(0, dash)) {
            case "en" -> Optional.of(EN);
            case "zh" -> Optional.of(ZH);
            default -> Optional.empty();
        };
    }
}
