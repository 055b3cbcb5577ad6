package io.proctemplate.adapter.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;

/** The texts of one language, taken apart once, so that filling one in is a few appends. Immutable. */
final class Texts {
    private static final String BUNDLE = "io.proctemplate.adapter.http.messages";

    private final Map<Text, Template> templates = new EnumMap<>(Text.class);

    private Texts(ResourceBundle bundle) {
        for (Text text : Text.values()) {
            templates.put(text, Template.parse(bundle.getString(text.key())));
        }
    }

    /**
     * The texts of every language.
     *
     * @throws java.util.MissingResourceException if a language lacks a text
     */
    static Map<Language, Texts> load() {
        Map<Language, Texts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, load(language));
        }
        return all;
    }

    /**
     * The texts of one language.
     *
     * @throws java.util.MissingResourceException if it lacks a text
     */
    static Texts load(Language language) {
        return new Texts(ResourceBundle.getBundle(BUNDLE, language.locale()));
    }

    /** The text with {@code {0}}, {@code {1}} … replaced by the arguments. */
    String fill(Text text, Object... arguments) {
        return fill(text, position -> arguments[Integer.parseInt(position)]);
    }

    /** The text with each {@code {name}} replaced by the value of the name. */
    String fill(Text text, Function<String, Object> values) {
        Template template = templates.get(text);
        if (template == null) {
            throw new IllegalStateException("no text " + text);
        }
        return template.fill(values);
    }

    /** Literal parts with the names of the values that stand between them. */
    private record Template(List<String> literals, List<String> names) {

        static Template parse(String pattern) {
            List<String> literals = new ArrayList<>();
            List<String> names = new ArrayList<>();
            int start = 0;
            for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', start)) {
                int close = pattern.indexOf('}', open);
                literals.add(pattern.substring(start, open));
                names.add(pattern.substring(open + 1, close));
                start = close + 1;
            }
            literals.add(pattern.substring(start));
            return new Template(List.copyOf(literals), List.copyOf(names));
        }

        String fill(Function<String, Object> values) {
            StringBuilder text = new StringBuilder(224).append(literals.get(0));
            for (int i = 0; i < names.size(); i++) {
                text.append(values.apply(names.get(i))).append(literals.get(i + 1));
            }
            return text.toString();
        }
    }
}
