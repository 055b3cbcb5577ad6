package io.proctemplate.adapter.http;

import io.proctemplate.wire.Code;
import java.util.List;

/**
 * Why a request was turned away before it reached the application.
 *
 * @param arguments what is filled into the text
 */
record Rejection(Code code, Text text, List<Object> arguments) {
    Rejection {
        arguments = List.copyOf(arguments);
    }

    Rejection(Code code, Text text, Object... arguments) {
        this(code, text, List.of(arguments));
    }

    static Rejection noSuchCall() {
        return new Rejection(Code.NO_SUCH_CALL, Text.NO_SUCH_CALL);
    }

    static Rejection busy() {
        return new Rejection(Code.BUSY, Text.BUSY);
    }

    static Rejection malformed() {
        return new Rejection(Code.MALFORMED_REQUEST, Text.MALFORMED_REQUEST);
    }

    static Rejection tooSlow() {
        return new Rejection(Code.TOO_SLOW, Text.TOO_SLOW);
    }

    static Rejection bodyTooLarge(long maxBytes) {
        return new Rejection(Code.BODY_TOO_LARGE, Text.BODY_TOO_LARGE, maxBytes);
    }

    static Rejection defect(String requestId) {
        return new Rejection(Code.INTERNAL, Text.INTERNAL, requestId);
    }
}
