package io.proctemplate.adapter.jdbc;

import com.zaxxer.hikari.HikariConfig;
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
     * Embedded, in a file or in memory. H2 writes up to half a second after a commit unless told otherwise; with a
     * write delay of 0 the commit has reached the operating system when it returns, so that it survives the end of this
     * process, however it comes. It does not force the disk: a power cut may take the last moments.
     */
    H2("jdbc:h2:", "classpath:db/migration/h2") {
        @Override
        Map<String, String> ownSettings() {
            return Map.of(
                    "WRITE_DELAY", "0",
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

        @Override
        String sessionSetup(long lockWaitMillis) {
            return "SET LOCK_TIMEOUT " + lockWaitMillis;
        }

        /** A database in memory ends with its last connection, so none is retired. */
        @Override
        void configure(HikariConfig pool) {
            pool.setMaxLifetime(0);
        }

        @Override
        <R> R read(Handle handle, Function<Handle, R> work) {
            return handle.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, work::apply);
        }

        /**
         * Without waiting for the disk after each statement, which is a tenth of a first start. A cut can take the last
         * of them; the next start then makes them again.
         */
        @Override
        void migrating(Connection connection, Runnable migration) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                String delay = writeDelay(statement);
                statement.execute("SET WRITE_DELAY 500");
                try {
                    migration.run();
                } finally {
                    statement.execute("SET WRITE_DELAY " + delay);
                }
            }
        }

        private String writeDelay(Statement statement) throws SQLException {
            try (ResultSet row = statement.executeQuery(
                    "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'")) {
                return row.next() ? row.getString(1) : "0";
            }
        }

        @Override
        String rowLock() {
            return "FOR UPDATE";
        }

        @Override
        String nextValue(String sequence) {
            return "NEXT VALUE FOR " + sequence;
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

    /** Version 12 and later. */
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
        String sessionSetup(long lockWaitMillis) {
            return "SET lock_timeout = " + lockWaitMillis;
        }

        @Override
        void configure(HikariConfig pool) {}

        /** Asked for through JDBC, the isolation would cost two round trips more. */
        @Override
        <R> R read(Handle handle, Function<Handle, R> work) {
            return handle.inTransaction(open -> {
                open.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
                return work.apply(open);
            });
        }

        @Override
        void migrating(Connection connection, Runnable migration) {
            migration.run();
        }

        @Override
        String rowLock() {
            return "FOR NO KEY UPDATE";
        }

        @Override
        String nextValue(String sequence) {
            return "nextval('" + sequence + "')";
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
        String lowerCase = url.toLowerCase(Locale.ROOT);
        Properties settings = new Properties();
        ownSettings().forEach((name, value) -> {
            if (!lowerCase.contains(name.toLowerCase(Locale.ROOT) + "=")) {
                settings.setProperty(name, value);
            }
        });
        return settings;
    }

    abstract Map<String, String> ownSettings();

    /** Bounds the waits of a new connection for locks. */
    abstract String sessionSetup(long lockWaitMillis);

    /** Adds to a pool what its connections need. */
    abstract void configure(HikariConfig pool);

    /** Does {@code work}, which only reads, in a transaction on one state of the database. */
    abstract <R> R read(Handle handle, Function<Handle, R> work);

    /** Runs the migration of the schema; {@code connection} is one to the same database. */
    abstract void migrating(Connection connection, Runnable migration) throws SQLException;

    /** Ends a select: keeps other writers off the rows, and lets new rows refer to them. */
    abstract String rowLock();

    /** An expression for the next value of a sequence. */
    abstract String nextValue(String sequence);

    /** Keeps one row of user_grant, if it is not there yet. */
    abstract String addGrant();
}
