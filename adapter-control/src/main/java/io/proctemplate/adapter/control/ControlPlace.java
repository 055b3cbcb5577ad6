package io.proctemplate.adapter.control;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Where the socket of a database is. The directory around it bears the permissions: those of the socket itself could be
 * set only after it is there.
 */
final class ControlPlace {
    private static final String ENDING = ".control";
    private static final String NAME = "socket";
    private static final String OWNER_ONLY = "rwx------";

    /** What an address has room for on every system, with its final NUL. */
    private static final int MAX_BYTES = 103;

    private ControlPlace() {}

    /** The path of the socket, as short as it can be said from the working directory. */
    static Path of(Path database) {
        Path absolute = database.toAbsolutePath().normalize();
        Path whole = absolute.resolveSibling(absolute.getFileName() + ENDING).resolve(NAME);
        Path relative = Path.of("").toAbsolutePath().relativize(whole);
        return bytes(relative) < bytes(whole) ? relative : whole;
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /** The path of the socket, in a directory that its owner alone can enter. */
    static Path prepare(Path database) throws IOException {
        Path path = of(database);
        if (bytes(path) > MAX_BYTES) {
            throw new IOException("its path is longer than the " + MAX_BYTES + " bytes that a socket's may have");
        }
        Path directory = Objects.requireNonNull(path.getParent());
        if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(OWNER_ONLY));
        } else {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
        }
        return path;
    }

    static String reason(Exception failure) {
        return failure.getClass().getSimpleName()
                + (failure.getMessage() == null ? "" : " (" + failure.getMessage() + ")");
    }
}
