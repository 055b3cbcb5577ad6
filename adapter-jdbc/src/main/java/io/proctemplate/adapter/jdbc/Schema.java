package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema up to what this program needs. */
final class Schema {
    /** The version of the newest migration. */
    static final MigrationVersion VERSION = MigrationVersion.fromVersion("9");

    /** Another server may be building an index for a long time. */
    private static final int UNTIL_IT_IS_FREE = -1;

    private static final String HISTORY = "flyway_schema_history";

    private final Engine engine;
    private final Config config;
    private final String[] locations;

    Schema(Engine engine, Config config) {
        this(engine, config, engine.migrations());
    }

    /** Made by the migrations in {@code locations}. */
    Schema(Engine engine, Config config, String... locations) {
        this.engine = engine;
        this.config = config;
        this.locations = locations.clone();
    }

    /** Flyway is asked only where the schema is not up to date already: looking costs a start a tenth of its time. */
    void bringUpToDate(Connection connection) throws SQLException {
        MigrationVersion found = version(connection);
        if (found.compareTo(VERSION) > 0) {
            throw new Unusable("the schema of " + config.place() + " is of version " + found
                    + ", this program knows none after " + VERSION + ": a newer program has been here");
        }
        if (found.compareTo(VERSION) < 0) {
            migrate(connection);
        }
        requireConstraints(connection);
    }

    /** The newest version that was reached, {@link MigrationVersion#EMPTY} for none. */
    private static MigrationVersion version(Connection connection) throws SQLException {
        MigrationVersion newest = MigrationVersion.EMPTY;
        if (!hasHistory(connection)) {
            return newest;
        }
        String sql = "SELECT \"version\" FROM \"" + HISTORY + "\" WHERE \"success\" AND \"version\" IS NOT NULL";
        for (String version : strings(connection, sql)) {
            MigrationVersion reached = MigrationVersion.fromVersion(version);
            newest = reached.compareTo(newest) > 0 ? reached : newest;
        }
        return newest;
    }

    private static boolean hasHistory(Connection connection) throws SQLException {
        return !strings(connection, """
                SELECT table_name FROM information_schema.tables
                WHERE table_schema = CURRENT_SCHEMA AND table_name = '%s'
                """.formatted(HISTORY)).isEmpty();
    }

    /** Of a migration without a transaction; it is made so that it can be done again, and Flyway would not. */
    private static void forgetFailures(Connection connection) throws SQLException {
        if (hasHistory(connection)) {
            try (Statement statement = connection.createStatement()) {
                statement.executeUpdate("DELETE FROM \"" + HISTORY + "\" WHERE NOT \"success\"");
            }
        }
    }

    /** Does the migrations that were not done yet. */
    void migrate(Connection connection) throws SQLException {
        forgetFailures(connection);
        engine.migrating(this::migrate);
    }

    private void migrate() {
        try {
            Flyway.configure()
                    .dataSource(config.url(), config.user(), config.password())
                    .locations(locations)
                    .table(HISTORY)
                    .cleanDisabled(true)
                    .lockRetryCount(UNTIL_IT_IS_FREE)
                    .configuration(engine.flyway(config.url()))
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new Unusable("cannot bring the schema of " + config.place() + " up to date: " + reason(e), e);
        }
    }

    private static String reason(FlywayException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    /** Without one of them a race would no longer be noticed. */
    private void requireConstraints(Connection connection) throws SQLException {
        Set<String> missing = new HashSet<>(NamedConstraint.names());
        missing.removeAll(strings(connection, """
                SELECT LOWER(constraint_name) FROM information_schema.table_constraints
                WHERE table_schema = CURRENT_SCHEMA
                """));
        if (!missing.isEmpty()) {
            throw new Unusable("the schema of " + config.place() + " lacks the constraints " + missing);
        }
    }

    private static Set<String> strings(Connection connection, String sql) throws SQLException {
        Set<String> strings = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
