package io.proctemplate.wire.text;

import io.proctemplate.domain.violation.Data;
import io.proctemplate.domain.violation.Datum;

/**
 * Something to be said, in whatever language.
 *
 * @param data what is filled in
 */
public record Message(MessageKey key, Data data) {
    /** A line of a text, from 1. */
    public static final Datum<Long> LINE = Datum.named("line", Long.class);

    /** A column of a line, from 1. */
    public static final Datum<Long> COLUMN = Datum.named("column", Long.class);

    /** The name of something. */
    public static final Datum<String> NAME = Datum.named("name", String.class);

    /** The id of a request. */
    public static final Datum<String> REQUEST_ID = Datum.named("request_id", String.class);

    /** With nothing to fill in. */
    public static Message of(MessageKey key) {
        return new Message(key, Data.none());
    }

    /** With one thing to fill in. */
    public static <T> Message of(MessageKey key, Datum<T> datum, T value) {
        return new Message(key, Data.of(datum, value));
    }
}
