package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.GeneralParameters.Rejected;
import io.proctemplate.adapter.http.Routes.Target;
import io.proctemplate.application.api.Access;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Credentials;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.wire.Code;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Turns requests into responses, whatever happens: the last place that an exception reaches. */
final class Desk {
    /** The names of the request's ids in the logging context; the second is there if the client chose the first. */
    static final String REQUEST_ID = "request_id";

    static final String SERVER_REQUEST_ID = "server_request_id";

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);
    private static final byte[] LAST_RESORT = ("{\"result\":false,\"code\":" + Code.INTERNAL.number()
                    + ",\"message\":\"internal error\",\"permission\":null," + "\"data\":null}")
            .getBytes(StandardCharsets.UTF_8);

    private final GeneralParameters generalParameters;
    private final Access access;
    private final Envelopes envelopes;
    private final AccessLog accessLog = new AccessLog();

    Desk(GeneralParameters generalParameters, Access access, Envelopes envelopes) {
        this.generalParameters = generalParameters;
        this.access = access;
        this.envelopes = envelopes;
    }

    /** The credentials of {@code request} if its header or query string tells them, null if its body does. */
    @Nullable
    Credentials credentialsBeforeBody(Request request, Target target) throws Rejected {
        return generalParameters.beforeBody(request, target);
    }

    /** The credentials that stand in {@code body}, which is looked at no further. */
    Credentials credentialsIn(BodyBuffer body) throws Rejected {
        return generalParameters.inBody(body.bytes(), body.count());
    }

    /** The application that {@code credentials} prove, as far as that is remembered; waits for nothing. */
    Optional<String> recognise(Credentials credentials) {
        return access.recognise(credentials);
    }

    /** The application that {@code credentials} prove. */
    Outcome<String> identify(Request request, Credentials credentials) {
        return within(request, () -> access.identify(credentials));
    }

    /** The caller of {@code request}. */
    Outcome<Caller> authenticate(Request request, Target target, Credentials credentials) {
        return within(
                request, () -> access.authenticate(credentials, target.route().call(), request.requestId()));
    }

    /** What {@code work} gives; what is logged meanwhile bears the ids of {@code request}. */
    private static <T> T within(Request request, Supplier<T> work) {
        MDC.put(REQUEST_ID, request.id());
        if (request.requestId().isOfClient()) {
            MDC.put(SERVER_REQUEST_ID, request.requestId().serverId());
        }
        try {
            return work.get();
        } finally {
            MDC.remove(REQUEST_ID);
            MDC.remove(SERVER_REQUEST_ID);
        }
    }

    /** Carries out the call for {@code caller} with {@code body}, which is released when it has been read, and answers it. */
    Response serve(Request request, Target target, Caller caller, BodyBuffer body) {
        Response response = within(request, () -> response(request, target, caller, body));
        accessLog.write(request, target.route().call(), caller, response);
        return response;
    }

    private Response response(Request request, Target target, Caller caller, BodyBuffer body) {
        try {
            Parameters parameters = generalParameters.read(request, target, body.bytes(), body.count());
            body.release();
            return envelopes.response(
                    request, target.face(), target.route().endpoint().answer(caller, parameters));
        } catch (Rejected rejected) {
            return envelopes.response(request, target.face(), new Answer.Rejected(rejected.rejection()));
        } catch (Throwable defect) { // whatever it is: the client gets an answer, the log the cause
            return defect(request, target.face(), defect);
        }
    }

    /** Answers a request whose credentials were refused. */
    Response refuse(Request request, Target target, Outcome<?> credentials) {
        Answer answer = credentials.fold(
                proven -> {
                    throw new IllegalArgumentException("not refused");
                },
                refused -> new Answer.Refused(refused.refusal(), refused.warnings()));
        Response response = envelopes.response(request, target.face(), answer);
        accessLog.write(request, target.route().call(), null, response);
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
        LOG.error("request_id={} failed by a defect{}", request.id(), request.serverIdLogged(), defect);
        try {
            return envelopes.response(request, face, new Answer.Rejected(Rejection.defect(request.id())));
        } catch (Throwable again) { // out of memory, for instance
            return new Response(500, Code.INTERNAL, ByteBuffer.wrap(LAST_RESORT));
        }
    }
}
