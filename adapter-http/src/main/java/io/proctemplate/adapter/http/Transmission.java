package io.proctemplate.adapter.http;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/** Sends responses. A client that does not take its answer, or does not stop sending, is cut off after a while. */
final class Transmission {
    private static final HttpString REQUEST_ID = new HttpString(Headers.REQUEST_ID);

    private static final HttpString SERVER_REQUEST_ID = new HttpString(Headers.SERVER_REQUEST_ID);

    private static final HttpString REPLAYED = new HttpString(Headers.IDEMPOTENT_REPLAYED);

    /** Who sends more than these hold gets no turn of its own for it. */
    private static final int SKIPPED_BUFFERS = 4;

    /** A part of {@link Response#RETRY_AFTER_SECONDS}. */
    private static final long REST_MILLIS = 500;

    private final Gate gate;
    private final long patienceMillis;

    Transmission(Gate gate, Duration patience) {
        this.gate = gate;
        this.patienceMillis = patience.toMillis();
    }

    /** Sends {@code response}; the rest of a body that was not read is skipped, so that the connection stays usable. */
    void send(HttpServerExchange exchange, Request request, Response response) {
        exchange.setStatusCode(response.status());
        var headers = exchange.getResponseHeaders();
        headers.put(REQUEST_ID, request.id());
        if (request.requestId().isOfClient()) {
            headers.put(SERVER_REQUEST_ID, request.requestId().serverId());
        }
        headers.put(io.undertow.util.Headers.CONTENT_TYPE, "application/json; charset=utf-8");
        String entityTag = response.entityTag();
        if (entityTag != null) {
            headers.put(io.undertow.util.Headers.ETAG, entityTag);
        }
        if (response.isReplayed()) {
            headers.put(REPLAYED, "true");
        }
        if (response.invitesRetry()) {
            headers.put(io.undertow.util.Headers.RETRY_AFTER, Response.RETRY_AFTER_SECONDS);
        }
        RequestSource source = RequestSource.of(exchange.getConnection());
        if (gate.isClosed() || source.isLast() || isFramedUnlikeItsVersion(exchange)) {
            exchange.setPersistent(false);
        }
        source.sends();
        skipBody(exchange);
        source.skipRest();
        if (response.invitesRetry() && exchange.isPersistent()) {
            sendBeforeRest(exchange, response);
        } else {
            sendBody(exchange, response);
            cutOffUnlessComplete(exchange);
        }
    }

    /** HTTP/1.0 knows no chunks: a proxy of that version sees another end of the body. */
    private static boolean isFramedUnlikeItsVersion(HttpServerExchange exchange) {
        return !exchange.isHttp11()
                && exchange.getRequestHeaders().contains(io.undertow.util.Headers.TRANSFER_ENCODING);
    }

    /**
     * Skips what has come of a body that nobody read. Undertow would do it too, by way of a file: that is a sixth of the
     * work of turning a request away, and a server turns most away when it has least time. A sender that waits to be told
     * to go on is not told so.
     */
    private static void skipBody(HttpServerExchange exchange) {
        if (exchange.isRequestComplete() || HttpContinue.requiresContinueResponse(exchange)) {
            return;
        }
        StreamSourceChannel rest = exchange.getRequestChannel();
        if (rest == null) { // its reader has it
            return;
        }
        try (PooledByteBuffer pooled =
                exchange.getConnection().getByteBufferPool().allocate()) {
            ByteBuffer skipped = pooled.getBuffer();
            for (int i = 0; i < SKIPPED_BUFFERS && rest.read(skipped) > 0; i++) {
                skipped.clear();
            }
        } catch (IOException gone) { // the answer will not arrive either
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private static void sendBody(HttpServerExchange exchange, Response response) {
        FileChannel file = response.file();
        if (file == null) {
            sendBody(exchange, response.body(), IoCallback.END_EXCHANGE);
            return;
        }
        exchange.addExchangeCompleteListener((done, next) -> {
            IoUtils.safeClose(file);
            next.proceed();
        });
        try {
            exchange.setResponseContentLength(file.size());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        exchange.getResponseSender().transferFrom(file, IoCallback.END_EXCHANGE);
    }

    private static void sendBody(HttpServerExchange exchange, ByteBuffer[] body, IoCallback whenSent) {
        exchange.setResponseContentLength(
                Arrays.stream(body).mapToLong(ByteBuffer::remaining).sum());
        exchange.getResponseSender().send(body, whenSent);
    }

    private void sendBeforeRest(HttpServerExchange exchange, Response response) {
        Rest rest = new Rest();
        sendBody(exchange, response.body(), rest);
        if (!rest.begun) {
            cutOffLater(exchange);
        }
    }

    /**
     * Lets a connection rest that was told to come again later: its next request is not read before a while is over. Who
     * asks again at once, on many connections, would else take the time that the requests which were let in need.
     */
    private final class Rest implements IoCallback {
        private volatile boolean begun;

        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {
            begun = true;
            exchange.dispatch(Runnable::run, () -> endLater(exchange));
        }

        private void endLater(HttpServerExchange exchange) {
            try {
                exchange.getIoThread().executeAfter(() -> end(exchange), REST_MILLIS, TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException stopped) { // the I/O threads end: so does the connection
                IoUtils.safeClose(exchange.getConnection());
            }
        }

        private void end(HttpServerExchange exchange) {
            exchange.endExchange();
            cutOffUnlessComplete(exchange);
        }

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException failure) {
            IoCallback.END_EXCHANGE.onException(exchange, sender, failure);
        }
    }

    /** As {@link #send}, and the connection is not used again: what is left of the request is not waited for. */
    void sendLast(HttpServerExchange exchange, Request request, Response response) {
        exchange.setPersistent(false);
        send(exchange, request, response);
    }

    /** Ends an exchange whose client is gone. */
    void abort(HttpServerExchange exchange) {
        exchange.setPersistent(false);
        IoUtils.safeClose(exchange.getConnection());
        exchange.endExchange();
    }

    private void cutOffUnlessComplete(HttpServerExchange exchange) {
        if (!exchange.isComplete()) {
            cutOffLater(exchange);
        }
    }

    private void cutOffLater(HttpServerExchange exchange) {
        try {
            exchange.getIoThread().executeAfter(() -> cutOff(exchange), patienceMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) { // the I/O threads end: so does the connection
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private static void cutOff(HttpServerExchange exchange) {
        if (!exchange.isComplete()) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
