package io.proctemplate.bootstrap;

import static io.proctemplate.bootstrap.Client.code;
import static io.proctemplate.bootstrap.Client.ids;
import static io.proctemplate.bootstrap.Client.item;
import static io.proctemplate.bootstrap.Client.pointers;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.application.contract.Together;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;

/** The whole program, from the wire to the disk and back. */
@ParameterizedClass
@EnumSource
class MainJobTest {
    private static final int RACERS = 32;
    private static final String ROW_WITH_PORT_0 = """
            "bind_info":{"value":[{"port":{"value":"0"},"protocol":{"value":"1"}}]},""";

    @Parameter
    private TestedDatabase engine;

    @TempDir
    private Path directory;

    private Database.Config database;
    private Server server;
    private Client client;

    @BeforeAll
    static void logOnlyWhatGoesWrong() {
        Logging.level(Level.WARN);
    }

    @BeforeEach
    void startOnNothing() {
        database = engine.in(directory);
        start();
    }

    private void start() {
        server = TestedDatabase.serve(database, "--demo");
        client = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void thePublishedExampleIsCarriedOutByteForByte() {
        assertThat(client.text(Client.example()))
                .matches("\\{\"result\":true,\"code\":0,\"message\":\"success\",\"permission\":null,"
                        + "\"request_id\":\"[0-9a-f]{32}\",\"data\":\\[\\[1]]}");
    }

    @Test
    void thePublishedExampleIsRefusedTheSecondTimeWithThePlaceOfTheTakenName() {
        client.text(Client.example());
        JsonNode again = client.send(new String(Client.example(), StandardCharsets.UTF_8));
        assertThat(again.required("result").asBoolean()).isFalse();
        assertThat(code(again)).isEqualTo(1113019);
        assertThat(again.required("message").asString()).contains("unique").contains("p1");
        assertThat(again.required("data").isNull()).isTrue();
        assertThat(pointers(again)).contains("/processes/0/spec/bk_process_name/value");
    }

    @Test
    void aBatchOfAHundredGetsAHundredRisingIds() {
        JsonNode answer = client.create(
                IntStream.range(0, 100).mapToObj(i -> item("process " + i)).toList());
        assertThat(code(answer)).isZero();
        assertThat(ids(answer)).hasSize(100).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void everyFaultOfABatchIsToldAtItsPlaceAndNothingIsKept() {
        List<String> items = new ArrayList<>();
        List<String> places = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            switch (i % 5) {
                case 0 -> {
                    items.add(item("function " + i, "blank at the end " + i + " "));
                    places.add("/processes/" + i + "/spec/bk_process_name/value");
                }
                case 1 -> {
                    items.add(item("no port " + i).replace("\"spec\":{", "\"spec\":{" + ROW_WITH_PORT_0));
                    places.add("/processes/" + i + "/spec/bind_info/value/0/port/value");
                }
                default -> items.add(item("fine " + i));
            }
        }
        JsonNode refused = client.create(items);
        assertThat(code(refused)).isEqualTo(1199006);
        assertThat(pointers(refused)).hasSize(40).isEqualTo(places);
        assertThat(code(client.create(List.of(item("fine 2"))))).isZero();
    }

    @Test
    void ofClientsThatRaceForOneNameOneGetsIt() throws Exception {
        assertRace(i -> item("function " + i, "the name"), 1113019);
    }

    @Test
    void ofClientsThatRaceForOneFunctionOneGetsIt() throws Exception {
        assertRace(i -> item("the function", "name " + i), 1113020);
    }

    private void assertRace(IntFunction<String> items, int loserCode) throws Exception {
        List<Callable<Integer>> racers = IntStream.range(0, RACERS)
                .<Callable<Integer>>mapToObj(i -> () -> code(client.create(List.of(items.apply(i)))))
                .toList();
        List<Integer> codes = Together.run(racers);
        assertThat(codes).containsOnlyOnce(0).hasSize(RACERS);
        assertThat(codes.stream().filter(code -> code == loserCode)).hasSize(RACERS - 1);
    }

    @Test
    void whatWasCreatedIsThereAfterARestart() {
        List<Long> before = ids(client.create(List.of(item("kept"))));
        stop();
        start();
        assertThat(code(client.create(List.of(item("kept"))))).isEqualTo(1113019);
        assertThat(ids(client.create(List.of(item("new")))).get(0)).isGreaterThan(before.get(0));
    }
}
