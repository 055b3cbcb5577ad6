package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.GeneralParameters.Rejected;
import io.proctemplate.adapter.http.Routes.Target;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Credentials;
import io.proctemplate.application.api.Outcome;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way over the threads. Until it is known which application sent it, readers have it: they read its
 * body if the credentials are in there. From then on it waits for its application's turn, and a worker proves the caller,
 * reads what is left and carries out the call. Nothing of a body is read for a caller whose credentials stand in the header
 * and are not proven.
 */
final class RequestTask implements Workers.Job, BodyReading.Waiting {
    private final Edge edge;
    private final HttpServerExchange exchange;
    private final Request request;
    private final Target target;
    private final BodyReading reading;
    private final long deadlineNanos;
    /** Null until they have been read. */
    private @Nullable Credentials credentials;
    /** Null until it is proven. */
    private @Nullable String app;

    RequestTask(Edge edge, HttpServerExchange exchange, Request request, Target target) {
        this.edge = edge;
        this.exchange = exchange;
        this.request = request;
        this.target = target;
        this.reading = new BodyReading(exchange, request, edge.limits().maxBodyBytes());
        this.deadlineNanos = request.startNanos() + edge.limits().requestNanos();
    }

    /** A step of the way, which ends with an answer or with a next step having been arranged. */
    private interface Step {
        void take() throws IOException, Rejected;
    }

    /** On the I/O thread: nothing here waits for anything. */
    void begin() {
        take(() -> {
            credentials = edge.desk().credentialsBeforeBody(request, target);
            app = credentials == null
                    ? null
                    : edge.desk().recognise(credentials).orElse(null);
            schedule();
        });
    }

    private void take(Step step) {
        try {
            step.take();
        } catch (Rejected rejected) {
            reject(rejected.rejection());
        } catch (IOException | RejectedExecutionException gone) { // the client, or the I/O threads of a stopped server
            reading.body().release();
            edge.abort(exchange, request, target);
        } catch (Throwable defect) {
            reading.body().release();
            edge.fail(exchange, request, target, defect);
        }
    }

    private void schedule() {
        try {
            if (app == null) {
                edge.readers().execute(this);
            } else {
                edge.workers().execute(app, this);
            }
        } catch (RejectedExecutionException full) {
            reject(Rejection.busy());
        }
    }

    /** On a reader or a worker. */
    @Override
    public void run() {
        take(() -> {
            if (System.nanoTime() - deadlineNanos >= 0) { // waited too long: the client is gone, or will repeat
                reject(Rejection.busy());
            } else if (app == null) {
                identify();
            } else {
                serve();
            }
        });
    }

    private void identify() throws IOException, Rejected {
        if (credentials == null) {
            if (!readBody()) {
                return;
            }
            credentials = edge.desk().credentialsIn(reading.body());
        }
        Outcome<String> identified = edge.desk().identify(request, credentials);
        if (identified instanceof Outcome.Done<String> done) {
            app = done.value();
            schedule();
        } else {
            answer(edge.desk().refuse(request, target, identified));
        }
    }

    /** The caller is proven anew after each wait: it may have been long. */
    private void serve() throws IOException {
        if (credentials == null) {
            throw new IllegalStateException("an application without credentials");
        }
        Outcome<Caller> proven = edge.desk().authenticate(request, target, credentials);
        if (!(proven instanceof Outcome.Done<Caller> caller)) {
            answer(edge.desk().refuse(request, target, proven));
        } else if (readBody()) {
            answer(edge.desk().serve(request, target, caller.value(), reading.body()));
        }
    }

    /** Whether all of it is there; if not, that is taken care of. */
    private boolean readBody() throws IOException {
        switch (reading.read()) {
            case COMPLETE -> {
                return true;
            }
            case PAUSED -> pause();
            case TOO_LARGE -> reject(Rejection.bodyTooLarge(edge.limits().maxBodyBytes()));
            case MALFORMED -> cutOff(Rejection.malformed());
            case NO_MEMORY -> reject(Rejection.busy());
        }
        return false;
    }

    private void pause() {
        long patienceNanos = Math.min(edge.limits().idleNanos(), deadlineNanos - System.nanoTime());
        if (patienceNanos > 0) {
            reading.await(patienceNanos, this);
        } else {
            nothingCame();
        }
    }

    @Override
    public void moreHasCome() {
        schedule();
    }

    @Override
    public void nothingCame() {
        cutOff(Rejection.tooSlow());
    }

    @Override
    public void stopped() {
        reading.body().release();
        edge.abort(exchange, request, target);
    }

    @Override
    public void memoryIsNeeded() {
        cutOff(Rejection.busy());
    }

    @Override
    public void shed() {
        take(() ->
                answer(edge.desk().reject(request, target.face(), target.route().call(), Rejection.busy())));
    }

    private void answer(Response response) {
        reading.body().release();
        edge.send(exchange, request, response);
    }

    /** Answers, and does not wait for what is left of the request. */
    private void cutOff(Rejection rejection) {
        reading.body().release();
        edge.cutOff(exchange, request, target, rejection);
    }

    private void reject(Rejection rejection) {
        reading.body().release();
        edge.reject(exchange, request, target, rejection);
    }
}
