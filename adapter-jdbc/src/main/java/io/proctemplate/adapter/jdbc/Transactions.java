package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Transactions whose waits are bounded. */
final class Transactions {
    private final Engine engine;
    private final String bounds;
    private final ServerRuns runs;

    Transactions(Engine engine, Config config) {
        this.engine = engine;
        this.bounds = engine.bounds(config);
        this.runs = new ServerRuns(engine, bounds.isEmpty());
    }

    /** Does {@code work}, which is told how to ask for the run of the server, and commits it. */
    <R> R write(Handle handle, BiFunction<Handle, Supplier<String>, R> work) {
        return handle.inTransaction(open -> {
            if (bounds.isEmpty()) {
                return work.apply(open, () -> runs.of(open));
            }
            String run = open.createQuery(bounds).mapTo(String.class).one();
            return work.apply(open, () -> run);
        });
    }

    /** The run of the server that {@code handle}, whose transaction did not begin here, is with. */
    String serverRun(Handle handle) {
        return runs.of(handle);
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
