package io.proctemplate.domain.field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one level, the process or the bind row, in the order of their declaration. Immutable.
 *
 * <pre>{@code
 * List<String> required = Fields.PROCESS.fields().stream()
 *         .filter(field -> field.is(Trait.REQUIRED))
 *         .map(Field::name)
 *         .toList(); // bk_func_name, bk_process_name
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Catalogue {
    private final List<Field<?>> fields;
    private final Map<String, Field<?>> byName;

    private Catalogue(Map<String, Field<?>> byName, List<Field<?>> fields) {
        this.byName = Map.copyOf(byName);
        this.fields = List.copyOf(fields);
    }

    /** All fields, in the order of their declaration. */
    public List<Field<?>> fields() {
        return fields;
    }

    /** The field with this name on the wire, null if there is none. */
    public @Nullable Field<?> find(String name) {
        return byName.get(name);
    }

    /** The position of {@code field} among these. */
    int positionOf(Field<?> field) {
        int position = field.ordinal();
        if (position >= fields.size() || fields.get(position) != field) {
            throw new IllegalArgumentException("not of this catalogue: " + field);
        }
        return position;
    }

    /** Takes one declaration after the other, each in one line of {@link Fields}. */
    static final class Declaration {
        private final List<Field<?>> fields = new ArrayList<>();
        private final Map<String, Field<?>> byName = new HashMap<>();

        /** A text of at most {@code maxBytes} bytes of UTF-8. */
        Field<String> text(String name, int maxBytes, String description, Trait... traits) {
            List<Constraint<String>> constraints =
                    List.of(new Constraint.MaxBytes(maxBytes), new Constraint.WellFormed());
            return add(name, ValueType.TEXT, constraints, description, traits);
        }

        /** An integer in {@code min…max}. */
        Field<Long> integer(String name, long min, long max, String description, Trait... traits) {
            return add(name, ValueType.INTEGER, List.of(new Constraint.Range(min, max)), description, traits);
        }

        Field<Boolean> flag(String name, String description, Trait... traits) {
            return add(name, ValueType.FLAG, List.of(), description, traits);
        }

        <T> Field<T> of(
                String name, ValueType<T> type, List<Constraint<T>> constraints, String description, Trait... traits) {
            return add(name, type, constraints, description, traits);
        }

        private <T> Field<T> add(
                String name, ValueType<T> type, List<Constraint<T>> constraints, String description, Trait... traits) {
            Field<T> field = new Field<>(name, fields.size(), type, constraints, Set.of(traits), description);
            if (byName.put(name, field) != null) {
                throw new IllegalStateException("declared twice: " + name);
            }
            fields.add(field);
            return field;
        }

        Catalogue close() {
            return new Catalogue(byName, fields);
        }
    }
}
