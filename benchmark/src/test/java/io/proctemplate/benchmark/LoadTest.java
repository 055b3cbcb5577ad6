package io.proctemplate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.bootstrap.DemoServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command against the real server. */
class LoadTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path directory;

    private static DemoServer server;

    @BeforeAll
    static void start() {
        server = DemoServer.start(directory);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private record Ended(int status, String out, String err) {
        /** The only line of the result. */
        JsonNode result() {
            return JSON.readTree(out).required("results").required(0);
        }

        long count(String answer) {
            return result().required("answers").path(answer).asLong();
        }
    }

    private static Ended load(URI address, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("--target=it=" + address, "--warm-up=0", "--rounds=1", "--batch=10", "--clients=4"));
        arguments.addAll(Arrays.asList(more));
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--seconds"))) {
            arguments.add("--seconds=0.3");
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                Load.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Ended(command.execute(arguments.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static Ended load(String... more) {
        return load(server.address(), more);
    }

    /** How many templates the service templates that the load was spread over have. */
    private static long stored() {
        Target target = new Target(
                "it",
                server.address(),
                List.of(
                        "X-Bkapi-Authorization: {\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_token\":\"xxx\"}"),
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty());
        try {
            Preparation preparation = new Preparation(target, new Names(System.currentTimeMillis()));
            long sum = 0;
            for (long id : preparation.withServiceTemplates(3).serviceTemplates()) {
                sum += preparation.count(id);
            }
            return sum;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyRequestThatIsCountedWasCarriedOutAndNoOther() {
        long before = stored();
        Ended open = load("--prepare=3", "--json", "--rate=100");
        assertThat(open.status()).isZero();
        long done = open.count("code 0");
        assertThat(done).isPositive().isLessThanOrEqualTo(30);
        assertThat(stored() - before).isEqualTo(done * 10);
    }

    @Test
    void aClosedLoopCountsWhatWasAnsweredInTime() {
        long before = stored();
        Ended closed = load("--prepare=3", "--json", "--seconds=1");
        long done = closed.count("code 0");
        // What was on its way at the end was carried out too.
        assertThat((stored() - before) / 10).isBetween(done, done + 4);
        JsonNode median = closed.result().required("median");
        assertThat(median.required("templates_per_second").asDouble()).isEqualTo(done * 10);
        assertThat(median.required("p50_ms").asDouble())
                .isLessThanOrEqualTo(median.required("p99_ms").asDouble());
    }

    @ParameterizedTest
    @CsvSource({"list, code 0", "faulty, code 1199006", "duplicate, code 1113019"})
    void listsAndRefusalsAreAnsweredAsTheyShouldBe(String kind, String answer) {
        Ended ended = load("--prepare=2", "--json", "--rate=50", "--load=" + kind);
        assertThat(ended.status()).isZero();
        assertThat(ended.count(answer)).isPositive();
    }

    @Test
    void anAnswerThatIsNotToBeExpectedIsNoSuccess() {
        Ended refused = load(
                "--json",
                "--rate=50",
                "--header=X-Bkapi-Authorization: {\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"wrong\"}");
        assertThat(refused.status()).isEqualTo(3);
        assertThat(refused.count("code 1306000"))
                .isPositive()
                .isEqualTo(refused.result().required("unexpected").asLong());
        assertThat(refused.result()
                        .required("median")
                        .required("templates_per_second")
                        .asDouble())
                .isZero();
        assertThat(load("--rate=50", "--header=X-Bkapi-Authorization: {}").out())
                .contains("NOT AS EXPECTED");
    }

    @Test
    void aServerThatIsNotThereIsNoSuccess() throws IOException {
        URI nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        Ended alone = load(nobody, "--json", "--seconds=1");
        assertThat(alone.status()).isEqualTo(3);
        assertThat(alone.count("connection lost")).isPositive();
        assertThat(load(nobody, "--prepare=1").status()).isEqualTo(1);
    }

    @Test
    void anOverloadHasThreeParts() {
        Ended overload = load("--prepare=2", "--json", "--load=overload", "--overload-clients=16");
        assertThat(JSON.readTree(overload.out()).required("results").valueStream())
                .extracting(line -> line.required("load").asString())
                .containsExactly("best rate", "10 times that", "right after");
        assertThat(overload.status()).isZero();
    }

    @Test
    void serversAreComparedAndThePageGetsTableAndChart(@TempDir Path docs) throws IOException {
        Path page = docs.resolve("performance.md");
        Files.writeString(page, "before\n<!-- begin create -->\nold\n<!-- end create -->\nafter\n");
        Ended both = load(
                "--target=other=" + server.address(),
                "--service-templates=1-1",
                "--report=" + docs,
                "--pid=it=" + ProcessHandle.current().pid());
        assertThat(both.status()).as(both.err()).isZero();
        assertThat(both.out()).contains("it", "other", "ratio");
        assertThat(Files.readString(page))
                .startsWith("before\n<!-- begin create -->\n")
                .endsWith("<!-- end create -->\nafter\n")
                .contains("| create | 10 | 4 | it |", "| create | 10 | 4 | other |", "(performance-create.svg)")
                .doesNotContain("old");
        assertThat(docs.resolve("performance-create.svg")).exists();
    }

    @Test
    void aPageWithoutTheBlockIsToldBeforeAnythingIsMeasured(@TempDir Path docs) throws IOException {
        Files.writeString(docs.resolve("performance.md"), "nothing\n");
        Ended ended = load("--report=" + docs);
        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("no block").doesNotContain("round 1");
    }

    @Test
    void badOptionsAreRefused() {
        assertThat(load("--rounds=0").status()).isEqualTo(2);
        assertThat(load("--service-templates=5-1").status()).isEqualTo(2);
        assertThat(load("--load=dance").status()).isEqualTo(2);
        assertThat(load(URI.create("https://127.0.0.1:1")).status()).isEqualTo(2);
    }
}
