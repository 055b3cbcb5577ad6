package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;

/**
 * What bounds the waits on PostgreSQL: parameters that go along with the start of a session, which cost nothing, or, where
 * a pooler lends sessions from transaction to transaction, parameters of each transaction.
 */
final class PostgresqlBounds {
    /** Longer than any unit pauses between its statements. */
    private static final long PAUSE_MILLIS = 30_000;

    /** Whatever takes the place of a server started at another moment. */
    static final String SERVER_RUN = "CAST(EXTRACT(EPOCH FROM pg_postmaster_start_time()) AS VARCHAR)";

    private PostgresqlBounds() {}

    /** The option of a connection; empty where its session is not its own. */
    static String ofSession(Config config) {
        return ownsItsSessions(config.url()) ? limits("-c %s=%s", config, " ") : "";
    }

    /** A query that begins a transaction and tells the run of the server; empty where its session is bounded. */
    static String ofTransaction(Config config) {
        return ownsItsSessions(config.url())
                ? ""
                : "SELECT " + SERVER_RUN + ", " + limits("set_config('%s', '%s', true)", config, ", ");
    }

    /** Whoever switches prepared statements off says that a pooler lends sessions; whoever sets options keeps them. */
    static boolean ownsItsSessions(String url) {
        return !Engine.isSet("prepareThreshold=0", url) && !Engine.isSet("options=", url);
    }

    /**
     * The pause ends what a server left open that was cut off from the network. The plan: every statement of ours has one
     * that fits all values; left to itself, the database makes it anew for each small batch, at twice the cost of the
     * rest.
     */
    private static String limits(String form, Config config, String separator) {
        return String.join(
                separator,
                form.formatted("lock_timeout", config.lockWait().toMillis()),
                form.formatted("statement_timeout", config.statementWait().toMillis()),
                form.formatted("idle_in_transaction_session_timeout", PAUSE_MILLIS),
                form.formatted("plan_cache_mode", "force_generic_plan"));
    }
}
