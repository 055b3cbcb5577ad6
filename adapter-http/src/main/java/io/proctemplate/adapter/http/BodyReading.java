package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.Routes.Target;
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
 * Reads the body of one request on a worker and, when it is complete, has the call carried out there. When the sender
 * pauses, the worker goes free and the I/O thread watches for more: a slow sender holds no thread, and gets an answer
 * when its time is over.
 */
final class BodyReading implements Runnable, ChannelListener<StreamSourceChannel> {
    /** The JDK keeps a buffer of the size of the largest read for each thread. */
    private static final int MAX_READ = 64 * 1024;

    private static final byte[] NOTHING = {};

    private final Edge edge;
    private final HttpServerExchange exchange;
    private final Request request;
    private final Target target;
    private final long deadlineNanos;
    private byte[] bytes = NOTHING;
    private int count;
    private @Nullable StreamSourceChannel channel;
    /** Of the I/O thread alone; null unless it watches. */
    private XnioExecutor.@Nullable Key timer;

    BodyReading(Edge edge, HttpServerExchange exchange, Request request, Target target) {
        this.edge = edge;
        this.exchange = exchange;
        this.request = request;
        this.target = target;
        this.deadlineNanos = request.startNanos() + edge.limits().requestNanos();
    }

    /** On the I/O thread: has a worker read, or answers that there is none to be had. */
    void schedule() {
        try {
            edge.onWorker(this);
        } catch (RejectedExecutionException full) {
            endWith(Rejection.busy());
        }
    }

    /** On a worker: reads all there is. */
    @Override
    public void run() {
        try {
            readOn();
        } catch (IOException | RejectedExecutionException gone) { // the client, or the I/O threads of a stopped server
            end();
            edge.abort(exchange, request, target);
        } catch (Throwable defect) {
            end();
            edge.fail(exchange, request, target, defect);
        }
    }

    private void readOn() throws IOException {
        if (System.nanoTime() - deadlineNanos
                >= 0) { // waited too long for a worker: the client is gone, or will repeat
            endWith(Rejection.busy());
        } else if (exchange.isRequestComplete()) {
            complete();
        } else {
            channel = channel == null ? exchange.getRequestChannel() : channel;
            readOn(channel);
        }
    }

    private void readOn(StreamSourceChannel from) throws IOException {
        while (true) {
            if (count == bytes.length && !makeRoom()) {
                endWith(Rejection.busy());
                return;
            }
            int read = from.read(ByteBuffer.wrap(bytes, count, Math.min(MAX_READ, bytes.length - count)));
            if (read < 0) {
                complete();
                return;
            }
            if (read == 0) {
                pause(from);
                return;
            }
            count += read;
            if (count > edge.limits().maxBodyBytes()) {
                endWith(Rejection.bodyTooLarge(edge.limits().maxBodyBytes()));
                return;
            }
        }
    }

    /** Room for at least one byte more, unless memory is short. */
    private boolean makeRoom() {
        int room = edge.limits().memory().room(count, request.declaredLength());
        if (!edge.limits().memory().take(room - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, room);
        return true;
    }

    private void complete() {
        Response response = edge.serve(request, target, bytes, count);
        end();
        edge.send(exchange, request, response);
    }

    private void endWith(Rejection rejection) {
        end();
        edge.reject(exchange, request, target, rejection);
    }

    /** Leaves it to the I/O thread to go on; does nothing after that. */
    private void pause(StreamSourceChannel from) {
        if (patienceNanos() > 0) {
            exchange.getIoThread().execute(() -> watch(from));
        } else {
            cutOff();
        }
    }

    private long patienceNanos() {
        return Math.min(edge.limits().idleNanos(), deadlineNanos - System.nanoTime());
    }

    private void cutOff() {
        end();
        edge.cutOff(exchange, request, target);
    }

    /** On the I/O thread, as all that follows: nothing here can happen at the same time as anything else here. */
    private void watch(StreamSourceChannel from) {
        try {
            long millis = Math.max(1, TimeUnit.NANOSECONDS.toMillis(patienceNanos()));
            timer = exchange.getIoThread().executeAfter(() -> expire(from), millis, TimeUnit.MILLISECONDS);
            from.getReadSetter().set(this);
            from.resumeReads();
        } catch (RejectedExecutionException stopped) {
            end();
            edge.abort(exchange, request, target);
        }
    }

    /** There is more to read. */
    @Override
    public void handleEvent(StreamSourceChannel from) {
        from.suspendReads();
        if (timer != null) {
            timer.remove();
            timer = null;
            schedule();
        }
    }

    /** Nothing came for too long. */
    private void expire(StreamSourceChannel from) {
        if (timer != null) {
            timer = null;
            from.suspendReads();
            cutOff();
        }
    }

    /** Before anything is answered: who has an answer can count on the memory being free again. */
    private void end() {
        edge.limits().memory().giveBack(bytes.length);
        bytes = NOTHING;
    }
}
