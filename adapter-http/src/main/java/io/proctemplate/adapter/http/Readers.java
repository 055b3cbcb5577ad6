package io.proctemplate.adapter.http;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads for requests of which nobody knows yet whose they are: they read what has come and find out who sent it.
 * Threads of their own, so that a request is known for whose it is however long the calls of others take.
 */
final class Readers implements Executor {
    private final ThreadPoolExecutor pool;

    Readers(int threads, int queued) {
        AtomicInteger started = new AtomicInteger();
        pool = new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(queued),
                task -> new Thread(task, "http-reader-" + started.incrementAndGet()),
                (task, full) -> {
                    throw new Workers.Full();
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
