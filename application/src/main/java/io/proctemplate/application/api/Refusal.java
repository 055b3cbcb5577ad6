package io.proctemplate.application.api;

import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Data;
import io.proctemplate.domain.violation.Datum;
import io.proctemplate.domain.violation.Violations;
import java.util.List;

/**
 * Why a request was not carried out; nothing of it was kept, but for {@link Reason#OUTCOME_UNKNOWN}. Data without text and
 * number. There is a factory for each reason.
 *
 * @param data what the reason tells about the case
 */
public record Refusal(Reason reason, Data data) {
    /** What is wrong with the credentials. */
    public static final Datum<Unproven> UNPROVEN = Datum.named("unproven", Unproven.class);

    /** The application. */
    public static final Datum<String> APP = Datum.named("app", String.class);

    /** The call it asked for. */
    public static final Datum<Call> CALL = Datum.named("call", Call.class);

    /** The right that is missing. */
    public static final Datum<Action> ACTION = Datum.named("action", Action.class);

    /** Where it is missing. */
    public static final Datum<Scope> SCOPE = Datum.named("scope", Scope.class);

    /** All rules that the request breaks. */
    public static final Datum<Violations> VIOLATIONS = Datum.named("violations", Violations.class);

    /** What kind of object the request is about. */
    public static final Datum<ObjectType> TYPE = Datum.named("type", ObjectType.class);

    /** The object that the request is about. */
    public static final Datum<Long> ID = Datum.named("id", Long.class);

    /** The objects that are not there. */
    public static final Datum<List<Long>> IDS = Datum.named("ids", List.class);

    /** The version that was sent. */
    public static final Datum<Long> SENT = Datum.named("sent", Long.class);

    /** The version that the object has. */
    public static final Datum<Long> CURRENT = Datum.named("current", Long.class);

    /** Why: a new reason breaks the compile wherever it has no number and no text yet. */
    public enum Reason {
        /** The credentials prove nobody. */
        NOT_AUTHENTICATED(UNPROVEN),
        /** The application may not use this call. */
        CALL_NOT_ALLOWED(APP, CALL),
        /** The user lacks the right in the scope, whether that exists or not. */
        FORBIDDEN(ACTION, SCOPE),
        /** The request breaks rules: all of them, of which there is at least one. */
        INVALID(VIOLATIONS),
        /** The store could not be read. */
        READ_FAILED,
        /** The store could not take what was to be inserted. */
        INSERT_FAILED,
        /** The store could not take what was to be changed. */
        UPDATE_FAILED,
        /** The store did not say whether it kept the change: all of it is there, or nothing. */
        OUTCOME_UNKNOWN,
        /** The store has no capacity now; the same request may succeed later. */
        BUSY,
        /** There is no such object, or it is in a business in which the user may not even know of it. */
        NOT_FOUND(TYPE, ID),
        /** Some process templates to delete are not there; none was deleted. */
        PROCESS_TEMPLATES_UNKNOWN(IDS),
        /** The template was changed since the caller read it. */
        STALE_VERSION(ID, SENT, CURRENT),
        /** What is built in cannot be changed or deleted. */
        BUILT_IN(TYPE, ID),
        /** What has children cannot be deleted. */
        HAS_CHILDREN(TYPE, ID),
        /** What is in use cannot be deleted. */
        IN_USE(TYPE, ID),
        /** Another request was sent under the same key before. */
        KEY_REUSED;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<Datum<?>> data;

        Reason(Datum<?>... data) {
            this.data = List.of(data);
        }

        /** What every refusal for this reason tells. */
        public List<Datum<?>> data() {
            return data;
        }
    }

    /** What is wrong with credentials, in the order of the checks. */
    public enum Unproven {
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

    /**
     * Of data that the reason tells.
     *
     * @throws IllegalArgumentException if they are others, or if nothing is violated by what is invalid
     */
    public Refusal {
        data.requireOnly(reason.data(), List.of());
        if (data.find(VIOLATIONS).filter(Violations::isEmpty).isPresent()) {
            throw new IllegalArgumentException("invalid without a violation");
        }
    }

    /** {@link Reason#NOT_AUTHENTICATED}. */
    public static Refusal notAuthenticated(Unproven unproven) {
        return new Refusal(Reason.NOT_AUTHENTICATED, Data.of(UNPROVEN, unproven));
    }

    /** {@link Reason#CALL_NOT_ALLOWED}. */
    public static Refusal callNotAllowed(String app, Call call) {
        return new Refusal(Reason.CALL_NOT_ALLOWED, Data.of(APP, app).with(CALL, call));
    }

    /** {@link Reason#FORBIDDEN}. */
    public static Refusal forbidden(Action action, Scope scope) {
        return new Refusal(Reason.FORBIDDEN, Data.of(ACTION, action).with(SCOPE, scope));
    }

    /** {@link Reason#INVALID}. */
    public static Refusal invalid(Violations violations) {
        return new Refusal(Reason.INVALID, Data.of(VIOLATIONS, violations));
    }

    /** The store failed and kept nothing; {@code reason} says at what. */
    public static Refusal storageFailed(Reason reason) {
        return new Refusal(reason, Data.none());
    }

    /** {@link Reason#OUTCOME_UNKNOWN}. */
    public static Refusal outcomeUnknown() {
        return new Refusal(Reason.OUTCOME_UNKNOWN, Data.none());
    }

    /** {@link Reason#BUSY}. */
    public static Refusal busy() {
        return new Refusal(Reason.BUSY, Data.none());
    }

    /** {@link Reason#NOT_FOUND}. */
    public static Refusal notFound(ObjectType type, long id) {
        return new Refusal(Reason.NOT_FOUND, Data.of(TYPE, type).with(ID, id));
    }

    /** {@link Reason#PROCESS_TEMPLATES_UNKNOWN}. */
    public static Refusal processTemplatesUnknown(List<Long> ids) {
        return new Refusal(Reason.PROCESS_TEMPLATES_UNKNOWN, Data.of(IDS, List.copyOf(ids)));
    }

    /** {@link Reason#STALE_VERSION}. */
    public static Refusal staleVersion(long id, long sent, long current) {
        return new Refusal(
                Reason.STALE_VERSION, Data.of(ID, id).with(SENT, sent).with(CURRENT, current));
    }

    /** The object cannot be changed or deleted for what it is or what hangs on it; {@code reason} says which. */
    public static Refusal protectedObject(Reason reason, ObjectType type, long id) {
        return new Refusal(reason, Data.of(TYPE, type).with(ID, id));
    }

    /** {@link Reason#KEY_REUSED}. */
    public static Refusal keyReused() {
        return new Refusal(Reason.KEY_REUSED, Data.none());
    }

    /** What the refusal tells under {@code datum}, which its reason has. */
    public <T> T get(Datum<T> datum) {
        return data.get(datum);
    }

    /** All rules that the request breaks; none if that is not the reason. */
    public Violations violations() {
        return data.find(VIOLATIONS).orElse(Violations.none());
    }
}
