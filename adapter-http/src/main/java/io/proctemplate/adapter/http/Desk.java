package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.Routes.Target;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Code;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Turns requests into responses, whatever happens: the last place that an exception reaches. */
final class Desk {
    /** The name of the request's id in the logging context. */
    static final String REQUEST_ID = "request_id";

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final byte[] LAST_RESORT = ("{\"result\":false,\"code\":" + Code.INTERNAL.number()
                    + ",\"message\":\"internal error\",\"permission\":null," + "\"data\":null}")
            .getBytes(StandardCharsets.UTF_8);

    private final Calls calls;
    private final Envelopes envelopes;
    private final AccessLog accessLog = new AccessLog();

    Desk(Calls calls, Envelopes envelopes) {
        this.calls = calls;
        this.envelopes = envelopes;
    }

    /** Carries out the call and answers it. */
    Response serve(Request request, Target target, byte[] body, int length) {
        Caller caller = null;
        Response response;
        MDC.put(REQUEST_ID, request.id());
        try {
            Calls.Answered answered = calls.answer(request, target, body, length);
            caller = answered.caller();
            response = envelopes.response(request, target.face(), answered.answer());
        } catch (Throwable defect) { // whatever it is: the client gets an answer, the log the cause
            response = defect(request, target.face(), defect);
        } finally {
            MDC.remove(REQUEST_ID);
        }
        accessLog.write(request, target.route().call(), caller, response);
        return response;
    }

    /** Turns a request away. */
    Response reject(Request request, Face face, @Nullable Call call, Rejection rejection) {
        Response response = envelopes.response(request, face, new Answer.Rejected(rejection));
        accessLog.write(request, call, null, response);
        return response;
    }

    /** Answers a request that the server failed. */
    Response fail(Request request, Face face, Throwable defect) {
        Response response = defect(request, face, defect);
        accessLog.write(request, null, null, response);
        return response;
    }

    /** The client of a request is gone. */
    void aborted(Request request, Target target) {
        accessLog.writeAborted(request, target.route().call());
    }

    private Response defect(Request request, Face face, Throwable defect) {
        LOG.error("request_id={} failed by a defect", request.id(), defect);
        try {
            return envelopes.response(request, face, new Answer.Rejected(Rejection.defect(request.id())));
        } catch (Throwable again) { // out of memory, for instance
            return new Response(500, Code.INTERNAL, ByteBuffer.wrap(LAST_RESORT));
        }
    }
}
