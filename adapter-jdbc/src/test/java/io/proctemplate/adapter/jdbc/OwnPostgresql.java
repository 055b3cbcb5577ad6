package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/** A real PostgreSQL that a test has to itself, to be crashed and started again. */
public final class OwnPostgresql implements AutoCloseable {
    private static final int POOL_SIZE = 10;
    private static final int ANY_PORT = 0;

    private final Path data;
    private final Map<String, String> settings;
    private EmbeddedPostgres server;

    private OwnPostgresql(Path data, Map<String, String> settings) {
        this.data = data;
        this.settings = settings;
        this.server = start(ANY_PORT);
    }

    /** One that keeps its data in {@code directory}, and what it has committed on the disk, as by its own defaults. */
    public static OwnPostgresql in(Path directory, Map<String, String> settings) {
        return new OwnPostgresql(directory.resolve("postgresql"), settings);
    }

    private EmbeddedPostgres start(int port) {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false);
        builder.setServerConfig("synchronous_commit", "on");
        settings.forEach(builder::setServerConfig);
        try {
            return (port == ANY_PORT ? builder : builder.setPort(port)).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends all its processes at once, whatever they are doing. */
    public void crash() {
        try {
            String postmaster =
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
            new ProcessBuilder("kill", "-QUIT", postmaster).start().waitFor();
            server.getProcess().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Where it was. */
    public void startAgain() {
        int port = server.getPort();
        close();
        server = start(port);
    }

    /** A database that holds nothing. */
    public Config newDatabase() {
        return newDatabase(server, "");
    }

    static Config newDatabase(EmbeddedPostgres server, String options) {
        String name = "db_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " " + options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        String url = "jdbc:postgresql://localhost:" + server.getPort() + "/" + name;
        return new Config(url, "postgres", "postgres", POOL_SIZE);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
