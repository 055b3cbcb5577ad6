package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.StorageBusy;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits of an engine that keeps them in memory until it is told to store. Units are committed one by one and stored
 * together, in the order of coming: the first that stores has stored for all that were committed before. Between its commit
 * and its storing others can see a unit, so they store it as well before they tell of it; where nothing is left to store,
 * that costs them the comparison of two numbers.
 *
 * <p>Who tells of a unit stores on the connection on which it was done or seen. An engine that closed itself meanwhile (a
 * full disk) has lost what it had not stored, and that connection with it; on a new one nothing would be missing.
 */
final class GroupCommit implements Commits {
    private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);

    private final Semaphore writer = new Semaphore(1, true);
    private final Duration patience;
    private final String checkpoint;

    /** How many transactions were to be committed so far, and how many of these have been stored. */
    private final AtomicLong committed = new AtomicLong();

    private volatile long stored;

    /** {@code checkpoint} is the statement that stores all that is committed. */
    GroupCommit(Duration patience, String checkpoint) {
        this.patience = patience;
        this.checkpoint = checkpoint;
    }

    @Override
    public <R> R exclusively(Supplier<R> transaction) {
        await();
        try {
            return transaction.get();
        } finally {
            writer.release();
        }
    }

    private void await() {
        try {
            if (!writer.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Database busy, unit given up: others wrote for {}", patience);
                throw new StorageBusy(new TimeoutException("no turn to write"));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new StorageBusy(hurry);
        }
    }

    @Override
    public void committing() {
        committed.incrementAndGet();
    }

    @Override
    public <R> R durably(Handle handle, Supplier<R> unit) {
        long storedBefore = stored;
        try {
            R result = unit.get();
            store(handle, storedBefore);
            return result;
        } catch (JdbiException e) {
            if (Fault.isConstraint(e)) {
                store(handle, storedBefore);
            }
            throw e;
        }
    }

    /**
     * Unless the unit saw nothing but what had been stored when it began. Has no limit of time: those who are before it
     * have one.
     */
    private void store(Handle handle, long storedBefore) {
        if (committed.get() == storedBefore) {
            return;
        }
        writer.acquireUninterruptibly();
        try {
            long all = committed.get();
            handle.execute(checkpoint);
            stored = all;
        } finally {
            writer.release();
        }
    }
}
