package io.proctemplate.domain.field;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violations;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * The templated fields of one process or one bind row, each once; a field that was not sent is unset. Immutable.
 *
 * <pre>{@code
 * FieldSet fields = new FieldSet.Builder(Fields.PROCESS)
 *         .set(Fields.USER, TemplatedField.locked("www"))
 *         .build();
 * String user = fields.value(Fields.USER); // "www"
 * Long timeout = fields.value(Fields.TIMEOUT); // null
 * }</pre>
 *
 * @since 0.1.0
 */
public final class FieldSet {
    private final Catalogue catalogue;
    private final @Nullable TemplatedField<?>[] byOrdinal;

    private FieldSet(Catalogue catalogue, @Nullable TemplatedField<?>[] byOrdinal) {
        this.catalogue = catalogue;
        this.byOrdinal = byOrdinal;
    }

    /**
     * The templated value of {@code field}, {@link TemplatedField#unset()} if it was not sent.
     *
     * @throws IllegalArgumentException if the field is of another catalogue
     */
    @SuppressWarnings(
            "unchecked") // the builder puts a TemplatedField<T> at the ordinal of a Field<T>, and nothing else
    public <T> TemplatedField<T> get(Field<T> field) {
        TemplatedField<?> templated = byOrdinal[catalogue.positionOf(field)];
        return templated == null ? TemplatedField.unset() : (TemplatedField<T>) templated;
    }

    /** The value of {@code field}, null for none. */
    public <T> @Nullable T value(Field<T> field) {
        return get(field).value();
    }

    /** Whether instances are subject to the template's value of {@code field}: its flag says so, or it always is. */
    public boolean isLocked(Field<?> field) {
        return field.is(Trait.ALWAYS_LOCKED) || get(field).asDefaultValue();
    }

    /** All values without their locks: what an instance starts with. */
    public ValueSet values() {
        ValueSet.Builder values = new ValueSet.Builder(catalogue);
        for (Field<?> field : catalogue.fields()) {
            copy(field, values);
        }
        return values.build();
    }

    private <T> void copy(Field<T> field, ValueSet.Builder into) {
        into.set(field, value(field));
    }

    /** The catalogue of the fields. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Shows every field that is not unset, in the order of the catalogue. */
    public void forEachSet(Visitor visitor) {
        for (Field<?> field : catalogue.fields()) {
            if (byOrdinal[field.ordinal()] != null) {
                show(field, visitor);
            }
        }
    }

    private <T> void show(Field<T> field, Visitor visitor) {
        TemplatedField<T> templated = get(field);
        T value = templated.value();
        visitor.field(field.name(), value == null ? null : field.render(value), templated.lock());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldSet set && catalogue == set.catalogue && Arrays.equals(byOrdinal, set.byOrdinal);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byOrdinal);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEachSet((name, value, lock) -> text.append(text.length() > 1 ? ", " : "")
                .append(name)
                .append('=')
                .append(value)
                .append(' ')
                .append(lock));
        return text.append('}').toString();
    }

    /** Sees one field after the other as a name and a scalar. */
    @FunctionalInterface
    public interface Visitor {
        /** One field that is not unset; its value is null for none. */
        void field(String name, @Nullable Scalar value, Lock lock);
    }

    /** Gathers fields. For one thread. */
    public static final class Builder {
        private final Catalogue catalogue;
        private final @Nullable TemplatedField<?>[] byOrdinal;
        private final @Nullable FieldSet before;
        private final BitSet drafted = new BitSet();

        public Builder(Catalogue catalogue) {
            this.catalogue = catalogue;
            this.byOrdinal = new TemplatedField<?>[catalogue.fields().size()];
            this.before = null;
        }

        /** Starts from {@code before}, for a revision of it: what is fixed after creation will stay. */
        public Builder(FieldSet before) {
            this.catalogue = before.catalogue;
            this.byOrdinal = before.byOrdinal.clone();
            this.before = before;
        }

        /** Sets {@code field}, one of this builder's catalogue. */
        public <T> Builder set(Field<T> field, TemplatedField<T> templated) {
            byOrdinal[catalogue.positionOf(field)] = templated.isUnset() ? null : templated;
            return this;
        }

        /**
         * Sets the field called {@code name} to what was sent for it, with everything that is wrong reported to
         * {@code out}.
         *
         * @return whether there is a field of this name
         */
        public boolean draft(String name, Node sent, Path parent, Violations.Collector out) {
            Field<?> field = catalogue.find(name);
            if (field == null) {
                return false;
            }
            draft(field, sent, parent.member(name), out);
            return true;
        }

        private <T> void draft(Field<T> field, Node sent, Path at, Violations.Collector out) {
            if (before != null && field.is(Trait.FIXED_AFTER_CREATION)) {
                field.draftFixed(before.get(field), sent, at, out);
                return;
            }
            set(field, field.draft(sent, at, out));
            drafted.set(field.ordinal());
        }

        /** Reports each required field for which nothing was sent; for the time when all that was sent has been set. */
        public void requireSent(Path parent, Violations.Collector out) {
            for (Field<?> field : catalogue.fields()) {
                if (!drafted.get(field.ordinal())) {
                    field.requireValue(parent.member(field.name()).member(TemplatedField.VALUE), out);
                }
            }
        }

        /**
         * Sets the field called {@code name} to what a store kept, by structure alone. A name that is no longer, or not
         * yet, of the catalogue is passed over.
         *
         * @throws IllegalArgumentException if the scalar does not stand for a value of the field's type
         */
        public void restore(String name, @Nullable Scalar scalar, Lock lock) {
            Field<?> field = catalogue.find(name);
            if (field != null) {
                restore(field, scalar, lock);
            }
        }

        private <T> void restore(Field<T> field, @Nullable Scalar scalar, Lock lock) {
            set(field, new TemplatedField<>(scalar == null ? null : field.restore(scalar), lock));
        }

        /** The fields gathered so far. */
        public FieldSet build() {
            return new FieldSet(catalogue, byOrdinal.clone());
        }
    }
}
