package io.proctemplate.adapter.http;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts the requests under way, so that a stop can wait for them; once closed it lets none in. */
final class Gate {
    private static final int ROOM = Integer.MAX_VALUE;

    private final Semaphore room = new Semaphore(ROOM);
    private volatile boolean closed;

    /** Lets a request in, which must {@link #leave}; false if the gate is closed. */
    boolean enter() {
        if (closed || !room.tryAcquire()) {
            return false;
        }
        if (closed) {
            room.release();
            return false;
        }
        return true;
    }

    void leave() {
        room.release();
    }

    boolean isClosed() {
        return closed;
    }

    /** Lets nobody in any more. */
    void close() {
        closed = true;
    }

    /** Waits for those inside, at most {@code patience}; whether all have left. */
    boolean awaitEmpty(Duration patience) throws InterruptedException {
        return room.tryAcquire(ROOM, patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
