package io.proctemplate.domain.field;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How values of {@code T} are read from a scalar and rendered as one. Reading judges only whether the scalar stands for
 * a {@code T} at all; limits are {@link Constraint}s.
 */
final class ValueType<T> {
    static final ValueType<String> TEXT = new ValueType<>(Kind.TEXT, ValueType::text, Scalar::of);
    static final ValueType<Long> INTEGER = new ValueType<>(
            Kind.INTEGER, (node, at, out) -> node instanceof Scalar.Number number ? number.value() : null, Scalar::of);
    static final ValueType<Boolean> FLAG = new ValueType<>(
            Kind.FLAG, (node, at, out) -> node instanceof Scalar.Flag flag ? flag.value() : null, Scalar::of);
    static final ValueType<Ports> PORTS = new ValueType<>(
            Kind.TEXT,
            (node, at, out) -> node instanceof Scalar.Text text ? Ports.parse(text.value(), at, out) : null,
            ports -> Scalar.of(ports.toString()));
    static final ValueType<BindAddress> BIND_ADDRESS = choice(BindAddress.values());
    static final ValueType<Protocol> PROTOCOL = choice(Protocol.values());

    private final Kind kind;
    private final Reader<T> reader;
    private final Function<T, Scalar> renderer;

    private ValueType(Kind kind, Reader<T> reader, Function<T, Scalar> renderer) {
        this.kind = kind;
        this.reader = reader;
        this.renderer = renderer;
    }

    private static @Nullable String text(Node node, Path at, Violations.Collector out) {
        return node instanceof Scalar.Text text ? text.value() : null;
    }

    private static <E extends Choice> ValueType<E> choice(E[] constants) {
        List<E> choices = List.of(constants);
        return new ValueType<>(
                Kind.TEXT,
                (node, at, out) -> node instanceof Scalar.Text text ? choose(choices, text.value(), at, out) : null,
                choice -> Scalar.of(choice.wire()));
    }

    private static <E extends Choice> @Nullable E choose(
            List<E> choices, String wire, Path at, Violations.Collector out) {
        for (E choice : choices) {
            if (choice.wire().equals(wire)) {
                return choice;
            }
        }
        Stream<String> offered = choices.stream().map(Choice::wire).filter(text -> !text.isEmpty());
        out.error(Violation.notAChoice(at, offered.toList(), wire));
        return null;
    }

    /** The kind of scalar that carries the value. */
    Kind kind() {
        return kind;
    }

    /** The value {@code node} stands for, null after a report to {@code out} if it stands for none. */
    @Nullable
    T read(Node node, Path at, Violations.Collector out) {
        int before = out.errorCount();
        T value = reader.read(node, at, out);
        if (value == null && out.errorCount() == before) {
            out.error(Violation.wrongType(at, kind, node.excerpt()));
        }
        return value;
    }

    /** The scalar that stands for {@code value}. */
    Scalar render(T value) {
        return renderer.apply(value);
    }

    /** Reads one kind of value; null without a report means the wrong kind of node. */
    private interface Reader<T> {
        @Nullable
        T read(Node node, Path at, Violations.Collector out);
    }
}
