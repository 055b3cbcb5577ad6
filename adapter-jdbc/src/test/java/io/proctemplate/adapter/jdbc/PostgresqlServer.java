package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A real PostgreSQL, started with the first test that asks for it and stopped with the test run. */
final class PostgresqlServer {
    private static final int POOL_SIZE = 10;

    private PostgresqlServer() {}

    private static final class Running {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A database that holds nothing. */
    static Config newDatabase() {
        return newDatabase("");
    }

    /** Likewise, with options of CREATE DATABASE. */
    static Config newDatabase(String options) {
        String name = "db_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = Running.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " " + options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = "jdbc:postgresql://localhost:" + Running.SERVER.getPort() + "/" + name;
        return new Config(url, "postgres", "postgres", POOL_SIZE);
    }
}
