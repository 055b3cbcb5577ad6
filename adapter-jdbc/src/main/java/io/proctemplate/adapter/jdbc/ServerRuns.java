package io.proctemplate.adapter.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.jdbi.v3.core.Handle;

/**
 * Tells which run of its database server a connection is with: after a fail-over, another one. What was reserved on one is
 * of no worth on another, which may never have heard of it. Thread-safe.
 */
final class ServerRuns {
    private final String sql;
    private final boolean ownSessions;
    private final Map<Connection, String> known = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * Those that {@code engine} tells apart.
     *
     * @param ownSessions whether a connection stays with one run for as long as it lives
     */
    ServerRuns(Engine engine, boolean ownSessions) {
        this.sql = engine.serverRun();
        this.ownSessions = ownSessions;
    }

    /** A round trip for the first unit of a connection, and where sessions are shared. */
    String of(Handle handle) {
        if (sql.isEmpty()) {
            return "";
        }
        return ownSessions ? known.computeIfAbsent(physical(handle), connection -> ask(handle)) : ask(handle);
    }

    private String ask(Handle handle) {
        return handle.createQuery("SELECT " + sql).mapTo(String.class).one();
    }

    private static Connection physical(Handle handle) {
        try {
            return handle.getConnection().unwrap(Connection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
