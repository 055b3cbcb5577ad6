package io.proctemplate.adapter.http;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
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

    private static final byte[] NOTHING = {};

    private final HttpServerExchange exchange;
    private final Request request;
    private final Limits limits;
    private byte[] bytes = NOTHING;
    private int count;
    private @Nullable StreamSourceChannel channel;
    /** Of the I/O thread alone, as all that follows; null unless it watches. */
    private XnioExecutor.@Nullable Key timer;

    private @Nullable Waiting waiting;

    BodyReading(HttpServerExchange exchange, Request request, Limits limits) {
        this.exchange = exchange;
        this.request = request;
        this.limits = limits;
    }

    /** How far it has come. */
    enum Progress {
        COMPLETE,
        /** Nothing more has come yet. */
        PAUSED,
        TOO_LARGE,
        NO_MEMORY
    }

    /** Whoever waits for more of the body; told on the I/O thread. */
    interface Waiting {
        void moreHasCome();

        /** Nothing came for too long. */
        void nothingCame();

        /** The server is stopping. */
        void stopped();
    }

    /** What has been read. */
    byte[] bytes() {
        return bytes;
    }

    /** How many of {@link #bytes} have been read. */
    int count() {
        return count;
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
        while (true) {
            if (count == bytes.length && !makeRoom()) {
                return Progress.NO_MEMORY;
            }
            int read = from.read(ByteBuffer.wrap(bytes, count, Math.min(MAX_READ, bytes.length - count)));
            if (read < 0) {
                return Progress.COMPLETE;
            }
            if (read == 0) {
                return Progress.PAUSED;
            }
            count += read;
            if (count > limits.maxBodyBytes()) {
                return Progress.TOO_LARGE;
            }
        }
    }

    /** Room for at least one byte more, unless memory is short. */
    private boolean makeRoom() {
        int room = limits.memory().room(count, request.declaredLength());
        if (!limits.memory().take(room - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, room);
        return true;
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
        waiting = waiter;
        try {
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(patienceNanos));
            timer = exchange.getIoThread().executeAfter(() -> expire(from), millis, TimeUnit.MILLISECONDS);
            from.getReadSetter().set(this);
            from.resumeReads();
        } catch (RejectedExecutionException stopped) {
            waiter.stopped();
        }
    }

    /** There is more to read. */
    @Override
    public void handleEvent(StreamSourceChannel from) {
        from.suspendReads();
        if (timer != null && waiting != null) {
            timer.remove();
            timer = null;
            waiting.moreHasCome();
        }
    }

    private void expire(StreamSourceChannel from) {
        if (timer != null && waiting != null) {
            timer = null;
            from.suspendReads();
            waiting.nothingCame();
        }
    }

    /** Before anything is answered: who has an answer can count on the memory being free again. */
    void release() {
        limits.memory().giveBack(bytes.length);
        bytes = NOTHING;
    }
}
