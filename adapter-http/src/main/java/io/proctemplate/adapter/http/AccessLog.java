package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.wire.text.Excerpt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request: its ids, what was called by whom, and what came of it. Holds nothing that was not proven or
 * made by the server, so that no secret gets into it by being sent in the wrong place.
 */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final String NONE = "-";

    void write(Request request, @Nullable Call call, @Nullable Caller caller, Response response) {
        if (LOG.isInfoEnabled()) {
            LOG.info(
                    "request_id={} call={} app={} caller={} status={} code={} micros={}{}",
                    request.id(),
                    call == null ? NONE : call.wireName(),
                    caller == null ? NONE : printable(caller.app()),
                    caller == null ? NONE : printable(caller.user()),
                    response.status(),
                    response.code().number(),
                    micros(request),
                    request.serverIdLogged());
        }
    }

    /** A request whose client was gone before it could be answered. */
    void writeAborted(Request request, Call call) {
        LOG.info(
                "request_id={} call={} aborted by the client micros={}{}",
                request.id(),
                call.wireName(),
                micros(request),
                request.serverIdLogged());
    }

    private static long micros(Request request) {
        return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - request.startNanos());
    }

    /** A name as one word of the line. */
    private static String printable(String name) {
        StringBuilder word = new StringBuilder(Excerpt.cut(name));
        for (int i = 0; i < word.length(); i++) {
            if (Character.isISOControl(word.charAt(i)) || Character.isWhitespace(word.charAt(i))) {
                word.setCharAt(i, '_');
            }
        }
        return word.toString();
    }
}
