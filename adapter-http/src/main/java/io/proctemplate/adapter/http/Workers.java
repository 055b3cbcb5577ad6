package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.FairQueue.Shares;
import io.proctemplate.adapter.http.FairQueue.Turn;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads that carry out calls, shared out by application ({@link FairQueue}). */
final class Workers {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final FairQueue<Job> queue;
    private final List<Thread> threads;
    private boolean stopped;

    /** What a worker is to do. */
    interface Job extends Runnable {
        /** It waited, and has to go for another: it will not run. Called by whoever brought the other. */
        void shed();
    }

    Workers(Shares shares) {
        queue = new FairQueue<>(shares, System::nanoTime);
        threads = IntStream.rangeClosed(1, shares.places())
                .mapToObj(number -> new Thread(this::work, "http-worker-" + number))
                .toList();
        threads.forEach(Thread::start);
    }

    /**
     * Runs {@code job} soon, or does without another one for it.
     *
     * @throws RejectedExecutionException if there is no room for it, or {@link #stop} was called
     */
    void execute(String app, Job job) {
        Job shed = add(app, job);
        if (shed == job) {
            throw new Full();
        }
        if (shed != null) {
            shed.shed();
        }
    }

    private synchronized @Nullable Job add(String app, Job job) {
        if (stopped) {
            return job;
        }
        Job shed = queue.add(app, job);
        if (shed != job) {
            notify();
        }
        return shed;
    }

    private void work() {
        Turn<Job> turn = next(null);
        while (turn != null) {
            try {
                turn.job().run();
            } catch (Throwable defect) { // a job answers for itself
                LOG.error("a job failed", defect);
            }
            turn = next(turn);
        }
    }

    /** Waits for a job; null when there will be none any more. */
    private synchronized @Nullable Turn<Job> next(@Nullable Turn<Job> before) {
        if (before != null) {
            queue.end(before.app());
        }
        try {
            while (!stopped) {
                Turn<Job> turn = queue.next();
                if (turn != null) {
                    return turn;
                }
                wait();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    /** Starts nothing any more and interrupts what runs. */
    void stop() {
        synchronized (this) {
            stopped = true;
        }
        threads.forEach(Thread::interrupt);
    }

    /** Without a stack trace, which would cost more than all else that is done to turn a request away. */
    static final class Full extends RejectedExecutionException {
        private static final long serialVersionUID = 1;

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
