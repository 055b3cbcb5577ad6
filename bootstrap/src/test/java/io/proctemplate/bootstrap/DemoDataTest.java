package io.proctemplate.bootstrap;

import static io.proctemplate.bootstrap.Client.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.application.contract.Seeds;
import io.proctemplate.application.contract.Together;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.event.Level;

@ParameterizedClass
@EnumSource
class DemoDataTest {
    @Parameter
    private TestedDatabase engine;

    @TempDir
    private Path directory;

    private Database.Config config;

    @BeforeAll
    static void logOnlyWhatGoesWrong() {
        Logging.level(Level.WARN);
    }

    @BeforeEach
    void findNothing() {
        config = engine.in(directory);
    }

    private Database open() {
        return Database.open(config);
    }

    private Server serve(String... flags) {
        return TestedDatabase.serve(config, flags);
    }

    private static int codeOfTheExample(Server server) {
        return code(new Client(server.port()).send(new String(Client.example(), StandardCharsets.UTF_8)));
    }

    @Test
    void withItThePublishedExampleRunsAsItStands() {
        try (Server server = serve("--demo")) {
            assertThat(codeOfTheExample(server)).isZero();
        }
    }

    @Test
    void withoutItNobodyMayCall() {
        try (Server server = serve()) {
            assertThat(codeOfTheExample(server)).isEqualTo(1306000);
        }
    }

    /** A browser sends it for any page, without asking: it is a form like another. */
    @Test
    void aPageOfAnotherSiteCannotUseIt() {
        try (Server server = serve("--demo")) {
            Client client = new Client(server.port());
            String body = new String(Client.example(), StandardCharsets.UTF_8);

            assertThat(code(client.send(body, "Origin", "https://evil.example")))
                    .isEqualTo(1306000);
            assertThat(code(client.send(body, "Origin", "http://localhost:" + server.port())))
                    .isEqualTo(1306000);

            assertThat(code(client.send(body, "Origin", "http://127.0.0.1:" + server.port())))
                    .isZero();
        }
        try (Server again = serve()) { // the data is still there
            String body = Client.batch(List.of(Client.item("p")));
            assertThat(code(new Client(again.port()).send(body, "Origin", "https://evil.example")))
                    .isEqualTo(1306000);
        }
    }

    @Test
    void itsApplicationMaySpeakForTheUserWithoutALogin() {
        try (Server server = serve("--demo")) {
            String body = Client.batch(List.of(Client.item("p"))).replace("\"bk_token\"", "\"bk_username\"");
            assertThat(code(new Client(server.port()).send(body))).isZero();
        }
    }

    @Test
    void theSecondBusinessIsThereAndHasNoServiceTemplate() {
        try (Server server = serve("--demo")) {
            Client client = new Client(server.port());
            String other = Client.batch(List.of(Client.item("p"))).replace("\"bk_biz_id\":1", "\"bk_biz_id\":2");
            assertThat(code(client.send(other))).isEqualTo(1199006);
            assertThat(code(client.send(other.replace("\"service_template_id\":1,", ""))))
                    .isZero();
        }
    }

    @Test
    void aDatabaseThatIsNotEmptyIsLeftAlone() {
        try (Database database = open()) {
            database.unitOfWork().write(stores -> {
                stores.businesses().addBusiness(7, "mine");
                return null;
            });
            DemoData.fill(database.unitOfWork());
            assertThat(DemoData.isIn(database.unitOfWork())).isFalse();
            database.unitOfWork().write(stores -> {
                stores.businesses().addBusiness(1, "still free");
                return null;
            });
        }
    }

    @Test
    void serversThatStartAtOncePutItInOnce() throws Exception {
        int servers = 4;
        try (Database database = open()) {
            Callable<Boolean> fill = () -> {
                DemoData.fill(database.unitOfWork());
                return true;
            };
            assertThat(Together.run(Collections.nCopies(servers, fill))).containsOnly(true);
            assertThat(DemoData.isIn(database.unitOfWork())).isTrue();
            assertThat(database.unitOfWork().<Long>write(stores -> Seeds.serviceTemplate(stores, 1, "next")))
                    .isEqualTo(2);
        }
    }
}
