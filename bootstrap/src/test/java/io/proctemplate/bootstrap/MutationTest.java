package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.application.api.Call;
import io.proctemplate.wire.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Good requests of every call on both faces, made bad in thousands of ways: each is answered in the envelope, none by a
 * defect, and what is refused changes nothing. {@code -Dmutation.cases=100000} makes more of them,
 * {@code -Dmutation.seed=7} others.
 */
class MutationTest {
    private static final long SEED = Long.getLong("mutation.seed", 20_260_301);
    private static final int CASES = Integer.getInteger("mutation.cases", 2_500);
    /** What the cases before have deleted is made anew after so many. */
    private static final int RENEWAL = 60;

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    @BeforeAll
    static void logOnlyWhatGoesWrong() {
        Logging.level(Level.ERROR);
    }

    private record Sent(String method, String path, List<String> headers, byte[] body, boolean onlyReads) {
        @Override
        public String toString() {
            return method + " " + path + "\n" + String.join("\n", headers) + "\n\n"
                    + new String(body, StandardCharsets.UTF_8);
        }
    }

    @Test
    void everyCallIsRecorded() {
        assertThat(new RecordedCalls(1, 1, List.of(1L, 2L)).requests("x"))
                .extracting(RecordedCalls.Recorded::call)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Call.values()).map(Call::wireName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void mutatedRequestIsAnsweredInTheEnvelopeAndARefusalChangesNothing(TestedDatabase engine) throws IOException {
        Database.Config config = engine.in(directory);
        try (Server server = TestedDatabase.serve(config, "--demo");
                TableContents tables = new TableContents(config);
                RawClient raw = new RawClient(server.port())) {
            Client client = new Client(server.port());
            Map<String, List<String>> before = Map.of();
            RecordedCalls recorded = new RecordedCalls(0, 0, List.of());
            for (int i = 0; i < CASES; i++) {
                if (i % RENEWAL == 0) {
                    recorded = RecordedCalls.prepare(client, "fresh" + i);
                    before = tables.read();
                }
                Sent sent = mutated(recorded, i);
                RawClient.Answer answer = raw.send(sent.method, sent.path, sent.headers, sent.body);
                Map<String, List<String>> after = tables.read();
                String what = "case %d of seed %d: %s%nanswered %s".formatted(i, SEED, sent, answer);
                boolean done = assertEnvelope(answer, what);
                if (!done || sent.onlyReads) {
                    assertThat(after).as(what).isEqualTo(before);
                }
                before = after;
            }
        }
    }

    private static Sent mutated(RecordedCalls recorded, int number) {
        Random random = new Random(SEED * 1_000_003 + number);
        Mutations mutations = new Mutations(random);
        List<RecordedCalls.Recorded> requests = recorded.requests("m" + number);
        RecordedCalls.Recorded good = requests.get(number % requests.size());
        List<String> headers = mutations.headers();
        byte[] nothing = {};
        if (good.isOnEsb() && good.onlyReads() && random.nextInt(3) == 0) {
            String path = good.esbPath() + "?" + mutations.query(good.body());
            return new Sent("GET", path, headers, nothing, true);
        }
        if (good.isOnEsb() && random.nextBoolean()) {
            return new Sent("POST", good.esbPath(), headers, mutations.body(good.body()), good.onlyReads());
        }
        String path = good.nativePath().replaceAll("[^/]*$", "");
        path = good.inPath().isEmpty() ? good.nativePath() : path + mutations.inPath(good.inPath());
        return good.nativeMethod().equals("GET")
                ? new Sent("GET", path + "?" + mutations.query(good.body()), headers, nothing, true)
                : new Sent(good.nativeMethod(), path, headers, mutations.body(good.body()), good.onlyReads());
    }

    /** Whether the call was carried out. */
    private static boolean assertEnvelope(RawClient.Answer answer, String what) {
        assertThat(answer.status()).as(what).isIn(200, 404, 413, 415);
        JsonNode envelope = JSON.readTree(answer.body());
        String code = envelope.has("code") ? "code" : "bk_error_code";
        String message = envelope.has("code") ? "message" : "bk_error_msg";
        assertThat(envelope.propertyNames()).as(what).contains("result", code, message, "permission", "data");
        if (what.contains(" /api/c/")) {
            assertThat(envelope.has("request_id")).as(what).isTrue();
        }
        boolean done = envelope.get("result").asBoolean();
        assertThat(envelope.get(code).asInt())
                .as(what)
                .isNotIn(Code.INTERNAL.number(), Code.READ_FAILED.number(), Code.INSERT_FAILED.number());
        assertThat(envelope.get(code).asInt() == 0).as(what).isEqualTo(done);
        assertThat(envelope.get(message).asString()).as(what).isNotEmpty();
        assertThat(done || envelope.get("data").isNull()).as(what).isTrue();
        return done;
    }
}
