package io.proctemplate.application.api;

import io.proctemplate.domain.violation.Violations;
import java.util.function.Function;

/** What came of a request: a value or a refusal, in both cases with what its sender should know. */
public sealed interface Outcome<T> {

    Violations warnings();

    <R> R fold(Function<Done<T>, R> done, Function<Refused<T>, R> refused);

    /** It was carried out and, if it changes anything, is durable. */
    record Done<T>(T value, Violations warnings) implements Outcome<T> {
        @Override
        public <R> R fold(Function<Done<T>, R> done, Function<Refused<T>, R> refused) {
            return done.apply(this);
        }
    }

    /** It was refused and changed nothing. */
    record Refused<T>(Refusal refusal, Violations warnings) implements Outcome<T> {
        @Override
        public <R> R fold(Function<Done<T>, R> done, Function<Refused<T>, R> refused) {
            return refused.apply(this);
        }
    }
}
