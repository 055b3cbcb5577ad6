package io.proctemplate.domain.violation;

import java.util.function.BiFunction;

/** A value, or everything that keeps it from being one; in both cases with the warnings. */
public sealed interface Validated<T> {

    Violations warnings();

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
