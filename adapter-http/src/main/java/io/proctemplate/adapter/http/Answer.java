package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.violation.Violations;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** What is answered, before it has a face and a language. */
sealed interface Answer {

    <R> R fold(Cases<R> cases);

    /** One method for each kind of answer. */
    interface Cases<R> {
        R done(Done answer);

        R refused(Refused answer);

        R rejected(Rejected answer);

        R replayed(Replayed answer);

        R tried(Tried answer);
    }

    /** What came of a use case, its value written by {@code data}. */
    static <T> Answer of(Outcome<T> outcome, Function<T, Data> data) {
        return outcome.fold(
                done -> new Done(data.apply(done.value()), done.warnings()),
                refused -> new Refused(refused.refusal(), refused.warnings()));
    }

    /** {@link #of(Outcome, Function)} for an object that has versions. */
    static <T> Answer versioned(Outcome<T> outcome, Function<T, Data> data, ToLongFunction<T> version) {
        return outcome.fold(
                done -> new Done(data.apply(done.value()), done.warnings(), version.applyAsLong(done.value())),
                refused -> new Refused(refused.refusal(), refused.warnings()));
    }

    /** Parameters that break rules. */
    static Answer invalid(Violations violations, Violations warnings) {
        return new Refused(Refusal.invalid(violations), warnings);
    }

    /** Writes the member {@code data}, one JSON value, in the form of a face. */
    interface Data {
        void write(JsonGenerator json, Face face);
    }

    /**
     * The call was carried out.
     *
     * @param version the version of the object that is answered, null if it has none
     */
    record Done(Data data, Violations warnings, @Nullable Long version) implements Answer {
        Done(Data data, Violations warnings) {
            this(data, warnings, null);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.done(this);
        }
    }

    /** The application refused. */
    record Refused(Refusal refusal, Violations warnings) implements Answer {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.refused(this);
        }
    }

    /** The request did not reach the application. */
    record Rejected(Rejection rejection) implements Answer {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.rejected(this);
        }
    }

    /**
     * The call was carried out when it was sent before.
     *
     * @param transcript of the answer that was given then
     */
    record Replayed(String transcript) implements Answer {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.replayed(this);
        }
    }

    /**
     * The call was tried, and nothing of it kept.
     *
     * @param answer what would have been answered
     */
    record Tried(Answer answer) implements Answer {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.tried(this);
        }
    }
}
