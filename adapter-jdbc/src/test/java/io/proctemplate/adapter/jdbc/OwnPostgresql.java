package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** Keeps what it holds in {@code copy}; it is stopped and started for it. */
    void copyTo(Path copy) {
        int port = server.getPort();
        close();
        copyTree(data, copy);
        server = start(port);
    }

    /**
     * Where it was, with what it held when {@code copy} was made: to its clients, a replica that lagged and took the
     * place of its primary.
     */
    void startAgainAs(Path copy) {
        int port = server.getPort();
        close();
        deleteTree(data);
        copyTree(copy, data);
        server = start(port);
    }

    private static void copyTree(Path from, Path to) {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTree(Path directory) {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
