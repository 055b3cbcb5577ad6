package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.Routes.Target;
import io.proctemplate.application.api.Call;
import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Where requests come in, on an I/O thread: gives each its id, finds the call, turns away what the header alone decides,
 * and starts the rest on their way. Every way out of here sends a response.
 */
final class Edge implements HttpHandler {
    /** Undertow may let go of the exchange only when its own call is over. */
    private static final Executor AFTER_THE_CALL = Runnable::run;

    private final Gate gate;
    private final Routes routes;
    /** Null where every page may ask. */
    private final @Nullable OriginCheck originCheck;

    private final HeaderChecks headerChecks;
    private final Health health;
    private final Desk desk;
    private final Transmission transmission;
    private final Readers readers;
    private final Workers workers;
    private final Limits limits;

    Edge(
            Gate gate,
            Routes routes,
            @Nullable OriginCheck originCheck,
            HeaderChecks headerChecks,
            Health health,
            Desk desk,
            Transmission transmission,
            Readers readers,
            Workers workers,
            Limits limits) {
        this.gate = gate;
        this.routes = routes;
        this.originCheck = originCheck;
        this.headerChecks = headerChecks;
        this.health = health;
        this.desk = desk;
        this.transmission = transmission;
        this.readers = readers;
        this.workers = workers;
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    Desk desk() {
        return desk;
    }

    Readers readers() {
        return readers;
    }

    Workers workers() {
        return workers;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        HeaderMap sent = exchange.getRequestHeaders();
        Headers headers = name -> sent.contains(name) ? sent.get(name) : List.of();
        Request request = new Request(
                RequestIds.of(headers),
                exchange.getRequestMethod().toString(),
                path(exchange),
                exchange.getQueryString(),
                headers,
                System.nanoTime());
        Face face = Face.ofUnknown(request.path());
        RequestSource source = RequestSource.of(exchange.getConnection());
        exchange.addExchangeCompleteListener((completed, next) -> {
            source.end();
            next.proceed();
        });
        try {
            if (source.begin() && gate.enter()) {
                exchange.addExchangeCompleteListener((completed, next) -> {
                    gate.leave();
                    next.proceed();
                });
                admit(exchange, request, face);
            } else {
                transmission.send(exchange, request, desk.reject(request, face, null, Rejection.busy()));
            }
        } catch (Throwable defect) { // nothing may go on to Undertow's own, bare answer
            transmission.sendLast(exchange, request, desk.fail(request, face, defect));
        }
    }

    /** As it was sent, with whatever parameters and dots are in it: none is left out that another reader might see. */
    private static String path(HttpServerExchange exchange) {
        String sent = exchange.getRequestURI();
        if (!exchange.isHostIncludedInRequestURI()) {
            return sent;
        }
        int slash = sent.indexOf('/', sent.indexOf("://") + 3);
        return slash < 0 ? "/" : sent.substring(slash);
    }

    private void admit(HttpServerExchange exchange, Request request, Face face) {
        if (Health.isReading(request.method()) && request.path().equals(Health.LIVE)) {
            transmission.send(exchange, request, health.live());
        } else if (Health.isReading(request.method()) && request.path().equals(Health.READY)) {
            exchange.dispatch(AFTER_THE_CALL, () -> answerReady(exchange, request));
        } else {
            route(exchange, request, face);
        }
    }

    /** Whoever keeps the calls waiting keeps this waiting too: a server that is full is not ready. */
    private void answerReady(HttpServerExchange exchange, Request request) {
        Runnable notReady = () -> inCall(exchange, () -> transmission.send(exchange, request, health.notReady()));
        try {
            workers.execute(FairQueue.NOBODY, new Workers.Job() {
                @Override
                public void run() {
                    inCall(exchange, () -> transmission.send(exchange, request, health.ready()));
                }

                @Override
                public void shed() {
                    notReady.run();
                }
            });
        } catch (RejectedExecutionException full) {
            notReady.run();
        }
    }

    private void route(HttpServerExchange exchange, Request request, Face face) {
        Target target = routes.find(request.method(), request.path());
        if (target == null) {
            transmission.send(exchange, request, desk.reject(request, face, null, Rejection.noSuchCall()));
            return;
        }
        Rejection rejection =
                rejection(request, target, exchange.getDestinationAddress().getPort());
        if (rejection == null) {
            exchange.dispatch(AFTER_THE_CALL, new RequestTask(this, exchange, request, target)::begin);
        } else {
            Call call = target.route().call();
            transmission.send(exchange, request, desk.reject(request, target.face(), call, rejection));
        }
    }

    private @Nullable Rejection rejection(Request request, Target target, int port) {
        Rejection foreign = originCheck == null ? null : originCheck.check(request.headers(), port);
        return foreign != null || target.fromQuery() ? foreign : headerChecks.check(request);
    }

    /** Runs {@code work}, which sends, in the way Undertow asks of code outside of its own calls. */
    private static void inCall(HttpServerExchange exchange, Runnable work) {
        Connectors.executeRootHandler(any -> work.run(), exchange);
    }

    /**
     * Sends from the I/O thread of the connection: where a worker ends an exchange, that thread may already hold the next
     * request in its hands, and spins until the worker is done, however long the worker is kept from its core.
     */
    void send(HttpServerExchange exchange, Request request, Response response) {
        exchange.getIoThread().execute(() -> inCall(exchange, () -> transmission.send(exchange, request, response)));
    }

    /** The body is not taken. */
    void reject(HttpServerExchange exchange, Request request, Target target, Rejection rejection) {
        Response response = desk.reject(request, target.face(), target.route().call(), rejection);
        inCall(exchange, () -> transmission.send(exchange, request, response));
    }

    /** The body is not taken, and what is left of it not waited for. */
    void cutOff(HttpServerExchange exchange, Request request, Target target, Rejection rejection) {
        Response response = desk.reject(request, target.face(), target.route().call(), rejection);
        inCall(exchange, () -> transmission.sendLast(exchange, request, response));
    }

    /** The reading failed by a defect. */
    void fail(HttpServerExchange exchange, Request request, Target target, Throwable defect) {
        Response response = desk.fail(request, target.face(), defect);
        inCall(exchange, () -> transmission.sendLast(exchange, request, response));
    }

    /** The client is gone. */
    void abort(HttpServerExchange exchange, Request request, Target target) {
        desk.aborted(request, target);
        transmission.abort(exchange);
    }
}
