package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The databases a test has opened, to be closed with it. */
final class Databases implements AutoCloseable {
    private final Queue<Database> open = new ConcurrentLinkedQueue<>();

    Database open(Config config) {
        Database database = Database.open(config);
        open.add(database);
        return database;
    }

    @Override
    public void close() {
        open.forEach(Database::close);
    }
}
