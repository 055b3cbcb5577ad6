package io.proctemplate.adapter.jdbc;

import java.util.concurrent.atomic.AtomicReference;

/** Cuts a connection once: when a transaction that has inserted rows is committed, or a batch is created at once. */
public final class CutCommits implements Relay.Watcher {
    /** What is lost with the connection. */
    public enum Lost {
        NOTHING,
        REQUEST,
        ANSWER
    }

    private final AtomicReference<Lost> next;
    private volatile boolean inserted;
    private volatile boolean atOnce;

    /** {@code next} tells what to cut next on any connection, and is set back to nothing then. */
    public CutCommits(AtomicReference<Lost> next) {
        this.next = next;
    }

    @Override
    public boolean passesRequest(String bytes) {
        atOnce = atOnce || bytes.contains("WITH batch AS") && !bytes.contains("BEGIN");
        boolean commits = atOnce || inserted && !bytes.contains("INSERT INTO");
        return !commits || !next.compareAndSet(Lost.REQUEST, Lost.NOTHING);
    }

    @Override
    public boolean passesAnswer(String bytes) {
        if (bytes.contains("INSERT 0 ")) {
            inserted = true;
            return true;
        }
        boolean committed = atOnce || inserted && bytes.contains("COMMIT\0");
        inserted = inserted && !committed;
        atOnce = false;
        return !committed || !next.compareAndSet(Lost.ANSWER, Lost.NOTHING);
    }
}
