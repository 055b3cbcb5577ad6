package io.proctemplate.adapter.jdbc;

import com.zaxxer.hikari.HikariConfig;
import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** What differs from one database to the other. All other SQL, and the reading of errors, is one for all. */
enum Engine {
    /**
     * Embedded, in a file or in memory. Left to itself, H2 stores what is committed up to half a second later; with a write
     * delay of 0 it does so in each commit; with one that never ends, when it is told, so that one storing serves all units
     * that wait for it. What is stored has reached the operating system and survives the end of this process, however it
     * comes. The disk is not forced: a power cut may take the last moments.
     */
    H2("jdbc:h2:", "classpath:db/migration/h2") {
        @Override
        Map<String, String> ownSettings() {
            return Map.of(
                    "WRITE_DELAY", Integer.toString(Integer.MAX_VALUE),
                    "DB_CLOSE_ON_EXIT", "FALSE", // whoever opened it closes it
                    "TRACE_LEVEL_FILE", "0"); // a file of errors, values and all
        }

        /** The path must say where it begins; what stands before it otherwise is a file system of the engine's own. */
        @Override
        Optional<Path> file(String place) {
            Matcher file = FILE.matcher(place);
            if (!file.matches()) {
                return Optional.empty();
            }
            String path = file.group(1);
            return Optional.of(
                    path.startsWith("~") ? Path.of(System.getProperty("user.home"), path.substring(1)) : Path.of(path));
        }

        /** Each connection to a database in memory without a name would have one of its own. */
        @Override
        void check(Connection connection) throws SQLException {
            if (connection.getMetaData().getURL().equals("jdbc:h2:mem:")) {
                throw new Unusable("a database in memory needs a name: jdbc:h2:mem:NAME");
            }
        }

        /**
         * A database in memory ends with its last connection, so none is retired. One in a file closes itself when it
         * cannot write; the next connection opens it anew.
         */
        @Override
        void configure(HikariConfig pool, Config config) {
            pool.setMaxLifetime(0);
            pool.setExceptionOverride(new ClosedDatabases());
            pool.setConnectionInitSql("SET LOCK_TIMEOUT " + config.lockWait().toMillis() + "; SET QUERY_TIMEOUT "
                    + config.statementWait().toMillis());
        }

        @Override
        String bounds(Config config) {
            return "";
        }

        @Override
        <R> R read(Handle handle, String bounds, Function<Handle, R> work) {
            return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply);
        }

        @Override
        Map<String, String> flyway(String url) {
            return Map.of();
        }

        /**
         * One at a time: each statement that changes the schema ends the transaction, and with it the lock by which
         * Flyway keeps others away.
         */
        @Override
        synchronized void migrating(Runnable migration) {
            migration.run();
        }

        @Override
        String rowLock() {
            return "FOR UPDATE";
        }

        /**
         * One unit writes or stores at a time. What is stored is every table as it is at its moment; rows that others write
         * meanwhile may be stored without what would take them back, and a process that is killed then leaves a batch in
         * part (h2database#2080).
         */
        @Override
        Commits commits(Config config) {
            return new GroupCommit(config.lockWait(), "CHECKPOINT");
        }

        @Override
        boolean insertsWithinQueries() {
            return false;
        }

        @Override
        String nextValue(String sequence) {
            return "NEXT VALUE FOR " + sequence;
        }

        /** No other takes the place of an embedded one. */
        @Override
        String serverRun() {
            return "";
        }

        @Override
        String addGrant() {
            return """
                    MERGE INTO user_grant (user_name, action, bk_biz_id, service_template_id)
                    KEY (user_name, action, bk_biz_id, service_template_id)
                    VALUES (:user, :action, :business, :serviceTemplate)
                    """;
        }
    },

    /** Version 12 and later. Nothing is ever set on a session that has begun: a pooler may lend it to others. */
    POSTGRESQL("jdbc:postgresql:", "classpath:db/migration/postgresql") {
        @Override
        Map<String, String> ownSettings() {
            return Map.of(
                    "ApplicationName", "proctemplate",
                    "connectTimeout", "5",
                    "socketTimeout", "30",
                    "tcpKeepAlive", "true",
                    "logServerErrorDetail", "false");
        }

        @Override
        Optional<Path> file(String place) {
            return Optional.empty();
        }

        @Override
        void check(Connection connection) throws SQLException {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW server_encoding")) {
                if (row.next() && !row.getString(1).equals("UTF8")) {
                    throw new Unusable("the database must be encoded in UTF8, not " + row.getString(1));
                }
            }
        }

        @Override
        void configure(HikariConfig pool, Config config) {
            String options = PostgresqlBounds.ofSession(config);
            if (!options.isEmpty()) {
                pool.addDataSourceProperty("options", options);
            }
        }

        @Override
        String bounds(Config config) {
            return PostgresqlBounds.ofTransaction(config);
        }

        /** Asked for through JDBC, the isolation would cost two round trips more. */
        @Override
        <R> R read(Handle handle, String bounds, Function<Handle, R> work) {
            return handle.inTransaction(open -> {
                open.execute(READ_ONLY + (bounds.isEmpty() ? "" : "; " + bounds));
                return work.apply(open);
            });
        }

        /**
         * An index that is built without locking writers out waits for every transaction, also for the one in which
         * Flyway would hold its lock; so the session holds it, where it is our own.
         */
        @Override
        Map<String, String> flyway(String url) {
            return Map.of(
                    "flyway.postgresql.transactional.lock", Boolean.toString(!PostgresqlBounds.ownsItsSessions(url)));
        }

        @Override
        void migrating(Runnable migration) {
            migration.run();
        }

        @Override
        String rowLock() {
            return "FOR NO KEY UPDATE";
        }

        @Override
        Commits commits(Config config) {
            return Commits.BY_ENGINE;
        }

        @Override
        boolean insertsWithinQueries() {
            return true;
        }

        @Override
        String nextValue(String sequence) {
            return "nextval('" + sequence + "')";
        }

        @Override
        String serverRun() {
            return PostgresqlBounds.SERVER_RUN;
        }

        @Override
        String addGrant() {
            return """
                    INSERT INTO user_grant (user_name, action, bk_biz_id, service_template_id)
                    VALUES (:user, :action, :business, :serviceTemplate)
                    ON CONFLICT DO NOTHING
                    """;
        }
    };

    private static final String READ_ONLY = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    /** H2: the database has been closed. */
    static final String H2_CLOSED = "90098";

    private static final Pattern FILE = Pattern.compile("jdbc:h2:(?:file:)?((?:~|\\.\\.?)?/.+)");

    private final String urlPrefix;
    private final String migrations;

    Engine(String urlPrefix, String migrations) {
        this.urlPrefix = urlPrefix;
        this.migrations = migrations;
    }

    /** The engine behind {@code url}. */
    static Engine of(String url) {
        return Arrays.stream(values())
                .filter(engine -> url.startsWith(engine.urlPrefix))
                .findFirst()
                .orElseThrow(() -> new Unusable("the database URL must begin with jdbc:h2: or jdbc:postgresql:"));
    }

    /** Where Flyway finds the schema's migrations. */
    String migrations() {
        return migrations;
    }

    /** The file of the database at a URL without settings, if it is in one that this program alone uses. */
    abstract Optional<Path> file(String place);

    /**
     * Looks whether the database can hold what it must.
     *
     * @throws Unusable if it cannot
     */
    abstract void check(Connection connection) throws SQLException;

    /** Settings of a connection, but for those that the URL makes itself. */
    Properties settings(String url) {
        Properties settings = new Properties();
        ownSettings().forEach((name, value) -> {
            if (!isSet(name + "=", url)) {
                settings.setProperty(name, value);
            }
        });
        return settings;
    }

    /** Whether {@code url} says something of its own about a setting. */
    static boolean isSet(String setting, String url) {
        return url.toLowerCase(Locale.ROOT).contains(setting.toLowerCase(Locale.ROOT));
    }

    abstract Map<String, String> ownSettings();

    /** Adds to a pool what its connections need, bounds of their waits where they can be kept on a connection. */
    abstract void configure(HikariConfig pool, Config config);

    /**
     * What bounds the waits of a transaction, to be sent with its begin, and tells the run of the server; empty where its
     * connection is bounded and its own.
     */
    abstract String bounds(Config config);

    /** Does {@code work}, which only reads, in a transaction on one state of the database. */
    abstract <R> R read(Handle handle, String bounds, Function<Handle, R> work);

    /** Settings of Flyway. */
    abstract Map<String, String> flyway(String url);

    /** Runs the migration of the schema. */
    abstract void migrating(Runnable migration);

    /** Ends a select: keeps other writers off the rows, and lets new rows refer to them. */
    abstract String rowLock();

    /** How the units of one server are committed. */
    abstract Commits commits(Config config);

    /** Whether a common table expression may insert, so that one statement can look and then keep. */
    abstract boolean insertsWithinQueries();

    /** An expression for the next value of a sequence. */
    abstract String nextValue(String sequence);

    /** An expression that differs from one run of the server to the next; empty where that makes no difference. */
    abstract String serverRun();

    /** Keeps one row of user_grant, if it is not there yet. */
    abstract String addGrant();
}
