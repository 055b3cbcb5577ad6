package io.proctemplate.adapter.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of an embedded database: made for its owner alone, checked before it is used, and closed so that the next start
 * need not read all of it again.
 */
final class EmbeddedFile {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedFile.class);

    private static final String ENDING = ".mv.db";

    /** A number that is skipped here does no harm: a later event of the audit has a greater one, no more is promised. */
    private static final String TAKE_NUMBER = "SELECT NEXT VALUE FOR seq_audit_event";

    private static final String NEXT_NUMBER = """
            SELECT base_value FROM information_schema.sequences
            WHERE sequence_schema = CURRENT_SCHEMA AND sequence_name = 'SEQ_AUDIT_EVENT'
            """;

    private final Config config;
    private final Path file;
    private final ShutdownMarker marker;

    private EmbeddedFile(Config config, Path database) {
        this.config = config;
        this.file = withEnding(database);
        this.marker = new ShutdownMarker(database.resolveSibling(database.getFileName() + ".closed"), file);
    }

    /** That of {@code config}, if it is in one that this program alone uses. */
    static Optional<EmbeddedFile> of(Config config) {
        return config.file().map(database -> new EmbeddedFile(config, database));
    }

    /** The file that the engine makes of a database's path. */
    static Path withEnding(Path database) {
        return database.resolveSibling(database.getFileName() + ENDING);
    }

    /** Makes it, if it is missing; what cannot be made here, the engine cannot make either, and says why. */
    void make() {
        try {
            OwnerOnly.create(file);
        } catch (IOException thereOrImpossible) {
            return;
        }
        marker.remove();
    }

    /**
     * Looks whether the database is as it was closed, or else whole. It is closed in order no longer then.
     *
     * @throws Unusable if it is neither; its file is left as it is
     */
    void open(Connection connection) throws SQLException {
        Optional<String> fault = fault(connection);
        if (fault.isPresent()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            }
            throw new Unusable("cannot use the database " + config.place() + ": " + fault.get());
        }
        marker.remove();
    }

    private Optional<String> fault(Connection connection) throws SQLException {
        Optional<ShutdownMarker.Closed> closed = marker.read();
        long next = closed.isPresent() ? nextNumber(connection) : 0;
        if (closed.isPresent() && next <= closed.get().number()) {
            return Optional.of(
                    "its file is not as it was closed: it was damaged, cut off or exchanged for an older one; "
                            + Unusables.RESTORE + ", or remove " + marker.file() + " to go on with what is left");
        }
        if (closed.isPresent() && next == closed.get().number() + 1 && marker.isOfLength(closed.get())) {
            return Optional.empty();
        }
        return IntegrityCheck.fault(connection).map(fault -> "it is torn (" + fault + "); " + Unusables.RESTORE);
    }

    private static long nextNumber(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet next = statement.executeQuery(NEXT_NUMBER)) {
            return next.next() ? next.getLong(1) : 0;
        }
    }

    /** Closes the database, of which {@code pool} has the connections, and notes that it did. */
    void close(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            long number;
            try (ResultSet taken = statement.executeQuery(TAKE_NUMBER)) {
                taken.next();
                number = taken.getLong(1);
            }
            statement.execute("SHUTDOWN");
            pool.evictConnection(connection); // it ended with the database
            marker.write(number);
        } catch (SQLException | IOException e) {
            LOG.warn(
                    "the database was not closed in order ({}): the next start checks it",
                    e.getClass().getSimpleName());
        }
    }
}
