package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.adapter.jdbc.PostgresqlServer;
import io.proctemplate.application.contract.Background;
import io.proctemplate.application.contract.Together;
import io.proctemplate.wire.Code;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls with an {@code Idempotency-Key}, sent by many at once, to a real server on a real database. */
class RepeatedCallsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String LIST = "/api/c/compapi/v2/cc/list_proc_template/";
    private static final String UPDATE = "/api/c/compapi/v2/cc/update_proc_template/";
    private static final int SENDERS = 16;

    @TempDir
    private Path directory;

    @BeforeAll
    static void logOnlyWhatGoesWrong() {
        Logging.level(Level.ERROR);
    }

    /** A request of the demo data's caller. */
    private static byte[] body(String members) {
        return """
                {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_token":"xxx","bk_biz_id":1,%s}""".formatted(members).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] batch(String name) {
        return Client.batch(List.of(Client.item(name))).getBytes(StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> send(Client client, String path, byte[] body) {
        return client.answer("POST", path, body, "Idempotency-Key", "k");
    }

    private static boolean isReplay(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Idempotent-Replayed")
                .filter("true"::equals)
                .isPresent();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static boolean isSuccess(HttpResponse<String> answer) {
        return Client.code(json(answer)) == Code.OK.number();
    }

    private static void assertToldToComeAgain(HttpResponse<String> answer) {
        assertThat(Client.code(json(answer))).as(answer.body()).isEqualTo(Code.BUSY.number());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    /** One was carried out; every other got its answer again, or was told to come again. */
    private static void assertCarriedOutOnce(List<HttpResponse<String>> answers) {
        List<HttpResponse<String>> carriedOut = answers.stream()
                .filter(answer -> isSuccess(answer) && !isReplay(answer))
                .toList();
        assertThat(carriedOut).hasSize(1);
        JsonNode data = json(carriedOut.get(0)).required("data");
        assertThat(answers).allSatisfy(answer -> {
            if (isSuccess(answer)) {
                assertThat(json(answer).required("data")).isEqualTo(data);
            } else {
                assertToldToComeAgain(answer);
            }
        });
        assertThat(answers.stream().filter(RepeatedCallsTest::isReplay)).isNotEmpty();
    }

    private static List<HttpResponse<String>> sendTogether(List<Client> clients, String path, byte[] body)
            throws Exception {
        List<Callable<HttpResponse<String>>> senders = IntStream.range(0, SENDERS)
                .<Callable<HttpResponse<String>>>mapToObj(i -> () -> send(clients.get(i % clients.size()), path, body))
                .toList();
        return Together.run(senders);
    }

    private static JsonNode templates(Client client) {
        JsonNode answer = json(client.answer("POST", LIST, body("\"service_template_id\":1")));
        return answer.required("data").required("info");
    }

    /** A batch, and an update that any number of senders could make, each giving another version. */
    private static void assertAllOnce(List<Client> clients) throws Exception {
        List<HttpResponse<String>> created = sendTogether(clients, Client.CALL, batch("a"));

        assertCarriedOutOnce(created);
        JsonNode template = templates(clients.get(0));
        assertThat(template).hasSize(1);
        long id = template.required(0).required("id").asLong();

        byte[] update = body("\"process_template_id\":" + id + ",\"process_property\":{\"user\":{\"value\":\"www\"}}");
        assertCarriedOutOnce(sendTogether(clients, UPDATE, update));

        assertThat(templates(clients.get(0)).required(0).required("version").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void ofManySendersOfOneKeyOneIsCarriedOutAndTheOthersGetItsAnswer(TestedDatabase engine) throws Exception {
        try (Server server = TestedDatabase.serve(engine.in(directory), "--demo")) {
            assertAllOnce(List.of(new Client(server.port())));
        }
    }

    @Test
    void itMakesNoDifferenceWhichOfTwoServersTheyAskOf() throws Exception {
        Database.Config database = PostgresqlServer.newDatabase();
        try (Server one = TestedDatabase.serve(database, "--demo");
                Server other = TestedDatabase.serve(database)) {
            assertAllOnce(List.of(new Client(one.port()), new Client(other.port())));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whileTheFirstIsRunningTheSecondIsToldToComeAgainAndThenGetsItsAnswer(TestedDatabase engine) throws Exception {
        Database.Config database = engine.in(directory);
        try (Server server = TestedDatabase.serve(database, "--demo", "--db-pool-size=4");
                HeldInserts held = HeldInserts.in(database)) {
            Client client = new Client(server.port());
            CompletableFuture<HttpResponse<String>> first =
                    Background.start(() -> send(client, Client.CALL, batch("a")));
            held.await(1);

            assertToldToComeAgain(send(client, Client.CALL, batch("a")));

            assertThat(first).isNotDone();
            held.release();
            HttpResponse<String> done = first.get(1, TimeUnit.MINUTES);
            assertThat(isSuccess(done) && !isReplay(done)).as(done.body()).isTrue();
            HttpResponse<String> third = send(client, Client.CALL, batch("a"));
            assertThat(isReplay(third)).isTrue();
            assertThat(json(third).required("data")).isEqualTo(json(done).required("data"));
            assertThat(templates(client)).hasSize(1);
        }
    }
}
