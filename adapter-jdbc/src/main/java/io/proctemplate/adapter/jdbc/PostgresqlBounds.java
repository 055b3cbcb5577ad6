package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;

/**
 * What bounds the waits on PostgreSQL: parameters that go along with the start of a session, which cost nothing, or, where
 * a pooler lends sessions from transaction to transaction, parameters of each transaction.
 */
final class PostgresqlBounds {
    /** Longer than any unit pauses between its statements. */
    private static final long PAUSE_MILLIS = 30_000;

    private PostgresqlBounds() {}

    /** The option of a connection; empty where its session is not its own. */
    static String ofSession(Config config) {
        return ownsItsSessions(config.url()) ? limits("-c ", config, " ") : "";
    }

    /** What begins a transaction; empty where its session is bounded. */
    static String ofTransaction(Config config) {
        return ownsItsSessions(config.url()) ? "" : limits("SET LOCAL ", config, "; ");
    }

    /** Whoever switches prepared statements off says that a pooler lends sessions; whoever sets options keeps them. */
    private static boolean ownsItsSessions(String url) {
        return !Engine.isSet("prepareThreshold=0", url) && !Engine.isSet("options=", url);
    }

    /**
     * The pause ends what a server left open that was cut off from the network. The plan: every statement of ours has one
     * that fits all values; left to itself, the database makes it anew for each small batch, at twice the cost of the
     * rest.
     */
    private static String limits(String set, Config config, String separator) {
        return String.join(
                separator,
                set + "lock_timeout=" + config.lockWait().toMillis(),
                set + "statement_timeout=" + config.statementWait().toMillis(),
                set + "idle_in_transaction_session_timeout=" + PAUSE_MILLIS,
                set + "plan_cache_mode=force_generic_plan");
    }
}
