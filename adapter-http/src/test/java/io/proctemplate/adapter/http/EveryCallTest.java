package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One answer of every call, as {@code docs/http-api.md} shows it. */
class EveryCallTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.120Z");
    private static final String[] ID = {"X-Request-ID", "e43da4ef221746868dc4c837d36f3807"};

    /** One step of the story: each finds what those before it made. */
    private record Step(String call, String members) {}

    /** The server's own ids differ from run to run; the golden files show one. */
    private static final String SERVER_ID = "(\"server_request_id\":\")[0-9a-f]{32}(\")";

    private static final String ONE_SERVER_ID = "0c5c3c0f0a1b4a7e9d2f6b8e4a7c9d10";

    private static final List<Step> STORY = List.of(
            new Step("create_service_category", "\"bk_biz_id\":1,\"name\":\"web\""),
            new Step("create_service_category", "\"bk_biz_id\":1,\"name\":\"nginx\",\"bk_parent_id\":3"),
            new Step("update_service_category", "\"bk_biz_id\":1,\"id\":4,\"name\":\"前端(nginx)\""),
            new Step("list_service_category", "\"bk_biz_id\":1"),
            new Step("create_service_template", "\"bk_biz_id\":1,\"name\":\"portal\",\"service_category_id\":4"),
            new Step("update_service_template", "\"bk_biz_id\":1,\"id\":2,\"name\":\"portal-2\""),
            new Step("get_service_template", "\"service_template_id\":2"),
            new Step(
                    "list_service_template",
                    "\"bk_biz_id\":1,\"service_category_id\":3,\"search\":\"PORT\",\"page\":{\"start\":0,\"limit\":10}"),
            new Step(
                    "batch_create_proc_template",
                    "\"bk_biz_id\":1,\"service_template_id\":2,\"processes\":["
                            + Bodies.process(
                                    "web",
                                    "nginx",
                                    ",\"timeout\":{\"value\":30,\"as_default_value\":false},\"bind_info\":{\"value\":["
                                            + "{\"ip\":{\"value\":\"1\"},\"port\":{\"value\":\"80\"},"
                                            + "\"protocol\":{\"value\":\"1\"},\"enable\":{\"value\":true}}]}")
                            + ","
                            + Bodies.process("cache") + "]"),
            new Step("get_proc_template", "\"process_template_id\":1"),
            new Step(
                    "update_proc_template",
                    "\"bk_biz_id\":1,\"process_template_id\":1,\"version\":1,\"process_property\":"
                            + "{\"bk_func_name\":{\"value\":\"apache\"},\"timeout\":{\"value\":60,"
                            + "\"as_default_value\":true}}"),
            new Step(
                    "list_proc_template",
                    "\"bk_biz_id\":1,\"service_template_id\":2,\"page\":{\"limit\":1,\"sort\":\"bk_process_name\"}"),
            new Step("delete_proc_template", "\"bk_biz_id\":1,\"process_templates\":[1]"),
            new Step("delete_service_template", "\"bk_biz_id\":1,\"service_template_id\":2"),
            new Step("delete_service_category", "\"bk_biz_id\":1,\"id\":4"),
            new Step(
                    "audit_list",
                    "\"bk_biz_id\":1,\"object_type\":\"process_template\",\"object_ids\":[1],"
                            + "\"page\":{\"start\":0,\"limit\":2}"));

    /** A call that the ESB face does not have is made on the native one. */
    private static List<String> tell(Face face) {
        List<String> answers = new ArrayList<>();
        try (TestServer server = TestServer.startAt(NOW)) {
            Family client = new Family(server, face);
            for (Step step : STORY) {
                HttpResponse<String> answer = client.send(step.call, step.members, ID);
                assertThat(answer.statusCode()).isEqualTo(200);
                answers.add(answer.body().replaceAll(SERVER_ID, "$1" + ONE_SERVER_ID + "$2"));
            }
        }
        return answers;
    }

    private static String pretty(String answer) {
        return TestServer.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(TestServer.JSON.readTree(answer));
    }

    @Test
    void storyNamesEveryCall() {
        assertThat(STORY.stream().map(Step::call).distinct())
                .containsExactlyInAnyOrderElementsOf(Family.NATIVE.keySet());
    }

    @Test
    void esbFaceAnswersEachCallAsShown() {
        List<String> answers = tell(Face.ESB);
        assertAll(IntStream.range(0, answers.size()).mapToObj(i -> () -> {
            String name = "story-%02d-%s.json".formatted(i + 1, STORY.get(i).call);
            Golden.assertGolden(name, pretty(answers.get(i)));
        }));
    }

    @Test
    void nativeFaceGivesTheSameDataUnderItsOwnMethodsAndPaths() {
        List<String> esb = tell(Face.ESB);
        List<String> own = tell(Face.NATIVE);
        for (int i = 0; i < STORY.size(); i++) {
            JsonNode answer = TestServer.JSON.readTree(own.get(i));
            assertThat(answer.get("bk_error_msg").asString()).as(own.get(i)).isEqualTo("success");
            JsonNode data = TestServer.JSON.readTree(esb.get(i)).get("data");
            boolean nested = STORY.get(i).call.equals("batch_create_proc_template");
            assertThat(answer.get("data")).isEqualTo(nested ? data.get(0) : data);
            assertThat(answer.get("warnings"))
                    .isEqualTo(TestServer.JSON.readTree(esb.get(i)).get("warnings"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "PATCH"})
    void noCallHasAnotherMethodThanItsOwn(String method) {
        try (TestServer server = TestServer.start()) {
            Family.NATIVE.forEach((call, route) -> {
                String own = route.substring(0, route.indexOf(' '));
                String path = route.substring(route.indexOf(' ') + 1).replaceAll("\\{.*}", "1");
                int status = server.send(method, path, method.equals("HEAD") ? null : "{}")
                        .statusCode();
                assertThat(status).as("%s %s", method, path).isEqualTo(method.equals(own) ? 200 : 404);
                boolean reads = call.startsWith("get_") || call.startsWith("list_");
                boolean allowed = Family.isOnEsb(call) && (method.equals("POST") || (reads && method.equals("GET")));
                status = server.send(method, Family.esbPath(call), method.equals("HEAD") ? null : "{}")
                        .statusCode();
                assertThat(status).as("%s %s", method, call).isEqualTo(allowed ? 200 : 404);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v3/find/proc/service_template/",
                "/api/v3/find/proc/service_template",
                "/api/v3/find/proc/service_template/1/",
                "/api/v3/find/proc/service_template/1/2"
            })
    void pathVariableIsOneStep(String path) {
        try (TestServer server = TestServer.start()) {
            assertThat(server.send("GET", path, null).statusCode()).isEqualTo(404);
        }
    }
}
