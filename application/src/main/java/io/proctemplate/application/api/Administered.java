package io.proctemplate.application.api;

import java.util.function.Function;

/** What came of an operator's command: a value, or why nothing was changed. */
public sealed interface Administered<T> {

    <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused);

    /** It was carried out and is durable. */
    record Done<T>(T value) implements Administered<T> {
        @Override
        public <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused) {
            return done.apply(value);
        }
    }

    /**
     * Nothing was changed.
     *
     * @param subject what the reason is about, "" for nothing in particular; never a secret
     */
    record Refused<T>(Reason reason, String subject) implements Administered<T> {
        @Override
        public <R> R fold(Function<T, R> done, Function<Refused<T>, R> refused) {
            return refused.apply(this);
        }
    }

    /** Why a command was not carried out. */
    enum Reason {
        BUSINESS_EXISTS,
        BUSINESS_UNKNOWN,
        /** Templates or categories belong to the business. */
        BUSINESS_NOT_EMPTY,
        APP_EXISTS,
        APP_UNKNOWN,
        /** There is no such service template in the business. */
        SERVICE_TEMPLATE_UNKNOWN,
        /** The user does not have exactly this right. */
        RIGHT_UNKNOWN,
        LOGIN_UNKNOWN,
        /** The store failed. */
        STORAGE_FAILED,
        /** The store has no capacity now; later it may. */
        STORAGE_BUSY
    }
}
