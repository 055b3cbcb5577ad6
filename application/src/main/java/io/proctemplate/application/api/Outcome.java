package io.proctemplate.application.api;

import io.proctemplate.domain.violation.Violations;
import java.util.function.Function;

/**
 * What came of a request: a value or a refusal, in both cases with what its sender should know, or the answer of an
 * earlier one.
 */
public sealed interface Outcome<T> {

    Violations warnings();

    <R> R fold(Function<Done<T>, R> done, Function<Refused<T>, R> refused, Function<Replayed<T>, R> replayed);

    /**
     * For requests that are not carried out {@link Once}.
     *
     * @throws IllegalStateException if this is the answer of an earlier one
     */
    default <R> R fold(Function<Done<T>, R> done, Function<Refused<T>, R> refused) {
        return fold(done, refused, replayed -> {
            throw new IllegalStateException("an answer was given again that nobody asked to be kept");
        });
    }

    /** It was carried out and, if it changes anything, is durable. */
    record Done<T>(T value, Violations warnings) implements Outcome<T> {
        @Override
        public <R> R fold(
                Function<Done<T>, R> done, Function<Refused<T>, R> refused, Function<Replayed<T>, R> replayed) {
            return done.apply(this);
        }
    }

    /** It was refused and changed nothing. */
    record Refused<T>(Refusal refusal, Violations warnings) implements Outcome<T> {
        @Override
        public <R> R fold(
                Function<Done<T>, R> done, Function<Refused<T>, R> refused, Function<Replayed<T>, R> replayed) {
            return refused.apply(this);
        }
    }

    /**
     * It was carried out when it was sent before; this time nothing was changed.
     *
     * @param answer the text that was kept then
     */
    record Replayed<T>(String answer) implements Outcome<T> {
        /** None but those that are part of the answer. */
        @Override
        public Violations warnings() {
            return Violations.none();
        }

        @Override
        public <R> R fold(
                Function<Done<T>, R> done, Function<Refused<T>, R> refused, Function<Replayed<T>, R> replayed) {
            return replayed.apply(this);
        }
    }
}
