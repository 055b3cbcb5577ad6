package io.proctemplate.bootstrap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Starts a server of its own, has it answer the published example, and stops it: everything a start needs, so that the
 * virtual machine can archive the classes for the starts to come. {@code ./run} does this once after a build.
 */
public final class Rehearsal {
    private static final String EXAMPLE = "example-request.json";
    private static final String CALL = "/api/c/compapi/v2/cc/batch_create_proc_template/";
    /** The first time it is carried out, then refused. */
    private static final int TIMES = 3;

    private Rehearsal() {}

    public static void main(String... arguments) throws IOException {
        Path directory = Files.createTempDirectory("proctemplate-rehearsal");
        try {
            Flags flags =
                    Flags.parse("--http-port=0", "--demo", "--db-url=jdbc:h2:file:" + directory.resolve("rehearsal"));
            try (Server server = Server.start(SettingsReader.read(flags, Map.of()))) {
                byte[] example = example();
                for (int i = 0; i < TIMES; i++) {
                    send(example, server.port());
                }
            }
        } finally {
            delete(directory);
        }
    }

    private static byte[] example() throws IOException {
        try (InputStream example = Rehearsal.class.getResourceAsStream(EXAMPLE)) {
            return Objects.requireNonNull(example, EXAMPLE).readAllBytes();
        }
    }

    private static void send(byte[] body, int port) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + port + CALL);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream request = connection.getOutputStream()) {
            request.write(body);
        }
        try (InputStream answer = connection.getInputStream()) {
            answer.readAllBytes();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> within = Files.list(directory)) {
            List.copyOf(within.toList()).forEach(Rehearsal::deleteFile);
        }
        Files.delete(directory);
    }

    private static void deleteFile(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
