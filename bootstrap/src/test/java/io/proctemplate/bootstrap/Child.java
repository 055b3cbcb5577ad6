package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.contract.Background;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program in a virtual machine of its own, as {@code ./run} starts it; ended with the test at the latest. */
final class Child implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final int WARNS_OF_UNSAFE = 24;
    private static final Pattern READY = Pattern.compile("ready at https?://\\S+:(\\d+)");

    private final Process process;
    private final Lines output;
    private final Lines errors;

    private Child(Process process) {
        this.process = process;
        this.output = new Lines(process.getInputStream());
        this.errors = new Lines(process.getErrorStream());
    }

    static Child start(Path directory, String... flags) {
        return start(directory, Map.of(), flags);
    }

    static Child start(Path directory, Map<String, String> environment, String... flags) {
        return start(directory, environment, List.of(), flags);
    }

    /** On a file system that lets no file grow beyond so many blocks of 512 bytes. */
    static Child startWithSmallDisk(Path directory, int blocks, String... flags) {
        return start(directory, Map.of(), List.of("sh", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "sh"), flags);
    }

    private static Child start(Path directory, Map<String, String> environment, List<String> wrapper, String... flags) {
        return start(directory, environment, wrapper, Main.class, flags);
    }

    /** The program within another one, which {@code main} is. */
    static Child start(Path directory, Map<String, String> environment, Class<?> main, String... flags) {
        return start(directory, environment, List.of(), main, flags);
    }

    private static Child start(
            Path directory, Map<String, String> environment, List<String> wrapper, Class<?> main, String... flags) {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
            command.add("--sun-misc-unsafe-memory-access=allow"); // as ./run does
        }
        command.addAll(List.of(
                "@" + Path.of("jvm.options").toAbsolutePath(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        command.addAll(List.of(flags));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PROCTEMPLATE_"));
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The port from the line that says the server is ready. */
    int port() {
        Matcher line = READY.matcher(await(text -> READY.matcher(text).find()));
        assertThat(line.find()).isTrue();
        return Integer.parseInt(line.group(1));
    }

    private String await(Predicate<String> wanted) {
        return output.await(wanted)
                .orElseThrow(() -> new AssertionError("ended after " + output.all() + " and " + errors.all()));
    }

    /** What SIGTERM does. */
    void terminate() {
        process.destroy();
    }

    /** What {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        exitStatus();
    }

    int exitStatus() {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("ended")
                    .isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    List<String> outputLines() {
        return output.all();
    }

    List<String> errorLines() {
        return errors.all();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** The lines of one stream, read as they come, so that the process never waits for its reader. */
    private static final class Lines {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
        private final CompletableFuture<List<String>> end;

        private record Waiting(Predicate<String> wanted, CompletableFuture<String> line) {}

        Lines(InputStream stream) {
            end = Background.start(() -> read(stream));
        }

        private List<String> read(InputStream stream) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    take(line);
                }
            } catch (IOException closed) {
                take("(closed: " + closed.getMessage() + ")");
            }
            return lines;
        }

        private synchronized void take(String line) {
            lines.add(line);
            waiting.forEach(one -> {
                if (one.wanted().test(line)) {
                    one.line().complete(line);
                }
            });
        }

        private synchronized CompletableFuture<String> when(Predicate<String> wanted) {
            CompletableFuture<String> line = new CompletableFuture<>();
            lines.stream().filter(wanted).findFirst().ifPresent(line::complete);
            waiting.add(new Waiting(wanted, line));
            return line;
        }

        /** The first such line, empty if the stream ended without one. */
        Optional<String> await(Predicate<String> wanted) {
            CompletableFuture<String> line = when(wanted);
            got(CompletableFuture.anyOf(line, end));
            return Optional.ofNullable(line.getNow(null));
        }

        List<String> all() {
            got(end);
            return lines;
        }

        private void got(CompletableFuture<?> something) {
            try {
                something.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new AssertionError("not within " + PATIENCE_SECONDS + " s; so far " + lines, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
