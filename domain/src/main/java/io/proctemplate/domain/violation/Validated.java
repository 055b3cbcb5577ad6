package io.proctemplate.domain.violation;

import java.util.function.BiFunction;

/**
 * A value, or everything that keeps it from being one; in both cases with the warnings.
 *
 * <pre>{@code
 * Validated<ProcessProperty> drafted = ProcessProperty.draft(new Node.Mapping.Builder().build());
 * String answer = drafted.fold(
 *         (property, warnings) -> "fine",
 *         (violations, warnings) -> violations.list().size() + " faults");
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface Validated<T> {

    /** What the sender should know, whether there is a value or not. */
    Violations warnings();

    /** Hands the value and the warnings, or the violations and the warnings, to the function that fits. */
    <R> R fold(BiFunction<? super T, Violations, R> valid, BiFunction<Violations, Violations, R> invalid);

    /**
     * The value.
     *
     * @throws IllegalArgumentException that lists the violations, if there is none
     */
    default T orThrow() {
        return fold((value, warnings) -> value, (violations, warnings) -> {
            throw new IllegalArgumentException(violations.toString());
        });
    }

    /** All violations; none if there is a value. */
    default Violations violations() {
        return fold((value, warnings) -> Violations.none(), (violations, warnings) -> violations);
    }

    /** The input was accepted. */
    record Valid<T>(T value, Violations warnings) implements Validated<T> {
        @Override
        public <R> R fold(BiFunction<? super T, Violations, R> valid, BiFunction<Violations, Violations, R> invalid) {
            return valid.apply(value, warnings);
        }
    }

    /** The input was refused for {@code violations}, of which there is at least one. */
    record Invalid<T>(Violations violations, Violations warnings) implements Validated<T> {
        public Invalid {
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("invalid without a violation");
            }
        }

        @Override
        public <R> R fold(BiFunction<? super T, Violations, R> valid, BiFunction<Violations, Violations, R> invalid) {
            return invalid.apply(violations, warnings);
        }
    }
}
