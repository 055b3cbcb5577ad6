package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.StorageBusy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets no more units write at a time than the engine can keep apart; who waits is served in the order of coming. A turn is
 * for a transaction, not for getting a connection, which may take long where the database is in trouble.
 */
final class WriterTurns {
    private static final Logger LOG = LoggerFactory.getLogger(WriterTurns.class);

    private final Semaphore free;
    private final Duration patience;

    WriterTurns(int writers, Duration patience) {
        this.free = new Semaphore(writers, true);
        this.patience = patience;
    }

    /**
     * Does {@code unit} when it is its turn.
     *
     * @throws StorageBusy if that does not come in time
     */
    <R> R write(Supplier<R> unit) {
        await();
        try {
            return unit.get();
        } finally {
            free.release();
        }
    }

    /** Does {@code storing} when it is its turn, which comes: who is before it has a bound. */
    void store(Runnable storing) {
        free.acquireUninterruptibly();
        try {
            storing.run();
        } finally {
            free.release();
        }
    }

    private void await() {
        try {
            if (!free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Database busy, unit given up: others wrote for {}", patience);
                throw new StorageBusy(new TimeoutException("no turn to write"));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new StorageBusy(hurry);
        }
    }
}
