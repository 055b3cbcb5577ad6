package io.proctemplate.bootstrap;

import java.util.Locale;

/**
 * One thing an operator can set. The flag, the environment variable, the key in the file, the line of {@code --help} and
 * the row of the README's table all derive from it.
 *
 * @param key the name: lower case, words joined by {@code -}; also the key in the file
 * @param placeholder stands for the value in the help
 * @param unit of the value, "" for none
 * @param defaultText the value where none is given
 * @param meaning for people, one sentence without its full stop
 * @param confidential whether the value may hold a secret: it is then never shown, not even in an error
 */
record Setting<T>(
        String key,
        String placeholder,
        String unit,
        String defaultText,
        ValueParser<T> parser,
        String meaning,
        boolean confidential) {
    /** What the names of all environment variables of the program begin with. */
    static final String ENVIRONMENT_PREFIX = "PROCTEMPLATE_";

    static <T> Setting<T> of(
            String key, String placeholder, String unit, String defaultText, ValueParser<T> parser, String meaning) {
        return new Setting<>(key, placeholder, unit, defaultText, parser, meaning, false);
    }

    /** This setting, with its value never shown. */
    Setting<T> hidden() {
        return new Setting<>(key, placeholder, unit, defaultText, parser, meaning, true);
    }

    String flag() {
        return "--" + key;
    }

    String environmentName() {
        return ENVIRONMENT_PREFIX + key.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    T defaultValue() {
        return parser.parse(defaultText);
    }

    /** The meaning with the unit: what a list of settings says about this one. */
    String description() {
        return unit.isEmpty() ? meaning : meaning + " (" + unit + ")";
    }
}
