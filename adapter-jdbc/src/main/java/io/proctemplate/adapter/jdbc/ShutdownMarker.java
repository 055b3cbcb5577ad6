package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * Beside the file of an embedded database that was closed in order: how long the file was then, and the last number that
 * was taken from a sequence of it. An engine that finds the end of its file damaged or cut off goes back to the newest
 * state that it can read, and says nothing; such a state does not know the number.
 */
final class ShutdownMarker {
    private static final String NUMBER = "number";
    private static final String LENGTH = "length";

    private final Path file;
    private final Path database;

    /** In {@code file}, for the database whose file is {@code database}. */
    ShutdownMarker(Path file, Path database) {
        this.file = file;
        this.database = database;
    }

    /**
     * How a database was closed.
     *
     * @param number the last that was taken from the sequence
     * @param length of the file, in bytes
     */
    record Closed(long number, long length) {}

    /** Empty if it was not closed in order, or if nothing is known of it. */
    Optional<Closed> read() {
        Properties kept = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            kept.load(in);
            return Optional.of(new Closed(number(kept, NUMBER), number(kept, LENGTH)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static long number(Properties kept, String key) {
        return Long.parseLong(kept.getProperty(key, ""));
    }

    /** Whether the file is as long as it was. */
    boolean isOfLength(Closed closed) {
        try {
            return Files.size(database) == closed.length();
        } catch (IOException e) {
            return false;
        }
    }

    /** Notes that the database was closed, at {@code number}. */
    void write(long number) throws IOException {
        Properties kept = new Properties();
        kept.setProperty(NUMBER, Long.toString(number));
        kept.setProperty(LENGTH, Long.toString(Files.size(database)));
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        OwnerOnly.create(fresh);
        try (OutputStream out = Files.newOutputStream(fresh)) {
            kept.store(out, null);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Before anything is written to the database.
     *
     * @throws Unusable if it cannot be done
     */
    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Unusable("cannot remove " + file + " (" + e.getClass().getSimpleName() + ")", e);
        }
    }

    /** For what an operator is told. */
    Path file() {
        return file;
    }
}
