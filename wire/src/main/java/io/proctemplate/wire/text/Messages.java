package io.proctemplate.wire.text;

import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.violation.Data;
import io.proctemplate.domain.violation.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;

/**
 * What is said in one language. The texts are taken apart once, so that filling one in is a few appends. Immutable; safe
 * for any number of threads.
 */
public final class Messages {
    private static final String BUNDLE = "io.proctemplate.wire.text.messages";

    private final Map<MessageKey, Template> templates = new EnumMap<>(MessageKey.class);

    private Messages(ResourceBundle bundle) {
        for (MessageKey key : MessageKey.values()) {
            templates.put(key, Template.parse(bundle.getString(key.key())));
        }
    }

    /**
     * Those of every language.
     *
     * @throws java.util.MissingResourceException if a language lacks a text
     */
    public static Map<Language, Messages> inEveryLanguage() {
        Map<Language, Messages> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, in(language));
        }
        return all;
    }

    /**
     * Those of one language.
     *
     * @throws java.util.MissingResourceException if it lacks a text
     */
    public static Messages in(Language language) {
        return new Messages(ResourceBundle.getBundle(BUNDLE, language.locale()));
    }

    /** The sentence about {@code violation}, which names field, limit and value. */
    public String of(Violation violation) {
        return of(violation, FieldName.of(violation.path().pointer()));
    }

    /** The sentence about {@code violation} of what people call {@code field}. */
    public String of(Violation violation, String field) {
        return ViolationText.of(violation, field, this);
    }

    /** The sentence about {@code refusal}; if the request breaks rules, about the violation that speaks for all. */
    public String of(Refusal refusal) {
        return RefusalText.of(refusal, this);
    }

    /** The sentence that {@code message} stands for. */
    public String of(Message message) {
        return fill(message.key(), message.data());
    }

    /** What people call a right. */
    public String nameOf(Action action) {
        return ValueText.of(action, this);
    }

    /** The text without anything to fill in. */
    public String of(MessageKey key) {
        return fill(key, Data.none());
    }

    /** The text with each {@code {name}} replaced by the datum of this name. */
    String fill(MessageKey key, Data data) {
        return fill(key, name -> ValueText.of(data.find(name).orElseThrow(), this));
    }

    /** The text with each {@code {name}} replaced by the value of the name. */
    String fill(MessageKey key, Function<String, Object> values) {
        Template template = templates.get(key);
        if (template == null) {
            throw new IllegalStateException("no text " + key);
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
