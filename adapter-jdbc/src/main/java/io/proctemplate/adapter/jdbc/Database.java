package io.proctemplate.adapter.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.proctemplate.application.spi.UnitOfWork;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The storage on an SQL database: a pool of connections to a schema that fits this program. Thread-safe. */
public final class Database implements AutoCloseable {
    private static final int PROBE_SECONDS = 2;

    private final HikariDataSource pool;
    private final UnitOfWork unitOfWork;
    private final @Nullable EmbeddedFile file;

    private Database(HikariDataSource pool, UnitOfWork unitOfWork, @Nullable EmbeddedFile file) {
        this.pool = pool;
        this.unitOfWork = unitOfWork;
        this.file = file;
    }

    /**
     * Which database, and how much of it.
     *
     * @param url {@code jdbc:h2:…} or {@code jdbc:postgresql:…}; what it sets goes before the settings made here
     * @param poolSize the number of connections, at least 1
     * @param connectionWait how long a unit waits for a free connection before it is refused as busy
     * @param lockWait how long a statement waits for a lock before its unit is refused as busy
     * @param statementWait how long a statement may run before its unit is refused as busy
     */
    public record Config(
            String url,
            String user,
            String password,
            int poolSize,
            Duration connectionWait,
            Duration lockWait,
            Duration statementWait) {
        private static final Duration PATIENCE = Duration.ofSeconds(5);
        private static final Duration STATEMENT_PATIENCE = Duration.ofSeconds(20);

        public Config {
            if (poolSize < 1) {
                throw new IllegalArgumentException("pool size " + poolSize);
            }
        }

        /** Waits of five seconds, statements of twenty. */
        public Config(String url, String user, String password, int poolSize) {
            this(url, user, password, poolSize, PATIENCE, PATIENCE, STATEMENT_PATIENCE);
        }

        /** Without the password, and without what may hold one: the URL beyond its place. */
        @Override
        public String toString() {
            return place() + " (" + poolSize + " connections)";
        }

        /** The same database with another number of connections. */
        public Config withPoolSize(int connections) {
            return new Config(url, user, password, connections, connectionWait, lockWait, statementWait);
        }

        /** The file of an embedded database, without the ending that the engine gives it; empty for any other. */
        public Optional<Path> file() {
            return Engine.of(url).file(place());
        }

        /** Whether the engine may make the file if it is missing. */
        boolean mayMakeFile() {
            return !Engine.isSet("IFEXISTS=TRUE", url);
        }

        /** The URL without its settings. */
        String place() {
            return url.split("[;?]", 2)[0];
        }
    }

    /** The database cannot be used; the message is one line that tells an operator why. */
    public static final class Unusable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            this(message, null);
        }

        Unusable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Opens the database, which is created if it is an embedded one, and brings its schema up to this program's. An embedded
     * one that was not closed in order is checked first.
     *
     * @throws Unusable if that cannot be done
     */
    public static Database open(Config config) {
        Engine engine = Engine.of(config.url());
        EmbeddedFile file = EmbeddedFile.of(config).orElse(null);
        if (file != null && config.mayMakeFile()) {
            file.make();
        }
        try (Connection first = connect(engine, config)) {
            engine.check(first);
            if (file != null) {
                file.open(first);
            }
            new Schema(engine, config).bringUpToDate(first);
            HikariDataSource pool = pool(engine, config);
            return new Database(pool, new JdbiUnitOfWork(pool, engine, config), file);
        } catch (SQLException e) {
            throw Unusables.because(config, e);
        } catch (PoolInitializationException e) {
            throw Unusables.because(config, e.getCause() instanceof SQLException sql ? sql : new SQLException(e));
        }
    }

    /** The first connection, outside the pool, which would log each failure at length. */
    private static Connection connect(Engine engine, Config config) throws SQLException {
        Properties properties = engine.settings(config.url());
        properties.setProperty("user", config.user());
        properties.setProperty("password", config.password());
        return DriverManager.getConnection(config.url(), properties);
    }

    private static HikariDataSource pool(Engine engine, Config config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        pool.setMaximumPoolSize(config.poolSize());
        pool.setConnectionTimeout(config.connectionWait().toMillis());
        pool.setDataSourceProperties(engine.settings(config.url()));
        engine.configure(pool, config);
        return new HikariDataSource(pool);
    }

    /** The way to the stores; of no use after {@link #close()}. */
    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /** Whether the database answers now. */
    public boolean isReady() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(PROBE_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Closes all connections; an embedded database is closed with them. */
    @Override
    public void close() {
        if (file != null && !pool.isClosed()) {
            file.close(pool);
        }
        pool.close();
    }
}
