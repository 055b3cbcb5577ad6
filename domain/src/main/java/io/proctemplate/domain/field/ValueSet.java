package io.proctemplate.domain.field;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violations;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values of the fields of one catalogue without locks, as an instance carries them. Immutable.
 *
 * <pre>{@code
 * ValueSet values = template.fields().values();
 * ValueSet changed = values.toBuilder().set(Fields.TIMEOUT, 30L).build();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ValueSet {
    private final Catalogue catalogue;
    private final @Nullable Object[] byOrdinal;

    private ValueSet(Catalogue catalogue, @Nullable Object[] byOrdinal) {
        this.catalogue = catalogue;
        this.byOrdinal = byOrdinal;
    }

    /**
     * The value of {@code field}, null for none.
     *
     * @throws IllegalArgumentException if the field is of another catalogue
     */
    @SuppressWarnings("unchecked") // the builder puts a T at the position of a Field<T>, and nothing else
    public <T> @Nullable T get(Field<T> field) {
        return (T) byOrdinal[catalogue.positionOf(field)];
    }

    /** The scalar that stands for the value of {@code field}, empty for none. */
    public <T> Optional<Scalar> scalar(Field<T> field) {
        return Optional.ofNullable(get(field)).map(field::render);
    }

    /** The catalogue of the fields. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** A builder that starts with these values. */
    public Builder toBuilder() {
        return new Builder(catalogue, byOrdinal.clone());
    }

    /** Shows every value that is not null, in the order of the catalogue. */
    public void forEachSet(Visitor visitor) {
        for (Field<?> field : catalogue.fields()) {
            scalar(field).ifPresent(value -> visitor.value(field.name(), value));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ValueSet set && catalogue == set.catalogue && Arrays.equals(byOrdinal, set.byOrdinal);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byOrdinal);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEachSet((name, value) -> text.append(text.length() > 1 ? ", " : "")
                .append(name)
                .append('=')
                .append(value.excerpt()));
        return text.append('}').toString();
    }

    /** Sees one value after the other as a name and a scalar. */
    @FunctionalInterface
    public interface Visitor {
        /** One field that has a value. */
        void value(String name, Scalar value);
    }

    /** Gathers values. For one thread. */
    public static final class Builder {
        private final Catalogue catalogue;
        private final @Nullable Object[] byOrdinal;

        /** No values yet, of the fields of {@code catalogue}. */
        public Builder(Catalogue catalogue) {
            this(catalogue, new Object[catalogue.fields().size()]);
        }

        private Builder(Catalogue catalogue, @Nullable Object[] byOrdinal) {
            this.catalogue = catalogue;
            this.byOrdinal = byOrdinal;
        }

        /**
         * Gives {@code field} a value, null for none.
         *
         * @throws IllegalArgumentException if the field is of another catalogue
         */
        public <T> Builder set(Field<T> field, @Nullable T value) {
            byOrdinal[catalogue.positionOf(field)] = value;
            return this;
        }

        /** Gives {@code field} the value it has in {@code values}. */
        public <T> Builder copy(Field<T> field, ValueSet values) {
            return set(field, values.get(field));
        }

        /** Gives {@code field} the bare value that was sent, with everything wrong with it reported to {@code out}. */
        public <T> Builder draft(Field<T> field, Node sent, Path at, Violations.Collector out) {
            return set(field, field.draftValue(sent, at, out));
        }

        /**
         * Gives the field called {@code name} a value that was kept, by structure alone. A name that is not of the
         * catalogue is passed over.
         *
         * @throws IllegalArgumentException if the scalar does not stand for a value of the field's type
         */
        public Builder restore(String name, Scalar scalar) {
            Field<?> field = catalogue.find(name);
            if (field != null) {
                restore(field, scalar);
            }
            return this;
        }

        private <T> void restore(Field<T> field, Scalar scalar) {
            set(field, field.restore(scalar));
        }

        /** The values gathered so far. */
        public ValueSet build() {
            return new ValueSet(catalogue, byOrdinal.clone());
        }
    }
}
