package io.proctemplate.bootstrap;

import static io.proctemplate.bootstrap.Client.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.domain.access.Grant;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No secret gets into the log, however much is logged and wherever in a request it stands. */
class SecrecyTest {
    private static final String APP_SECRET = "the-secret-of-the-app";
    private static final String TOKEN = "the-token-of-the-user";
    private static final String DATABASE_PASSWORD = "the-password-of-the-database";
    private static final String WRONG = "a-secret-that-is-wrong";

    @TempDir
    private Path directory;

    @Test
    void noSecretIsLoggedAtAnyLevel() {
        String url = "jdbc:h2:file:" + directory.resolve("secrets");
        register(url);
        Map<String, String> environment = Map.of("PROCTEMPLATE_DB_PASSWORD", DATABASE_PASSWORD);
        try (Child child =
                Child.start(directory, environment, "--http-port=0", "--db-url=" + url, "--log-level=trace")) {
            Client client = new Client(child.port());
            String good = credentials(APP_SECRET, TOKEN);
            assertThat(code(client.send("{" + good + ",\"bk_biz_id\":1,\"processes\":[]}")))
                    .isZero();
            assertThat(code(client.send(
                            "{\"bk_biz_id\":1,\"processes\":[]}", "X-Bkapi-Authorization", "{" + good + "}")))
                    .isZero();
            for (String bad : List.of(
                    "{" + credentials(WRONG, TOKEN) + "}",
                    "{" + credentials(APP_SECRET, WRONG) + "}",
                    "{" + good + ",\"bk_app_secret\":\"" + WRONG + "\"}",
                    "{" + good + ",\"bk_biz_id\":\"" + "}",
                    "{" + good + ",\"processes\":{\"bk_token\":\"" + WRONG + "\"}}")) {
                assertThat(code(client.send(bad))).isNotZero();
            }
            assertThat(code(client.send("{}", "X-Bkapi-Authorization", "{" + good)))
                    .isNotZero();
            child.terminate();
            assertThat(child.outputLines()).hasSizeGreaterThan(100);
            assertThat(child.outputLines()).noneMatch(SecrecyTest::holdsASecret);
            assertThat(child.errorLines()).noneMatch(SecrecyTest::holdsASecret);
        }
    }

    private static boolean holdsASecret(String line) {
        return List.of(APP_SECRET, TOKEN, DATABASE_PASSWORD, WRONG).stream().anyMatch(line::contains);
    }

    private static String credentials(String secret, String token) {
        return "\"bk_app_code\":\"app\",\"bk_app_secret\":\"%s\",\"bk_token\":\"%s\"".formatted(secret, token);
    }

    private static void register(String url) {
        try (Database database = Database.open(new Database.Config(url, "sa", DATABASE_PASSWORD, 1))) {
            database.unitOfWork().write(stores -> {
                stores.businesses().addBusiness(1, "one");
                stores.access()
                        .addApp(new RegisteredApp(
                                "app", SecretHash.of(APP_SECRET, "0a"), false, true, Set.of(RegisteredApp.ANY_CALL)));
                stores.access()
                        .addLogin(SecretHash.ofToken(TOKEN), new Login("ann", Instant.parse("9999-01-01T00:00:00Z")));
                stores.access().addGrant("ann", new Grant(null, null, null));
                return null;
            });
        }
    }
}
