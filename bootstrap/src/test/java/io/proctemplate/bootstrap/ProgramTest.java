package io.proctemplate.bootstrap;

import static io.proctemplate.bootstrap.Client.code;
import static io.proctemplate.bootstrap.Client.item;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.adapter.jdbc.TornFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What only a process of its own can show: how it starts, fails to, is stopped, and dies. */
class ProgramTest {
    private static final int STOPPED = 0;
    private static final int FAILED = 1;
    private static final int BAD_SETTINGS = 2;

    @TempDir
    private Path directory;

    @Test
    void badSettingsAreAllToldAndEndItWithTheirOwnStatus() {
        Map<String, String> environment = Map.of("PROCTEMPLATE_MAX_BATCH", "many", "PROCTEMPLATE_ESB_IDS", "both");
        try (Child child = Child.start(directory, environment, "--http-port", "x")) {
            assertThat(child.exitStatus()).isEqualTo(BAD_SETTINGS);
            assertThat(String.join("\n", child.errorLines()))
                    .contains("--http-port", "PROCTEMPLATE_MAX_BATCH", "PROCTEMPLATE_ESB_IDS");
            assertThat(child.outputLines()).isEmpty();
        }
    }

    /** What Kubernetes sets for a service that bears the program's name. */
    @Test
    void itStartsWithVariablesThatAreNoSettingsAndNamesThemInItsLog() {
        Map<String, String> environment = Map.of(
                "PROCTEMPLATE_PORT", "tcp://10.96.0.7:8080",
                "PROCTEMPLATE_SERVICE_HOST", "10.96.0.7");
        try (Child child = Child.start(directory, environment, "--http-port=0")) {
            assertThat(code(new Client(child.port()).create(List.of(item("served")))))
                    .isZero();
            child.terminate();
            assertThat(child.exitStatus()).isEqualTo(STOPPED);
            assertThat(child.outputLines())
                    .filteredOn(line -> line.contains("WARN "))
                    .singleElement()
                    .asString()
                    .contains("PROCTEMPLATE_PORT, PROCTEMPLATE_SERVICE_HOST")
                    .doesNotContain("10.96.0.7");
        }
    }

    /** Reading flags and running commands costs a good part of a start; who has neither does not pay for it. */
    @Test
    void aStartWithoutFlagsLoadsNothingOfFlagsAndCommands() throws IOException {
        Path loaded = directory.resolve("loaded");
        Map<String, String> environment = Map.of(
                "PROCTEMPLATE_HTTP_PORT",
                "0",
                "JAVA_TOOL_OPTIONS",
                "-Xlog:class+load:file=" + loaded + "::filecount=0");
        try (Child child = Child.start(directory, environment)) {
            assertThat(child.port()).isPositive();
            child.kill();
        }
        assertThat(Files.readString(loaded))
                .contains("io.proctemplate.adapter.http.HttpServer ")
                .doesNotContain("picocli.", "io.proctemplate.adapter.cli.", "org.snakeyaml.");
    }

    @Test
    void aDatabaseThatAnotherServerHasOpenAndAPortInUseAreOneClearLineEach() {
        try (Child first = Child.start(directory, "--http-port=0")) {
            int port = first.port();
            try (Child second = Child.start(directory, "--http-port=0");
                    Child third = Child.start(
                            directory, "--http-port=" + port, "--db-url=jdbc:h2:mem:third", "--log-level=error")) {
                assertThat(second.exitStatus()).isEqualTo(FAILED);
                assertThat(second.errorLines()).singleElement().asString().startsWith("proctemplate: cannot start: ");
                assertThat(third.exitStatus()).isEqualTo(FAILED);
                assertThat(third.errorLines())
                        .singleElement()
                        .asString()
                        .startsWith("proctemplate: cannot start: ")
                        .contains(Integer.toString(port));
                assertThat(third.outputLines()).isEmpty();
            }
            assertThat(code(new Client(port).create(List.of(item("still served")))))
                    .isZero();
        }
    }

    @Test
    void whenAskedToStopItFinishesWhatItHasBegunAndTakesNothingNew() throws IOException {
        try (Child child = Child.start(directory, "--http-port=0")) {
            int port = child.port();
            byte[] body = Client.example();
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                BufferedReader answer =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                send(
                        socket,
                        "POST " + Client.CALL + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nExpect: 100-continue\r\n"
                                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n");
                assertThat(answer.readLine()).startsWith("HTTP/1.1 100");
                assertThat(answer.readLine()).isEmpty();
                child.terminate();
                awaitRefusal(port);
                socket.getOutputStream().write(body);
                assertThat(answer.readLine()).startsWith("HTTP/1.1 200");
                assertThat(answer.lines()).anyMatch(line -> line.contains("\"data\":[[1]]"));
            }
            assertThat(child.exitStatus()).isEqualTo(STOPPED);
            assertThat(child.errorLines()).isEmpty();
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static void awaitRefusal(int port) throws IOException {
        while (true) {
            try (Socket accepted = new Socket(InetAddress.getLoopbackAddress(), port)) {
                accepted.setReuseAddress(true);
            } catch (ConnectException refused) {
                return;
            } catch (SocketException caught) {
                continue; // amid the closing of the port, which resets whoever it finds in the queue: not refused yet
            }
        }
    }

    /** The whole point of a database, embedded or not: what was answered is on the disk, whatever happens next. */
    @ParameterizedTest
    @EnumSource
    void killedUnderLoadItLosesNoAnsweredBatchAndLeavesNoneInPart(TestedDatabase engine) {
        Database.Config config = engine.in(directory);
        try (Child child = Child.start(directory, TestedDatabase.flags(config, "--demo"));
                Load load = new Load("a", new Client(child.port()))) {
            load.await(10, Load::isSuccess);
            child.kill();
            load.end();

            try (Database database = Database.open(config)) {
                load.assertKept(database.unitOfWork());
            }
        }
    }

    @Test
    void aTornDatabaseIsToldInOneLineWithWhatToDoAndIsNotServed() {
        Database.Config config = TestedDatabase.H2_FILE.in(directory);
        String[] flags = TestedDatabase.flags(config, "--demo");
        try (Child child = Child.start(directory, flags)) {
            assertThat(code(new Client(child.port()).create(List.of(item("a"), item("b")))))
                    .isZero();
            child.kill();
        }
        TornFile.takeOneFromAnIndex(directory.resolve("main.mv.db"));

        try (Child child = Child.start(directory, flags)) {
            assertThat(child.exitStatus()).isEqualTo(FAILED);
            assertThat(child.errorLines())
                    .singleElement()
                    .asString()
                    .startsWith("proctemplate: cannot start: cannot use the database jdbc:h2:file:")
                    .contains("it is torn", "put a backup in its place");
            assertThat(child.outputLines()).isEmpty();
        }
    }
}
