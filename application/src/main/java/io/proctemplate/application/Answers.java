package io.proctemplate.application;

import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ObjectType;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The outcomes that use cases have in common. */
final class Answers {
    private Answers() {}

    static <T> Outcome<T> done(T value, Violations warnings) {
        return new Outcome.Done<>(value, warnings);
    }

    static <T> Outcome<T> refused(Refusal refusal, Violations warnings) {
        return new Outcome.Refused<>(refusal, warnings);
    }

    static <T> Outcome<T> invalid(Violations violations, Violations warnings) {
        return refused(new Refusal.Invalid(violations), warnings);
    }

    static <T> Outcome<T> invalid(Violation violation, Violations warnings) {
        return invalid(Violations.of(List.of(violation)), warnings);
    }

    static <T> Outcome<T> notFound(ObjectType type, long id, Violations warnings) {
        return refused(new Refusal.NotFound(type, id), warnings);
    }

    /** The refusal if the caller lacks the right that {@code call} needs in {@code scope}. */
    static Optional<Refusal> lackOfRight(Caller caller, Call call, Scope scope) {
        return caller.may(call.action(), scope)
                ? Optional.empty()
                : Optional.of(new Refusal.Forbidden(call.action(), scope));
    }

    /** The current instant as it is stored, to the millisecond. */
    static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
