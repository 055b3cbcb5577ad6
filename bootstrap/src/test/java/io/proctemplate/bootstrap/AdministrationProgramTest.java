package io.proctemplate.bootstrap;

import static io.proctemplate.bootstrap.Client.code;
import static io.proctemplate.bootstrap.Client.ids;
import static io.proctemplate.bootstrap.Client.item;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operators' commands on the real program: while its server holds the database's file, and while none runs. */
class AdministrationProgramTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DONE = 0;
    private static final int NOT_DONE = 1;
    private static final int CALLED_WRONGLY = 2;
    private static final int NOT_AUTHENTICATED = 1306000;
    private static final int FORBIDDEN = 9900403;

    /** A token where an id belongs. */
    private static final String MISTAKEN = "336b1025a54df216";

    @TempDir
    Path directory;

    private String databaseUrl() {
        return "--db-url=jdbc:h2:file:" + directory.resolve("db");
    }

    private Child server(String... flags) {
        String[] all = new String[flags.length + 2];
        all[0] = databaseUrl();
        all[1] = "--http-port=0";
        System.arraycopy(flags, 0, all, 2, flags.length);
        return Child.start(directory, all);
    }

    /** A command with its flags before the database's; ended well, with one line of JSON. */
    private JsonNode json(String... command) {
        try (Child child = command(command, "--json")) {
            assertThat(child.exitStatus()).as("%s", child.errorLines()).isEqualTo(DONE);
            assertThat(child.errorLines()).isEmpty();
            assertThat(child.outputLines()).hasSize(1);
            return JSON.readTree(child.outputLines().get(0));
        }
    }

    private Child command(String[] command, String... more) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(more));
        words.add(databaseUrl());
        return Child.start(directory, words.toArray(String[]::new));
    }

    private void assertEnds(int status, String complaint, String... command) {
        try (Child child = command(command)) {
            assertThat(child.exitStatus()).isEqualTo(status);
            assertThat(child.outputLines()).isEmpty();
            assertThat(String.join("\n", child.errorLines())).contains(complaint);
        }
    }

    private static String batch(String app, String secret, String token, String name) {
        return """
                {"bk_app_code":"%s","bk_app_secret":"%s","bk_token":"%s","bk_biz_id":7,"processes":[%s]}""".formatted(app, secret, token, item(name));
    }

    @Test
    void administersWhileTheServerHoldsTheFileSoThatANewAppCanCall() {
        try (Child server = server()) {
            Client client = new Client(server.port());
            assertThat(code(client.send(batch("gsekit", "unknown", "unknown", "a"))))
                    .isEqualTo(NOT_AUTHENTICATED);
            json("business", "add", "7", "shop é");
            String secret = json("app", "add", "gsekit", "--calls=batch_create_proc_template")
                    .required("secret")
                    .asString();
            String token = json("token", "issue", "ann", "--expires-in=1h")
                    .required("token")
                    .asString();
            json("user", "grant", "bob", "--everything");

            JsonNode refused = awaitKnown(client, batch("gsekit", secret, token, "a"));

            assertThat(code(refused)).isEqualTo(FORBIDDEN);
            json("user", "grant", "bob", "--everything");
            String bobs = json("token", "issue", "bob", "--expires-in=1h")
                    .required("token")
                    .asString();
            assertThat(ids(client.send(batch("gsekit", secret, bobs, "a")))).hasSize(1);
            JsonNode done = json("audit", "list", "--business", "7");
            assertThat(done).hasSize(1);
            assertThat(done.at("/0/user").asString() + " "
                            + done.at("/0/object_name").asString())
                    .isEqualTo("bob a");
            assertEnds(NOT_DONE, "business 7 is not empty", "business", "remove", "7");
            assertEnds(CALLED_WRONGLY, "", "token", "revoke", MISTAKEN);
            assertEnds(CALLED_WRONGLY, "there is no call \"x\"", "app", "allow", "gsekit", "x");
            assertThat(json("business", "list").toString()).isEqualTo("[{\"id\":7,\"name\":\"shop é\"}]");
            server.terminate();
            assertThat(server.exitStatus()).isZero();
            assertThat(String.join("\n", server.outputLines()))
                    .contains(
                            "(business add 7 shop é --json) ended with status 0",
                            "(app add gsekit --calls=batch_create_proc_template --json) ended with status 0",
                            "(user grant bob --everything --json) ended with status 0",
                            "(token issue bob --expires-in=1h --json) ended with status 0",
                            "(business) ended with status 1")
                    .doesNotContain(secret, token, bobs, MISTAKEN);
        }
    }

    /** The server remembers for a few seconds that it does not know the application. */
    private static JsonNode awaitKnown(Client client, String request) {
        JsonNode answer = client.send(request);
        while (code(answer) == NOT_AUTHENTICATED) {
            answer = client.send(request);
        }
        return answer;
    }

    @Test
    void administersWhileNoServerRunsAlsoAfterOneWasKilled() {
        json("business", "add", "7", "shop");
        String secret = json("app", "add", "gsekit", "--calls=all", "--login=exempt")
                .required("secret")
                .asString();
        try (Child server = server("--demo=true")) {
            assertThat(server.port()).isPositive();
            assertThat(directory.resolve("db.control/socket")).exists();
            server.kill();
        }
        assertThat(directory.resolve("db.control/socket")).exists();

        assertThat(json("app", "list").toString())
                .isEqualTo(
                        "[{\"code\":\"gsekit\",\"enabled\":true,\"login\":\"exempt\",\"old_secret_until\":null,\"calls\":\"all\"}]")
                .doesNotContain(secret);
        json("user", "grant", "ann", "--action=all", "--business=7");
        try (Child server = server()) {
            JsonNode answer = new Client(server.port())
                    .send(batch("gsekit", secret, "", "a").replace("\"bk_token\":\"\"", "\"bk_username\":\"ann\""));
            assertThat(ids(answer)).hasSize(1);
            assertThat(json("app", "disable", "gsekit").required("enabled").asBoolean())
                    .isFalse();
        }
    }

    @Test
    void saysInOneLineThatADatabaseCannotBeUsed() throws IOException {
        Files.writeString(directory.resolve("db.mv.db"), "no database");

        assertEnds(NOT_DONE, "proctemplate: cannot use the database", "app", "list");
    }

    @Test
    void helpNeedsNoDatabase() {
        try (Child child = command(new String[] {"app", "add", "--help"})) {
            assertThat(child.exitStatus()).isEqualTo(DONE);
            assertThat(child.outputLines().get(0)).startsWith("Usage: ./run app add");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void asksThePlatformsLoginAboutATokenThatItDoesNotKnow() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        platform.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getQuery());
            byte[] ann = "{\"result\":true,\"data\":{\"bk_username\":\"ann\"}}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, ann.length);
            exchange.getResponseBody().write(ann);
            exchange.close();
        });
        platform.start();
        json("business", "add", "7", "shop");
        String secret =
                json("app", "add", "gsekit", "--calls=all").required("secret").asString();
        json("user", "grant", "ann", "--action=all", "--business=7");
        String address = "http://127.0.0.1:" + platform.getAddress().getPort() + "/is_login/";
        try (Child server = server("--login-url=" + address, "--log-level=trace")) {
            Client client = new Client(server.port());

            assertThat(ids(client.send(batch("gsekit", secret, "pl4tform", "a"))))
                    .hasSize(1);
            assertThat(ids(client.send(batch("gsekit", secret, "pl4tform", "b"))))
                    .hasSize(1);
            platform.stop(0);
            JsonNode refused = client.send(batch("gsekit", secret, "an0ther", "c"));

            assertThat(asked).containsExactly("bk_token=pl4tform");
            assertThat(code(refused)).isEqualTo(NOT_AUTHENTICATED);
            assertThat(refused.required("message").asString()).contains("login service", "cannot be reached");
            server.terminate();
            assertThat(server.exitStatus()).isZero();
            assertThat(String.join("\n", server.outputLines()))
                    .contains("gives no usable answer")
                    .doesNotContain("pl4tform", "an0ther", secret);
        } finally {
            platform.stop(0);
        }
    }
}
