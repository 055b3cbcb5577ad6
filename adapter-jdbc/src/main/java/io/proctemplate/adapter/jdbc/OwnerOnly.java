package io.proctemplate.adapter.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/** Makes files and directories that nobody but their owner can read, from the first moment. */
final class OwnerOnly {
    private static final FileAttribute<?> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private OwnerOnly() {}

    /** An empty file, and the directories that are missing above it; those that are there keep their permissions. */
    static void create(Path file) throws IOException {
        Path directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(directory, posix ? new FileAttribute<?>[] {DIRECTORY} : new FileAttribute<?>[0]);
        Files.createFile(file, posix ? new FileAttribute<?>[] {FILE} : new FileAttribute<?>[0]);
    }
}
