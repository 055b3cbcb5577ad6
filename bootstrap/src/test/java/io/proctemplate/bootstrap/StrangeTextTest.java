package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.violation.Violation.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;
import tools.jackson.databind.JsonNode;

/**
 * Texts that break careless programs, in every place of a request that takes a text, over HTTP and on every database: each
 * is refused clearly, or stored and read back code unit for code unit.
 */
@ParameterizedClass
@EnumSource
class StrangeTextTest {
    /** No text that can be kept: each is refused wherever it stands. */
    private static final List<String> IMPOSSIBLE = List.of("nul\0in", "\0", "\uD800", "lone\uDC00", "\uDE00\uD83D");

    /** Every one of these is an honest value of a text without a rule of its own. */
    private static final List<String> HONEST = List.of(
            "\u202Egnp.exe\u202C",
            "\u200Fa\u2066b\u2069",
            "'; DROP TABLE process_template; --",
            "\" OR \"\"=\"",
            "100%_\\%\\_",
            "$1 ?1 :name {ts} /* */",
            "\"}],\"a\":[{",
            "\\\\u0041\\n\\",
            "</script><b>&amp;",
            "\uD83D\uDE00\uD842\uDFB7",
            "e\u0301\u00E9",
            "tab\tand\nline",
            "\u0001\u001F\u007F",
            "\uFFFE\uFFFF\uFEFFx",
            "${jndi:ldap://x}");

    @Parameter
    private TestedDatabase engine;

    @TempDir
    private Path directory;

    private Database.Config config;
    private Server server;
    private Client client;
    private int names;

    @BeforeAll
    static void logOnlyWhatGoesWrong() {
        Logging.level(Level.ERROR);
    }

    @BeforeEach
    void start() {
        config = engine.in(directory);
        server = TestedDatabase.serve(config, "--demo");
        client = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static List<String> all() {
        return Stream.concat(IMPOSSIBLE.stream(), HONEST.stream()).toList();
    }

    private static String quoted(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        return escaped.append('"').toString();
    }

    private JsonNode call(String name, Map<String, String> members) {
        String more = members.entrySet().stream()
                .map(member -> ",\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining());
        return client.call("POST", RecordedCalls.esbPath(name), RecordedCalls.body(more));
    }

    /** Refused, in words and by a rule, not by a fault of the program or the database. */
    private static void assertRefused(JsonNode answer, String text) {
        assertThat(answer.required("code").asInt())
                .as("%s: %s", quoted(text), answer)
                .isIn(1199000, 1199006, 1199015, 1306000);
        assertThat(answer.required("message").asString()).isNotEmpty();
        assertThat(answer.required("data").isNull()).isTrue();
    }

    private static boolean isDone(JsonNode answer) {
        return answer.required("result").asBoolean();
    }

    /** A process with names of its own and {@code fields}, each a locked value in JSON. */
    private Map<String, String> process(Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>();
        names++;
        all.put(Fields.BK_FUNC_NAME.name(), quoted("f" + names));
        all.put(Fields.BK_PROCESS_NAME.name(), quoted("p" + names));
        all.putAll(fields);
        return all;
    }

    private static String spec(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        "\"%s\":{\"value\":%s,\"as_default_value\":true}".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{\"spec\":{", "}}"));
    }

    private JsonNode create(Map<String, String> fields) {
        return call("batch_create_proc_template", Map.of("processes", "[" + spec(process(fields)) + "]"));
    }

    private JsonNode created(JsonNode answer) {
        long id = Client.ids(answer).get(0);
        return call("get_proc_template", Map.of("process_template_id", Long.toString(id)))
                .required("data");
    }

    private static Stream<Field<?>> texts() {
        return Fields.PROCESS.fields().stream().filter(field -> field.kind() == Kind.TEXT);
    }

    @Test
    void everyTextOfAProcess() {
        assertThat(texts()).hasSizeGreaterThan(5);
        texts().forEach(field -> {
            for (String text : IMPOSSIBLE) {
                JsonNode answer = create(Map.of(field.name(), quoted(text)));
                assertRefused(answer, text);
                assertThat(answer.at("/errors/0/field").asString()).isEqualTo(field.name());
            }
            for (String text : HONEST) {
                JsonNode answer = create(Map.of(field.name(), quoted(text)));
                assertThat(isDone(answer))
                        .as("%s %s: %s", field, quoted(text), answer)
                        .isTrue();
                assertThat(created(answer)
                                .at("/property/" + field.name() + "/value")
                                .asString())
                        .as("%s %s", field, quoted(text))
                        .isEqualTo(text);
            }
        });
    }

    /** Their texts are choices and ports, none of which is strange. */
    @Test
    void everyTextOfABindRow() {
        Fields.BIND_ROW.fields().stream()
                .filter(field -> field.kind() == Kind.TEXT)
                .forEach(field -> all().forEach(text -> {
                    String row = "[{\"" + field.name() + "\":{\"value\":" + quoted(text) + "}}]";
                    assertRefused(create(Map.of("bind_info", row)), text);
                }));
    }

    @Test
    void supplierAccount() {
        for (String text : all()) {
            Map<String, String> members =
                    Map.of("bk_supplier_account", quoted(text), "processes", "[" + spec(process(Map.of())) + "]");
            JsonNode answer = call("batch_create_proc_template", members);
            assertKeptOrRefused(
                    answer,
                    text,
                    () -> created(answer).required("bk_supplier_account").asString());
        }
    }

    @Test
    void namesOfServiceTemplatesAndCategories() {
        long leaf = 2;
        for (String text : all()) {
            JsonNode template = call(
                    "create_service_template",
                    Map.of("name", quoted(text), "service_category_id", Long.toString(leaf)));
            assertKeptOrRefused(
                    template,
                    text,
                    () -> call(
                                    "get_service_template",
                                    Map.of(
                                            "service_template_id",
                                            template.required("data")
                                                    .required("id")
                                                    .toString()))
                            .at("/data/name")
                            .asString());
            JsonNode category = call("create_service_category", Map.of("name", quoted(text)));
            assertKeptOrRefused(category, text, () -> category.at("/data/name").asString());
        }
    }

    /** A search takes any text there can be; others find nothing or are refused. */
    @Test
    void searches() {
        for (String text : all()) {
            JsonNode answer = call("list_service_template", Map.of("search", quoted(text), "page", "{\"limit\":5}"));
            if (isDone(answer)) {
                assertThat(answer.at("/data/count").asInt()).as(quoted(text)).isZero();
            } else {
                assertRefused(answer, text);
            }
        }
    }

    /** As searches: texts that nobody did anything under, and words that are none of a choice. */
    @ParameterizedTest
    @ValueSource(strings = {"request_id", "user", "app", "action", "object_type", "since", "until"})
    void filtersOfTheAudit(String filter) {
        for (String text : all()) {
            String body = RecordedCalls.body(",\"" + filter + "\":" + quoted(text));
            JsonNode answer = client.call("POST", "/api/v3/findmany/audit_list", body);
            if (isDone(answer)) {
                assertThat(IMPOSSIBLE).as(answer.toString()).doesNotContain(text);
                assertThat(answer.at("/data/count").asInt()).as(quoted(text)).isZero();
            } else {
                assertThat(answer.required("bk_error_code").asInt())
                        .as("%s %s: %s", filter, quoted(text), answer)
                        .isIn(1199006, 1306000);
            }
        }
    }

    @Test
    void nameOfTheUserWhoCreates() {
        for (String text : all()) {
            Map<String, String> credentials = Map.of(
                    "bk_app_code", quoted("esb_test"), "bk_app_secret", quoted("xxx"), "bk_username", quoted(text));
            JsonNode answer = anybody(credentials);
            assertThat(answer.required("code").asInt())
                    .as("no user, or a user without rights: %s", answer)
                    .isIn(1306000, 9900403);
        }
    }

    /** An application's code may be any text there can be; it is known again as the one it is. */
    @Test
    void codeOfTheApp() {
        for (String text : all()) {
            Map<String, String> credentials = Map.of("bk_app_code", quoted(text), "bk_app_secret", quoted("s"));
            assertThat(anybody(credentials).required("code").asInt()).isEqualTo(1306000);
        }
        try (Database database = Database.open(config)) {
            database.unitOfWork().write(stores -> {
                HONEST.forEach(text -> stores.access()
                        .addApp(new RegisteredApp(
                                text, SecretHash.of("s", "0a"), true, true, Set.of(RegisteredApp.ANY_CALL))));
                return true;
            });
            List<String> kept =
                    database
                            .unitOfWork()
                            .<List<RegisteredApp>>read(stores -> stores.access().apps())
                            .stream()
                            .map(RegisteredApp::code)
                            .toList();
            assertThat(kept).containsAll(HONEST);
        }
    }

    private JsonNode anybody(Map<String, String> credentials) {
        String body = credentials.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", ",\"bk_biz_id\":2,\"processes\":[]}"));
        return client.call("POST", Client.CALL, body);
    }

    private interface ReadBack {
        String text();
    }

    private static void assertKeptOrRefused(JsonNode answer, String text, ReadBack readBack) {
        if (isDone(answer)) {
            assertThat(IMPOSSIBLE).as(answer.toString()).doesNotContain(text);
            assertThat(readBack.text()).isEqualTo(text);
        } else {
            assertRefused(answer, text);
        }
    }
}
