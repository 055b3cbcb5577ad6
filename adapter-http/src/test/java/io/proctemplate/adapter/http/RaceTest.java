package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RaceTest {
    private static final int CLIENTS = 32;

    @Test
    void thirtyTwoClientsRaceForOneProcessNameAndOneWins() throws Exception {
        assertOneWinner(i -> Bodies.process("one", "f" + i, ""), 1113019, "/processes/0/spec/bk_process_name/value");
    }

    @Test
    void thirtyTwoClientsRaceForOneFunctionAndOneWins() throws Exception {
        assertOneWinner(
                i -> Bodies.process("p" + i, "one", i % 2 == 0 ? "" : ",\"bk_start_param_regex\":{\"value\":\"\"}"),
                1113020,
                "/processes/0/spec/bk_func_name/value");
    }

    private static void assertOneWinner(IntFunction<String> process, int code, String pointer) throws Exception {
        List<JsonNode> answers = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (TestServer server = TestServer.start()) {
            CyclicBarrier start = new CyclicBarrier(CLIENTS);
            List<Future<JsonNode>> calls = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                String body = Bodies.batch(process.apply(i));
                calls.add(clients.submit(() -> {
                    start.await();
                    return server.call(TestServer.ESB_PATH, body);
                }));
            }
            for (Future<JsonNode> call : calls) {
                answers.add(call.get());
            }
        } finally {
            clients.shutdownNow();
        }
        List<JsonNode> refused = answers.stream()
                .filter(answer -> !answer.get("result").asBoolean())
                .toList();
        assertThat(refused).hasSize(CLIENTS - 1).allSatisfy(answer -> {
            assertThat(answer.get("code").asInt()).isEqualTo(code);
            assertThat(answer.get("message").asString()).contains("unique", "one");
            assertThat(answer.get("errors")).hasSize(1);
            assertThat(answer.get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
            assertThat(answer.get("errors").get(0).get("existing_id").asLong()).isPositive();
        });
    }
}
