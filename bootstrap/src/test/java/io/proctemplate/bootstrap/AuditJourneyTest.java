package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.application.contract.Together;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
import tools.jackson.databind.json.JsonMapper;

/** What requests did, read back over HTTP. */
@ParameterizedClass
@EnumSource
class AuditJourneyTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String CREATE = "POST /api/v3/createmany/proc/proc_template";

    @Parameter
    private TestedDatabase engine;

    @TempDir
    private Path directory;

    private Server server;
    private Client client;

    @BeforeAll
    static void logOnlyWhatGoesWrong() {
        Logging.level(Level.WARN);
    }

    @BeforeEach
    void start() {
        Database.Config config = engine.in(directory);
        server = TestedDatabase.serve(config, "--demo");
        client = new Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode send(String route, String requestId, int business, String members) {
        String[] parts = route.split(" ");
        String body = """
                {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_username":"xxx","bk_biz_id":%d%s}""".formatted(business, members);
        HttpResponse<String> answer =
                client.answer(parts[0], parts[1], body.getBytes(StandardCharsets.UTF_8), "X-Request-ID", requestId);
        return JSON.readTree(answer.body());
    }

    private JsonNode data(String route, String requestId, int business, String members) {
        JsonNode answer = send(route, requestId, business, members);
        assertThat(answer.required("result").asBoolean()).as(answer.toString()).isTrue();
        return answer.required("data");
    }

    private List<Long> create(String requestId, int business, int count) {
        List<String> items = IntStream.range(0, count)
                .mapToObj(i -> Client.item(requestId + "-" + i))
                .toList();
        JsonNode ids = data(CREATE, requestId, business, ",\"processes\":[" + String.join(",", items) + "]");
        List<Long> all = new ArrayList<>();
        ids.forEach(id -> all.add(id.asLong()));
        return all;
    }

    private JsonNode audit(int business, String members) {
        return data("POST /api/v3/findmany/audit_list", "reading", business, members);
    }

    private static List<Long> objects(JsonNode list) {
        List<Long> objects = new ArrayList<>();
        list.required("info")
                .forEach(entry -> objects.add(entry.required("object_id").asLong()));
        return objects;
    }

    @Test
    void aBatchIsFoundByItsRequest() {
        List<Long> ids = create("first", 2, 100);
        create("second", 2, 3);
        create("first", 1, 2);

        JsonNode found = audit(2, ",\"request_id\":\"first\"");

        assertThat(found.required("count").asInt()).isEqualTo(100);
        List<Long> newestFirst = new ArrayList<>(ids);
        Collections.reverse(newestFirst);
        assertThat(objects(found)).isEqualTo(newestFirst);
        assertThat(found.required("info")).allSatisfy(entry -> {
            assertThat(entry.required("request_id").asString()).isEqualTo("first");
            assertThat(entry.required("bk_biz_id").asInt()).isEqualTo(2);
            assertThat(entry.required("app").asString()).isEqualTo("esb_test");
            assertThat(entry.required("user").asString()).isEqualTo("xxx");
            assertThat(entry.required("action").asString()).isEqualTo("create");
            assertThat(entry.required("object_type").asString()).isEqualTo("process_template");
            assertThat(entry.required("object_name").asString()).startsWith("first-");
            assertThat(entry.required("changes")).isEmpty();
        });
    }

    /** Whoever sends the id of another's request finds, and hides, nothing: the server's own ids tell the two apart. */
    @Test
    void requestsThatSendTheSameIdAreToldApartByTheServersOwn() {
        create("reused", 2, 1);
        HttpResponse<String> second = client.answer(
                "POST",
                "/api/v3/createmany/proc/proc_template",
                """
                {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_username":"xxx","bk_biz_id":2,"processes":[%s]}""".formatted(Client.item("other")).getBytes(StandardCharsets.UTF_8),
                "X-Request-ID",
                "reused");
        String serverId = second.headers().firstValue("X-Server-Request-ID").orElseThrow();

        JsonNode both = audit(2, ",\"request_id\":\"reused\"");
        JsonNode one = audit(2, ",\"server_request_id\":\"" + serverId + "\"");

        assertThat(both.required("info"))
                .extracting(entry -> entry.required("server_request_id").asString())
                .hasSize(2)
                .doesNotHaveDuplicates()
                .contains(serverId);
        assertThat(one.required("info")).singleElement().satisfies(entry -> {
            assertThat(entry.required("object_name").asString()).isEqualTo("other");
            assertThat(entry.required("request_id").asString()).isEqualTo("reused");
        });
    }

    @Test
    void pagesStandStillWhileNothingIsDone() {
        create("old", 2, 40);
        create("new", 2, 60);
        JsonNode all = audit(2, "");
        List<Long> read = new ArrayList<>();
        for (int start = 0; start < 100; start += 30) {
            JsonNode page = audit(2, ",\"page\":{\"start\":%d,\"limit\":30}".formatted(start));
            assertThat(page.required("count").asInt()).isEqualTo(100);
            read.addAll(objects(page));
        }
        assertThat(read).hasSize(100).doesNotHaveDuplicates().isEqualTo(objects(all));
    }

    @Test
    void tellsTheLifeOfATemplate() {
        long id = create("made", 2, 1).get(0);
        data(
                "PUT /api/v3/update/proc/proc_template",
                "changed",
                2,
                ",\"process_template_id\":%d,\"process_property\":{\"user\":{\"value\":\"www\"}}".formatted(id));
        data("DELETE /api/v3/deletemany/proc/proc_template", "gone", 2, ",\"process_templates\":[%d]".formatted(id));
        send("DELETE /api/v3/deletemany/proc/proc_template", "refused", 2, ",\"process_templates\":[%d]".formatted(id));
        String ofTemplate = ",\"object_type\":\"process_template\",\"object_ids\":[%d]".formatted(id);

        JsonNode life = audit(2, ofTemplate).required("info");

        assertThat(life)
                .extracting(entry -> entry.required("request_id").asString())
                .containsExactly("gone", "changed", "made");
        JsonNode change = life.required(1).required("changes").required(0);
        assertThat(change.required("field").asString()).isEqualTo("user");
        assertThat(change.at("/before/value").isNull()).isTrue();
        assertThat(change.at("/after/value").asString()).isEqualTo("www");
        assertThat(life.required(1).required("changes")).hasSize(1);
        String time = life.required(1).required("time").asString();
        assertThat(objects(audit(2, ofTemplate + ",\"action\":\"update\""))).containsExactly(id);
        assertThat(objects(audit(2, ofTemplate + ",\"action\":\"update\",\"since\":\"" + time + "\"")))
                .hasSize(1);
        assertThat(objects(audit(2, ofTemplate + ",\"action\":\"update\",\"until\":\"" + time + "\"")))
                .isEmpty();
        assertThat(objects(audit(2, ofTemplate + ",\"user\":\"somebody\""))).isEmpty();
        assertThat(objects(audit(2, ofTemplate + ",\"app\":\"esb_test\",\"user\":\"xxx\"")))
                .hasSize(3);
    }

    /** Of what six writers create in a service template that is deleted meanwhile, all goes and all that goes is told. */
    @Test
    void whatGoesWithAServiceTemplateIsAuditedWhoeverCreatesInItMeanwhile() throws Exception {
        for (int round = 0; round < 5; round++) {
            long serviceTemplate = data(
                            "POST /api/v3/create/proc/service_template",
                            "made",
                            2,
                            ",\"name\":\"s%d\",\"service_category_id\":2".formatted(round))
                    .required("id")
                    .asLong();
            List<Callable<Boolean>> race = new ArrayList<>();
            for (int writer = 0; writer < 6; writer++) {
                String prefix = round + "." + writer;
                race.add(() -> createUntilRefused(serviceTemplate, prefix));
            }
            race.add(() -> data(
                            "DELETE /api/v3/delete/proc/service_template",
                            "gone" + serviceTemplate,
                            2,
                            ",\"service_template_id\":" + serviceTemplate)
                    .isNull());

            Together.run(race);
        }

        String created = ",\"object_type\":\"process_template\",\"action\":\"create\"";
        String deleted = ",\"object_type\":\"process_template\",\"action\":\"delete\"";
        assertThat(allObjects(deleted)).doesNotHaveDuplicates().isEqualTo(allObjects(created));
    }

    private boolean createUntilRefused(long serviceTemplate, String prefix) {
        boolean created = true;
        for (int batch = 0; created; batch++) {
            String name = prefix + "." + batch + ".";
            String items =
                    IntStream.range(0, 20).mapToObj(i -> Client.item(name + i)).collect(Collectors.joining(","));
            created = send(
                            CREATE,
                            "made",
                            2,
                            ",\"service_template_id\":%d,\"processes\":[%s]".formatted(serviceTemplate, items))
                    .required("result")
                    .asBoolean();
        }
        return true;
    }

    /** The objects of all entries, page by page. */
    private List<Long> allObjects(String filter) {
        List<Long> all = new ArrayList<>();
        List<Long> page;
        do {
            page = objects(audit(2, filter + ",\"page\":{\"start\":%d,\"limit\":1000}".formatted(all.size())));
            all.addAll(page);
        } while (!page.isEmpty());
        Collections.sort(all);
        return all;
    }

    /** What is done in one business is told in no other, whatever is asked. */
    @Test
    void tellsNothingOfAnotherBusiness() {
        List<Long> ids = create("theirs", 1, 5);

        assertThat(audit(2, "").required("count").asInt()).isZero();
        assertThat(objects(audit(2, ",\"request_id\":\"theirs\""))).isEmpty();
        assertThat(objects(audit(2, ",\"object_ids\":" + ids))).isEmpty();
    }

    @Test
    void whoHasNoRightIsToldNothing() {
        create("ours", 2, 1);
        for (int business : new int[] {2, 99}) {
            String body = """
                    {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_username":"nobody","bk_biz_id":%d}""".formatted(business);
            JsonNode answer = client.call("POST", "/api/v3/findmany/audit_list", body);
            assertThat(answer.required("bk_error_code").asInt()).isEqualTo(9900403);
            assertThat(answer.at("/permission/actions/0/id").asString()).isEqualTo("find_audit_log");
            assertThat(answer.required("data").isNull()).isTrue();
        }
    }
}
