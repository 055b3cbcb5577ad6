package io.proctemplate.wire.json;

import io.proctemplate.domain.violation.Data;
import io.proctemplate.domain.violation.Datum;
import io.proctemplate.wire.text.Message;
import io.proctemplate.wire.text.MessageKey;
import tools.jackson.core.TokenStreamLocation;

/** A text that is no JSON of the kind accepted here; says what is wrong and where, never shows the text. */
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Message report;

    private MalformedJson(MessageKey key, Data data) {
        super(key.name(), null, false, false);
        this.report = new Message(key, data);
    }

    /** About the text as a whole. */
    static MalformedJson whole(MessageKey key) {
        return new MalformedJson(key, Data.none());
    }

    /** About the place {@code line}, {@code column}, both counted from 1. */
    static MalformedJson at(long line, long column, MessageKey key) {
        return new MalformedJson(key, place(line, column));
    }

    /** About a place in what a parser reads. */
    static MalformedJson at(TokenStreamLocation place, MessageKey key) {
        return at(place.getLineNr(), place.getColumnNr(), key);
    }

    /** About a place in what a parser reads; {@code more} is said too. */
    static <T> MalformedJson at(TokenStreamLocation place, MessageKey key, Datum<T> datum, T more) {
        return new MalformedJson(
                key, place(place.getLineNr(), place.getColumnNr()).with(datum, more));
    }

    private static Data place(long line, long column) {
        return Data.of(Message.LINE, line).with(Message.COLUMN, column);
    }

    /** What is wrong, and where. */
    public Message report() {
        return report;
    }
}
