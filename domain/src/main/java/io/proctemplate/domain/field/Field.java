package io.proctemplate.domain.field;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The key of one templated field: its name on the wire, its type and rules. There is one instance a field, declared in
 * {@link Fields}; two fields are equal if they are the same.
 *
 * <pre>{@code
 * boolean fine = Fields.TIMEOUT.accepts(30L); // true
 * boolean tooLong = Fields.TIMEOUT.accepts(10_001L); // false
 * }</pre>
 *
 * @param <T> the type of the field's values
 * @since 0.1.0
 */
public final class Field<T> {
    private final String name;
    private final int ordinal;
    private final ValueType<T> type;
    private final List<Constraint<T>> constraints;
    private final Set<Trait> traits;
    private final String description;

    Field(
            String name,
            int ordinal,
            ValueType<T> type,
            List<Constraint<T>> constraints,
            Set<Trait> traits,
            String description) {
        this.name = name;
        this.ordinal = ordinal;
        this.type = type;
        this.constraints = List.copyOf(constraints);
        this.traits = Set.copyOf(traits);
        this.description = description;
    }

    /** The name on the wire. */
    public String name() {
        return name;
    }

    /** The position in its catalogue, from 0. */
    int ordinal() {
        return ordinal;
    }

    /** The kind of scalar that carries a value on the wire. */
    public Kind kind() {
        return type.kind();
    }

    /** What a new value must keep to, beyond its type. */
    public List<Constraint<T>> constraints() {
        return constraints;
    }

    /** Whether {@code value} keeps all constraints, so that a template may carry it. */
    public boolean accepts(T value) {
        Violations.Collector out = new Violations.Collector();
        check(value, Path.root(), out);
        return out.errorCount() == 0;
    }

    private void check(T value, Path at, Violations.Collector out) {
        for (int i = 0; i < constraints.size(); i++) { // for every value of every batch: without an iterator
            constraints.get(i).check(value, at, out);
        }
    }

    /** Whether the field has this trait. */
    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /** One line for people, with the unit of a number. */
    public String description() {
        return description;
    }

    /** The scalar that stands for the templated value, empty for none. */
    public Optional<Scalar> render(TemplatedField<T> templated) {
        return Optional.ofNullable(templated.value()).map(this::render);
    }

    /** The scalar that stands for {@code value}. */
    public Scalar render(T value) {
        return type.render(value);
    }

    /**
     * Reads what a caller sent for this field, {@code {"value": …, "as_default_value": …}}, with everything that is wrong
     * with it reported to {@code out}; {@code null} stands for a field that was not sent.
     */
    TemplatedField<T> draft(Node node, Path at, Violations.Collector out) {
        if (node instanceof Node.Mapping mapping) {
            return read(mapping, at, out);
        }
        if (node != Node.Null.NULL) {
            out.error(Violation.wrongType(at, Kind.OBJECT, node.excerpt()));
        } else {
            requireValue(at.member(TemplatedField.VALUE), out);
        }
        return TemplatedField.unset();
    }

    /**
     * Looks at what was sent for this field where {@code fixed} stays whatever is sent: another value is a warning; wrong
     * types are errors and odd keys and flags are warnings here too.
     */
    void draftFixed(TemplatedField<T> fixed, Node node, Path at, Violations.Collector out) {
        Violations.Collector judged = new Violations.Collector();
        TemplatedField<T> sent = draft(node, at, judged);
        judged.warnings().forEach(out::warning);
        List<Violation> mistyped = judged.errors().list().stream()
                .filter(violation -> violation.rule().check() == Rule.Check.SHAPE)
                .toList();
        mistyped.forEach(out::error);
        if (mistyped.isEmpty() && !Objects.equals(sent.value(), fixed.value())) {
            Path place = node == Node.Null.NULL ? at : at.member(TemplatedField.VALUE);
            out.warning(Violation.fixedValue(place, String.valueOf(fixed.value())));
        }
    }

    private TemplatedField<T> read(Node.Mapping mapping, Path at, Violations.Collector out) {
        T value = null;
        boolean hasValue = false;
        Lock lock = Lock.UNSAID;
        for (int i = 0; i < mapping.size(); i++) {
            switch (mapping.name(i)) {
                case TemplatedField.VALUE -> {
                    value = draftValue(mapping.node(i), at.member(TemplatedField.VALUE), out);
                    hasValue = true;
                }
                case TemplatedField.AS_DEFAULT_VALUE -> lock = lock(mapping.node(i), at, out);
                default -> out.warning(Violation.unknownKey(at.member(mapping.name(i)), mapping.name(i)));
            }
        }
        if (!hasValue) {
            requireValue(at.member(TemplatedField.VALUE), out);
        }
        return new TemplatedField<>(value, is(Trait.ALWAYS_LOCKED) ? Lock.LOCKED : lock);
    }

    /**
     * Reads a bare value as a caller sent it, with everything that is wrong with it reported to {@code out}; null for
     * none.
     */
    @Nullable
    T draftValue(Node node, Path at, Violations.Collector out) {
        boolean none = node == Node.Null.NULL || (is(Trait.REQUIRED) && node.equals(EMPTY));
        if (none) {
            requireValue(at, out);
            return null;
        }
        T value = type.read(node, at, out);
        if (value != null) {
            check(value, at, out);
        }
        return value;
    }

    private Lock lock(Node node, Path at, Violations.Collector out) {
        Lock lock = readLock(node, at, out);
        if (is(Trait.ALWAYS_LOCKED) && lock == Lock.FREE) {
            out.warning(Violation.lockForced(at.member(TemplatedField.AS_DEFAULT_VALUE)));
        }
        return lock;
    }

    /** Reads a lock as the wire spells it: true, false or null. */
    public static Lock readLock(Node node, Path at, Violations.Collector out) {
        if (node instanceof Scalar.Flag flag) {
            return Lock.of(flag.value());
        }
        if (node != Node.Null.NULL) {
            out.error(Violation.wrongType(at.member(TemplatedField.AS_DEFAULT_VALUE), Kind.FLAG, node.excerpt()));
        }
        return Lock.UNSAID;
    }

    /** Reports that there is no value, if this field must have one. */
    void requireValue(Path at, Violations.Collector out) {
        if (is(Trait.REQUIRED)) {
            out.error(Violation.missing(at));
        }
    }

    /**
     * What a store kept, by structure alone: constraints are not looked at.
     *
     * @throws IllegalArgumentException if the scalar does not stand for a value of the type
     */
    T restore(Scalar scalar) {
        Violations.Collector out = new Violations.Collector();
        T value = type.read(scalar, Path.root(), out);
        if (value == null) {
            throw new IllegalArgumentException("stored " + name + " cannot be read: " + out.errors());
        }
        return value;
    }

    @Override
    public String toString() {
        return name;
    }

    private static final Node EMPTY = Scalar.of("");
}
