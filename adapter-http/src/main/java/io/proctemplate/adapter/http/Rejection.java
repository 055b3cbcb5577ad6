package io.proctemplate.adapter.http;

import io.proctemplate.domain.violation.Datum;
import io.proctemplate.wire.Code;
import io.proctemplate.wire.text.Message;
import io.proctemplate.wire.text.MessageKey;

/** Why a request was turned away before it reached the application. */
record Rejection(Code code, Message message) {

    /** With nothing to fill into the text. */
    Rejection(Code code, MessageKey key) {
        this(code, Message.of(key));
    }

    static Rejection noSuchCall() {
        return new Rejection(Code.NO_SUCH_CALL, MessageKey.NO_SUCH_CALL);
    }

    static Rejection busy() {
        return new Rejection(Code.BUSY, MessageKey.BUSY);
    }

    static Rejection malformed() {
        return new Rejection(Code.MALFORMED_REQUEST, MessageKey.MALFORMED_REQUEST);
    }

    static Rejection tooSlow() {
        return new Rejection(Code.TOO_SLOW, MessageKey.TOO_SLOW);
    }

    static Rejection bodyTooLarge(long maxBytes) {
        return new Rejection(Code.BODY_TOO_LARGE, Message.of(MessageKey.BODY_TOO_LARGE, Datum.LIMIT, maxBytes));
    }

    static Rejection defect(String requestId) {
        return new Rejection(Code.INTERNAL, Message.of(MessageKey.INTERNAL, Message.REQUEST_ID, requestId));
    }
}
