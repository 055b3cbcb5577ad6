package io.proctemplate.application.api;

import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Violations;
import java.util.List;

/** Why a request was not carried out; nothing of it was kept, but for {@link OutcomeUnknown}. Carries data, no text. */
public sealed interface Refusal {

    /** The stable code. */
    Code code();

    /** Hands this refusal to the one case that fits it. */
    <R> R fold(Cases<R> cases);

    /** One method for each kind of refusal. */
    interface Cases<R> {
        R notAuthenticated(NotAuthenticated refusal);

        R callNotAllowed(CallNotAllowed refusal);

        R forbidden(Forbidden refusal);

        R invalid(Invalid refusal);

        R storageFailed(StorageFailed refusal);

        R outcomeUnknown(OutcomeUnknown refusal);

        R busy(Busy refusal);

        R notFound(NotFound refusal);

        R processTemplatesUnknown(ProcessTemplatesUnknown refusal);

        R staleVersion(StaleVersion refusal);

        R protectedObject(ProtectedObject refusal);

        R keyReused(KeyReused refusal);
    }

    /** What is wrong with credentials, in the order of the checks (wire contract, section 3). */
    enum Unproven {
        APP_SECRET_MISSING,
        APP_CODE_MISSING,
        /** The application is unknown or disabled, or its secret wrong: one answer, so that codes cannot be listed. */
        APP_NOT_RECOGNISED,
        /** The token is of no live login. */
        NOT_LOGGED_IN,
        /** The token is unknown here, and the platform's login, which may know it, gave no usable answer. */
        LOGIN_UNREACHABLE,
        /** A user name without a token, from an application that is not exempt from user login. */
        LOGIN_REQUIRED,
        /** Neither a token nor a user name. */
        NO_USER
    }

    /** The credentials prove nobody. */
    record NotAuthenticated(Unproven reason) implements Refusal {
        @Override
        public Code code() {
            return Code.NOT_AUTHENTICATED;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notAuthenticated(this);
        }
    }

    /** The application may not use this call. */
    record CallNotAllowed(String app, Call call) implements Refusal {
        @Override
        public Code code() {
            return Code.CALL_NOT_ALLOWED;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.callNotAllowed(this);
        }
    }

    /** The user lacks the right to {@code action} in {@code scope}, whether that exists or not. */
    record Forbidden(Action action, Scope scope) implements Refusal {
        @Override
        public Code code() {
            return Code.FORBIDDEN;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.forbidden(this);
        }
    }

    /** The request breaks rules: all of them, of which there is at least one. */
    record Invalid(Violations violations) implements Refusal {
        public Invalid {
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("invalid without a violation");
            }
        }

        /** The code of the violation that speaks for all. */
        @Override
        public Code code() {
            return Code.of(violations.first().rule());
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.invalid(this);
        }
    }

    /** The store failed and kept nothing. */
    record StorageFailed(Code code) implements Refusal {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.storageFailed(this);
        }
    }

    /** The store did not say whether it kept the change: all of it is there, or nothing. */
    record OutcomeUnknown() implements Refusal {
        @Override
        public Code code() {
            return Code.OUTCOME_UNKNOWN;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.outcomeUnknown(this);
        }
    }

    /** The store has no capacity now; the same request may succeed later. */
    record Busy() implements Refusal {
        @Override
        public Code code() {
            return Code.BUSY;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.busy(this);
        }
    }

    /** There is no such object, or it is in a business in which the user may not even know of it. */
    record NotFound(ObjectType type, long id) implements Refusal {
        @Override
        public Code code() {
            return Code.NOT_FOUND;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notFound(this);
        }
    }

    /** Some process templates to delete are not there; none was deleted. */
    record ProcessTemplatesUnknown(List<Long> ids) implements Refusal {
        public ProcessTemplatesUnknown {
            ids = List.copyOf(ids);
        }

        @Override
        public Code code() {
            return Code.PROCESS_TEMPLATES_UNKNOWN;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.processTemplatesUnknown(this);
        }
    }

    /** The template was changed since the caller read it. */
    record StaleVersion(long id, long sent, long current) implements Refusal {
        @Override
        public Code code() {
            return Code.UPDATE_FAILED;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.staleVersion(this);
        }
    }

    /** The object cannot be changed or deleted for what it is or what hangs on it; {@code code} says which. */
    record ProtectedObject(Code code, ObjectType type, long id) implements Refusal {
        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.protectedObject(this);
        }
    }

    /** Another request was sent under the same key before. */
    record KeyReused() implements Refusal {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.keyReused(this);
        }
    }
}
