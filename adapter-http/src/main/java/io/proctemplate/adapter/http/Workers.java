package io.proctemplate.adapter.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that read bodies and carry out calls, with a queue of bounded length in front of them. */
final class Workers implements Executor {
    private final ThreadPoolExecutor pool;

    /** Without a stack trace, which would cost more than all else that is done to turn a request away. */
    private static final class Full extends RejectedExecutionException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    Workers(int threads, int queued) {
        AtomicInteger started = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queued),
                task -> new Thread(task, "http-worker-" + started.incrementAndGet()),
                (task, full) -> {
                    throw new Full();
                });
    }

    /**
     * Runs {@code task} soon.
     *
     * @throws RejectedExecutionException if every thread is busy and the queue full, or {@link #stop} was called
     */
    @Override
    public void execute(Runnable task) {
        pool.execute(task);
    }

    /** Starts nothing any more and interrupts what runs. */
    void stop() {
        pool.shutdownNow();
    }
}
