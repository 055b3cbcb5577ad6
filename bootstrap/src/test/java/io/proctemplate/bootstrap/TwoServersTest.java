package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.adapter.jdbc.PostgresqlServer;
import io.proctemplate.application.contract.Together;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;

/** Two servers on one database, which they both find empty at the same moment. */
class TwoServersTest {
    private static final int SUCCESS = 0;
    private static final int NAME_TAKEN = 1113019;
    private static final int CLIENTS = 16;

    private final Database.Config database = PostgresqlServer.newDatabase();
    private List<Server> servers = List.of();
    private List<Client> clients = List.of();

    @BeforeAll
    static void logOnlyWhatGoesWrong() {
        Logging.level(Level.WARN);
    }

    @BeforeEach
    void startBothAtOnce() throws Exception {
        Callable<Server> start = () -> TestedDatabase.serve(database, "--demo");
        servers = Together.run(List.of(start, start));
        clients = servers.stream().map(server -> new Client(server.port())).toList();
    }

    @AfterEach
    void stop() {
        servers.forEach(Server::close);
    }

    private Client client(int number) {
        return clients.get(number % clients.size());
    }

    private static List<String> items(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Client.item(prefix + " " + i))
                .toList();
    }

    @RepeatedTest(3)
    void bothMakeTheSchemaAndTheDemoDataOnce() {
        String example = new String(Client.example(), StandardCharsets.UTF_8);

        assertThat(Stream.of(client(0).send(example), client(1).send(example)))
                .extracting(Client::code)
                .containsExactly(SUCCESS, NAME_TAKEN);
    }

    @Test
    void ofClientsOfBothThatRaceForOneNameOneGetsIt() throws Exception {
        for (int round = 0; round < 5; round++) {
            String name = "name " + round;
            List<Callable<Integer>> racers = IntStream.range(0, CLIENTS)
                    .<Callable<Integer>>mapToObj(i ->
                            () -> Client.code(client(i).create(List.of(Client.item("function " + i + name, name)))))
                    .toList();

            assertThat(Together.run(racers)).containsOnlyOnce(SUCCESS).containsOnly(SUCCESS, NAME_TAKEN);
        }
    }

    @Test
    void theIdsOfBothAreDistinctAndRisingWithinABatch() throws Exception {
        List<Callable<List<Long>>> senders = IntStream.range(0, CLIENTS)
                .<Callable<List<Long>>>mapToObj(i -> () -> Client.ids(client(i).create(items("sender " + i, 100))))
                .toList();

        List<List<Long>> batches = Together.run(senders);

        assertThat(batches).allSatisfy(ids -> assertThat(ids).hasSize(100).isSorted());
        assertThat(batches.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    /** Of each pair one is carried out, the other told of every name; none is given up for a deadlock or a defect. */
    @Test
    void batchesOfBothThatCrossAreNotInEachOthersWay() throws Exception {
        for (int round = 0; round < 10; round++) {
            List<String> forth = items("round " + round, 50);
            List<String> back = new ArrayList<>(forth);
            Collections.reverse(back);

            List<JsonNode> answers = Together.run(
                    List.of(() -> client(0).create(forth), () -> client(1).create(back)));

            assertThat(answers).extracting(Client::code).containsExactlyInAnyOrder(SUCCESS, NAME_TAKEN);
        }
    }

    @Test
    void whenOneIsKilledAmidBatchesTheOtherGoesOnAndNoneIsKeptInPart(@TempDir Path directory) {
        try (Child third = Child.start(directory, TestedDatabase.flags(database));
                Load dying = new Load("dying", new Client(third.port()));
                Load staying = new Load("staying", client(0))) {
            dying.await(5, Load::isSuccess);
            third.kill();
            staying.await(5, Load::isSuccess);
            dying.end();
            staying.end();

            assertThat(staying.answers()).containsOnly(SUCCESS);
            try (Database storage = Database.open(database)) {
                dying.assertKept(storage.unitOfWork());
                staying.assertKept(storage.unitOfWork());
            }
        }
    }
}
