package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A real PostgreSQL, started with the first test that asks for it and stopped with the test run. */
public final class PostgresqlServer {
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
    public static Config newDatabase() {
        return newDatabase("");
    }

    /** Likewise, with options of CREATE DATABASE. */
    static Config newDatabase(String options) {
        return OwnPostgresql.newDatabase(Running.SERVER, options);
    }
}
