package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Transactions whose waits are bounded. */
final class Transactions {
    private final Engine engine;
    private final String bounds;

    Transactions(Engine engine, Config config) {
        this.engine = engine;
        this.bounds = engine.bounds(config);
    }

    /** Does {@code work} and commits it. */
    <R> R write(Handle handle, Function<Handle, R> work) {
        return handle.inTransaction(open -> {
            if (!bounds.isEmpty()) {
                open.execute(bounds);
            }
            return work.apply(open);
        });
    }

    /** Whether a unit that is one statement needs no transaction around it: none that bounds would have to be sent in. */
    boolean isAtOnce() {
        return engine.insertsWithinQueries() && bounds.isEmpty();
    }

    /** Does {@code work}, which only reads, on one state of the database. */
    <R> R read(Handle handle, Function<Handle, R> work) {
        return engine.read(handle, bounds, work);
    }
}
