package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.wire.Code;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** More requests than a server has room for, while its database answers none. */
class BlockedDatabaseTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int QUEUE = 3;
    private static final int SURPLUS = 20;

    private final ExecutorService senders = Executors.newCachedThreadPool();
    private final CompletionService<HttpResponse<String>> answers = new ExecutorCompletionService<>(senders);
    private final List<HttpResponse<String>> got = new ArrayList<>();
    private int sent;

    @BeforeAll
    static void logOnlyWhatGoesWrong() {
        Logging.level(Level.ERROR);
    }

    @AfterEach
    void stop() {
        senders.shutdownNow();
    }

    private static HttpResponse<String> create(Client client, String name) {
        return client.answer(
                "POST", Client.CALL, Client.batch(List.of(Client.item(name))).getBytes(StandardCharsets.UTF_8));
    }

    private void send(Client client, int requests) {
        for (int i = 0; i < requests; i++) {
            String name = "p" + sent++;
            answers.submit(() -> create(client, name));
        }
    }

    private void awaitAnswers(int count) throws Exception {
        while (got.size() < count) {
            Future<HttpResponse<String>> next = answers.poll(15, TimeUnit.SECONDS);
            assertThat(next)
                    .as("answers: %d of %d", got.size(), count)
                    .isNotNull()
                    .isDone();
            got.add(next.get());
        }
    }

    private static boolean isSuccess(HttpResponse<String> answer) {
        JsonNode envelope = JSON.readTree(answer.body());
        return Client.code(envelope) == Code.OK.number();
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(Client.code(JSON.readTree(answer.body()))).as(answer.body()).isEqualTo(Code.BUSY.number());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static int stored(Client client) {
        return client.call("POST", "/api/c/compapi/v2/cc/list_proc_template/", """
                        {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_token":"xxx","bk_biz_id":1,
                        "service_template_id":1}""")
                .required("data")
                .required("count")
                .asInt();
    }

    /** What is let in is bounded by the worker and its queue, and with it the memory that it takes. */
    @ParameterizedTest
    @EnumSource
    void whatThereIsNoRoomForIsToldSoAtOnceAndTheRestGoesOnWithTheDatabase(
            TestedDatabase engine, @TempDir Path directory) throws Exception {
        Database.Config database = engine.in(directory);
        String[] bounds = {"--demo", "--http-workers=1", "--http-queue=" + QUEUE};
        try (Server server = TestedDatabase.serve(database, bounds);
                HeldInserts held = HeldInserts.in(database)) {
            Client client = new Client(server.port());
            send(client, 1);
            held.await(1);

            send(client, QUEUE + SURPLUS);
            awaitAnswers(SURPLUS);

            assertThat(got).allSatisfy(BlockedDatabaseTest::assertRefused);
            assertThat(client.answer("GET", "/health/live", new byte[0]).statusCode())
                    .isEqualTo(200);
            held.release();
            awaitAnswers(sent);
            List<HttpResponse<String>> successes =
                    got.stream().filter(BlockedDatabaseTest::isSuccess).toList();
            assertThat(successes).isNotEmpty();
            assertThat(got.stream().filter(answer -> !successes.contains(answer)))
                    .allSatisfy(BlockedDatabaseTest::assertRefused);
            assertThat(stored(client)).isEqualTo(successes.size());
            assertThat(isSuccess(create(client, "at once"))).isTrue();
        }
    }
}
