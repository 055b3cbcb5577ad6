package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import java.util.ArrayDeque;
import java.util.Deque;

/** The databases a test has opened, to be closed with it. */
final class Databases implements AutoCloseable {
    private final Deque<Database> open = new ArrayDeque<>();

    Database open(Config config) {
        Database database = Database.open(config);
        open.push(database);
        return database;
    }

    @Override
    public void close() {
        open.forEach(Database::close);
    }
}
