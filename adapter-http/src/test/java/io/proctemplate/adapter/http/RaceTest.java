package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.contract.Together;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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
        List<JsonNode> refused;
        try (TestServer server = TestServer.start()) {
            List<Callable<JsonNode>> clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> Bodies.batch(process.apply(i)))
                    .<Callable<JsonNode>>map(body -> () -> server.call(TestServer.ESB_PATH, body))
                    .toList();
            refused = Together.run(clients).stream()
                    .filter(answer -> !answer.get("result").asBoolean())
                    .toList();
        }
        assertThat(refused).hasSize(CLIENTS - 1).allSatisfy(answer -> {
            assertThat(answer.get("code").asInt()).isEqualTo(code);
            assertThat(answer.get("message").asString()).contains("unique", "one");
            assertThat(answer.get("errors")).hasSize(1);
            assertThat(answer.get("errors").get(0).get("pointer").asString()).isEqualTo(pointer);
            assertThat(answer.get("errors").get(0).get("existing_id").asLong()).isPositive();
        });
    }
}
