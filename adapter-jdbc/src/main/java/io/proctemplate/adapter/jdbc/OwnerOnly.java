package io.proctemplate.adapter.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/**
 * Makes the file of an embedded database, and the directories that are missing above it, before the engine does: so that
 * nobody but their owner can read them, from the first moment. What is there already keeps the permissions it was given.
 */
final class OwnerOnly {
    private static final String ENDING = ".mv.db";
    private static final FileAttribute<?> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnly() {}

    /** What cannot be made here, the engine cannot make either, and says why. */
    static void make(Path database) {
        Path file = database.resolveSibling(database.getFileName() + ENDING).toAbsolutePath();
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()), DIRECTORY);
            Files.createFile(file, FILE);
        } catch (IOException thereOrImpossible) {
            return;
        }
    }
}
