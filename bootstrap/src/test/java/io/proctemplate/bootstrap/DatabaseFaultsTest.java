package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.CutCommits;
import io.proctemplate.adapter.jdbc.CutCommits.Lost;
import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.adapter.jdbc.OwnPostgresql;
import io.proctemplate.adapter.jdbc.PostgresqlServer;
import io.proctemplate.adapter.jdbc.Relay;
import io.proctemplate.application.contract.Together;
import io.proctemplate.wire.Code;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;

/** What clients are told while PostgreSQL fails, and that the server recovers by itself. */
class DatabaseFaultsTest {
    private static final int UNKNOWN = 1199998;
    private static final int NAME_TAKEN = 1113019;
    private static final String UPDATE = "/api/c/compapi/v2/cc/update_proc_template/";

    @BeforeAll
    static void logNothing() {
        Logging.level(Level.ERROR);
    }

    @Test
    void aDatabaseThatCrashesUnderLoadLosesNoAnsweredBatchAndIsUsedAgainOnceItIsBack(@TempDir Path directory) {
        try (OwnPostgresql postgresql = OwnPostgresql.in(directory, Map.of())) {
            Database.Config config = postgresql.newDatabase();
            try (Server server = TestedDatabase.serve(config, "--demo");
                    Load load = new Load("a", new Client(server.port()))) {
                load.await(5, Load::isSuccess);
                postgresql.crash();
                load.await(1, Load::isRefusal);
                postgresql.startAgain();
                load.await(5, Load::isSuccess);
                load.end();

                assertThat(load.answers())
                        .isSubsetOf(
                                Code.OK.number(),
                                Code.READ_FAILED.number(),
                                Code.INSERT_FAILED.number(),
                                Code.OUTCOME_UNKNOWN.number());
                try (Database database = Database.open(config)) {
                    load.assertKept(database.unitOfWork());
                }
            }
        }
    }

    @Test
    void connectionsThatAreEndedUnderLoadFailNoBatchButLeaveInDoubtWhatIsBeingCommitted() throws SQLException {
        Database.Config config = PostgresqlServer.newDatabase();
        try (Server server = TestedDatabase.serve(config, "--demo", "--db-pool-size=4");
                Load load = new Load("a", new Client(server.port()));
                Connection other = connect(config)) {
            for (int i = 0; i < 5; i++) {
                load.await(3, Load::isSuccess);
                execute(other, """
                        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                        WHERE datname = current_database() AND pid <> pg_backend_pid()
                        """);
            }
            load.await(3, Load::isSuccess);
            load.end();

            assertThat(load.answers()).isSubsetOf(Code.OK.number(), Code.OUTCOME_UNKNOWN.number());
            try (Database database = Database.open(config)) {
                load.assertKept(database.unitOfWork());
            }
        }
    }

    private static Connection connect(Database.Config config) throws SQLException {
        return DriverManager.getConnection(config.url(), config.user(), config.password());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER", "REQUEST"})
    void aBatchWhoseConnectionIsLostIsAskedForAgainAndKeptOnce(Lost lost) throws Exception {
        losing((client, next) -> {
            List<String> batch = List.of(Client.item("a"), Client.item("b"));
            next.set(lost);

            List<Long> ids = Client.ids(client.create(batch));

            assertThat(next).hasValue(Lost.NOTHING);
            assertThat(ids).hasSize(2);
            assertThat(Client.code(client.create(batch))).isEqualTo(NAME_TAKEN);
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER", "REQUEST"})
    void aChangeWhoseCommitIsLostIsToldAsUnknownAndIsThereOrNot(Lost lost) throws Exception {
        losing((client, next) -> {
            long id = Client.ids(client.create(List.of(Client.item("a")))).get(0);
            String change = """
                    {"bk_app_code": "esb_test", "bk_app_secret": "xxx", "bk_token": "xxx", "bk_biz_id": 1,
                     "process_template_id": %d, "version": 1,
                     "process_property": {"user": {"value": "www", "as_default_value": true}}}""".formatted(id);
            next.set(lost);

            JsonNode answer = client.call("POST", UPDATE, change);

            assertThat(Client.code(answer)).isEqualTo(UNKNOWN);
            assertThat(answer.get("message").stringValue()).contains("either all of it was made or nothing");
            assertThat(Client.code(client.call("POST", UPDATE, change)))
                    .isEqualTo(lost == Lost.ANSWER ? Code.UPDATE_FAILED.number() : Code.OK.number());
        });
    }

    private interface Story {
        void tell(Client client, AtomicReference<Lost> next) throws Exception;
    }

    /** {@code next} tells what is to be lost on the way to the database. */
    private static void losing(Story story) throws Exception {
        AtomicReference<Lost> next = new AtomicReference<>(Lost.NOTHING);
        Database.Config direct = PostgresqlServer.newDatabase();
        try (Relay relay = new Relay(direct.url(), () -> new CutCommits(next));
                Server server = TestedDatabase.serve(
                        new Database.Config(relay.url(), direct.user(), direct.password(), 1), "--demo")) {
            story.tell(new Client(server.port()), next);
        }
    }

    private static HttpResponse<String> post(Client client, List<String> items) {
        return client.answer("POST", Client.CALL, Client.batch(items).getBytes(StandardCharsets.UTF_8));
    }

    /** One request has the only connection and waits for the lock, the others wait for the connection. */
    @Test
    void whoeverFindsNoConnectionOrLockInTimeIsToldToComeAgain() throws Exception {
        Database.Config config = PostgresqlServer.newDatabase();
        try (Server server = TestedDatabase.serve(config, "--demo", "--db-pool-size=1");
                Connection other = connect(config)) {
            Client client = new Client(server.port());
            List<Callable<HttpResponse<String>>> requests = IntStream.range(0, 3)
                    .<Callable<HttpResponse<String>>>mapToObj(i -> () -> post(client, List.of(Client.item("p" + i))))
                    .toList();
            other.setAutoCommit(false);
            execute(other, "SELECT 1 FROM scope FOR UPDATE");

            assertThat(Together.run(requests)).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                assertThat(answer.body()).contains("\"code\":1199997");
            });

            other.rollback();
            assertThat(Together.run(requests))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        }
    }
}
