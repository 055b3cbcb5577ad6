package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every value that counts on a process, and where it comes from.
 *
 * <pre>{@code
 * Effective effective = Instances.effective(template, process, host);
 * for (Effective.Value value : effective.values()) {
 *     String line = value.field() + " = " + value.value() + ", " + value.origin();
 * }
 * }</pre>
 *
 * @param values one for each field of the process, in the order of the catalogue
 * @param rows one for each row of the template, in its order
 * @since 0.1.0
 */
public record Effective(List<Value> values, List<Row> rows) {
    /** Copies the lists. */
    public Effective {
        values = List.copyOf(values);
        rows = List.copyOf(rows);
    }

    /** Where a value comes from. */
    public enum Origin {
        /** The template locks it. */
        LOCKED,
        /** It is free, and still what the template lets a process start with. */
        INITIAL,
        /** It is free, and was set on the process. */
        INSTANCE
    }

    /**
     * The value of one field.
     *
     * @param value null for none; the literal address in the place of a choice
     */
    public record Value(Field<?> field, @Nullable Scalar value, Origin origin) {}

    /** The values of one row, one for each of its fields. */
    public record Row(long templateRowId, List<Value> values) {
        /** Copies the list. */
        public Row {
            values = List.copyOf(values);
        }
    }

    /**
     * Compares.
     *
     * @param initial what the template makes
     * @param current what counts on the process; its rows are those of {@code initial}, in the same order
     */
    static Effective of(Process initial, Process current, ProcessProperty template) {
        List<Row> rows = new ArrayList<>(template.rows().size());
        for (int i = 0; i < template.rows().size(); i++) {
            BindRow row = template.rows().get(i);
            BoundRow before = initial.rows().get(i);
            BoundRow now = current.rows().get(i);
            rows.add(new Row(row.rowId(), values(row.fields(), before::scalar, now::scalar)));
        }
        return new Effective(values(template.fields(), initial.values()::scalar, current.values()::scalar), rows);
    }

    private static List<Value> values(
            FieldSet template,
            Function<Field<?>, Optional<Scalar>> initial,
            Function<Field<?>, Optional<Scalar>> current) {
        List<Value> values = new ArrayList<>();
        for (Field<?> field : template.catalogue().fields()) {
            Optional<Scalar> value = current.apply(field);
            Origin free = value.equals(initial.apply(field)) ? Origin.INITIAL : Origin.INSTANCE;
            values.add(new Value(field, value.orElse(null), template.isLocked(field) ? Origin.LOCKED : free));
        }
        return values;
    }
}
