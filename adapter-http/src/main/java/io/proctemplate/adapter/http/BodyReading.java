package io.proctemplate.adapter.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.xnio.ChannelListener;
import org.xnio.XnioExecutor;
import org.xnio.channels.StreamSourceChannel;

/**
 * Reads the body of one request. When the sender pauses, the thread that reads goes free and the I/O thread watches for
 * more: a slow sender holds no thread.
 */
final class BodyReading implements ChannelListener<StreamSourceChannel> {
    /** The JDK keeps a buffer of the size of the largest read for each thread. */
    private static final int MAX_READ = 64 * 1024;

    private final HttpServerExchange exchange;
    private final RequestSource source;
    private final BodyBuffer body;
    private @Nullable StreamSourceChannel channel;
    /** Of the I/O thread alone; null unless it watches. */
    private @Nullable Watch watch;

    BodyReading(HttpServerExchange exchange, Request request, long maxBytes) {
        this.exchange = exchange;
        this.source = RequestSource.of(exchange.getConnection());
        this.body = new BodyBuffer(source.account(), request.declaredLength(), maxBytes);
    }

    /** How far it has come. */
    enum Progress {
        COMPLETE,
        /** Nothing more has come yet. */
        PAUSED,
        TOO_LARGE,
        MALFORMED,
        NO_MEMORY
    }

    /** Whoever waits for more of the body; told on the I/O thread. */
    interface Waiting {
        void moreHasCome();

        /** Nothing came for too long. */
        void nothingCame();

        /** What was read takes memory that others need. */
        void memoryIsNeeded();

        /** The server is stopping. */
        void stopped();
    }

    /** Who waits, until when. */
    private record Watch(Waiting waiter, XnioExecutor.Key timer) {}

    /** What has been read. */
    BodyBuffer body() {
        return body;
    }

    /** Reads all there is. */
    Progress read() throws IOException {
        if (exchange.isRequestComplete()) {
            return Progress.COMPLETE;
        }
        channel = channel == null ? exchange.getRequestChannel() : channel;
        return read(channel);
    }

    private Progress read(StreamSourceChannel from) throws IOException {
        while (!source.isFaulty()) {
            if (!body.makeRoom()) {
                return Progress.NO_MEMORY;
            }
            int read = from.read(body.space(MAX_READ));
            if (read < 0) {
                return Progress.COMPLETE;
            }
            if (read == 0 && !source.isFaulty()) {
                return Progress.PAUSED;
            }
            body.added(read);
            if (body.isTooLarge()) {
                return Progress.TOO_LARGE;
            }
        }
        return Progress.MALFORMED;
    }

    /** After a pause: has the I/O thread tell {@code waiter}, once, what comes of it within {@code patienceNanos}. */
    void await(long patienceNanos, Waiting waiter) {
        exchange.getIoThread().execute(() -> watch(patienceNanos, waiter));
    }

    /** On the I/O thread, as all that follows: nothing here can happen at the same time as anything else here. */
    private void watch(long patienceNanos, Waiting waiter) {
        StreamSourceChannel from = channel;
        if (from == null) {
            throw new IllegalStateException("nothing was read");
        }
        try {
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(patienceNanos));
            watch = new Watch(
                    waiter, exchange.getIoThread().executeAfter(() -> expire(from), millis, TimeUnit.MILLISECONDS));
        } catch (RejectedExecutionException stopped) {
            waiter.stopped();
            return;
        }
        source.account().awaitsRequest(() -> source.onIoThread(() -> shed(from)));
        from.getReadSetter().set(this);
        from.resumeReads();
    }

    /** There is more to read. */
    @Override
    public void handleEvent(StreamSourceChannel from) {
        Waiting waiter = stopWatching(from);
        if (waiter == null) {
            return;
        }
        if (source.account().works()) {
            waiter.moreHasCome();
        } else {
            waiter.memoryIsNeeded();
        }
    }

    private void expire(StreamSourceChannel from) {
        Waiting waiter = stopWatching(from);
        if (waiter != null) {
            source.account().works();
            waiter.nothingCame();
        }
    }

    private void shed(StreamSourceChannel from) {
        Waiting waiter = stopWatching(from);
        if (waiter != null) {
            waiter.memoryIsNeeded();
        }
    }

    /** Whoever has waited until now, null if nobody has. */
    private @Nullable Waiting stopWatching(StreamSourceChannel from) {
        from.suspendReads();
        Watch before = watch;
        if (before == null) {
            return null;
        }
        before.timer().remove();
        watch = null;
        return before.waiter();
    }
}
