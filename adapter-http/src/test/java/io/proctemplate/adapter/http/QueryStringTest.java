package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QueryStringTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
        server.post(TestServer.ESB_PATH, Bodies.batch(3));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String call, String query, String... headers) {
        return server.send("GET", Family.esbPath(call) + "?" + query, null, headers);
    }

    private static JsonNode get(String call, String query, String... headers) {
        HttpResponse<String> answer = send(call, query, headers);
        assertThat(answer.statusCode()).isEqualTo(200);
        return TestServer.JSON.readTree(answer.body());
    }

    private static JsonNode authorized(String call, String query) {
        return get(call, Family.QUERY_CREDENTIALS + "&" + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void readingCallsTakeTheirParametersFromIt() {
        assertThat(authorized("get_proc_template", "process_template_id=2")
                        .at("/data/id")
                        .asInt())
                .isEqualTo(2);
        assertThat(authorized("get_service_template", "service_template_id=1&bk_biz_id=1")
                        .at("/data/name")
                        .asString())
                .isEqualTo("first");
        assertThat(authorized("list_service_category", "bk_biz_id=1")
                        .at("/data/count")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void listsAndObjectsStandInItAsJson() {
        JsonNode answer = authorized(
                "list_proc_template",
                "bk_biz_id=1&process_template_ids=" + encoded("[1, 3]") + "&page="
                        + encoded("{\"start\":1,\"limit\":5,\"sort\":\"id\"}"));
        assertThat(answer.at("/data/count").asInt()).isEqualTo(2);
        assertThat(answer.at("/data/info")).hasSize(1);
        assertThat(answer.at("/data/info/0/id").asInt()).isEqualTo(3);
        JsonNode templates = authorized(
                "list_service_template", "bk_biz_id=1&is_exact=true&search=first&page=" + encoded("{\"limit\":5}"));
        assertThat(templates.at("/data/count").asInt()).isEqualTo(1);
    }

    @Test
    void valuesAreDecoded() {
        String page = "&page=" + encoded("{\"limit\":5}");
        assertThat(authorized("list_service_template", "bk_biz_id=1&search=f%69rst" + page)
                        .at("/data/count")
                        .asInt())
                .isEqualTo(1);
        assertThat(authorized("list_service_template", "bk_biz_id=1&search=" + encoded("100% 前端+") + page)
                        .at("/data/count")
                        .asInt())
                .isZero();
        assertThat(authorized("list_service_template", "bk_biz_id=1&search=" + encoded("[first") + page)
                        .at("/data/count")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1.0", "+1", "0x1", "", "%7B%7D", "%5B1%5D", "%7Bbroken", "9223372036854775808"})
    void whatIsNoIntegerNamesTheParameter(String value) {
        JsonNode answer = authorized("get_proc_template", "process_template_id=" + value);
        assertThat(answer.get("code").asInt()).isEqualTo(1199000);
        assertThat(answer.at("/errors/0/pointer").asString()).isEqualTo("/process_template_id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bk_biz_id=1&bk_biz_id=2", "bk_biz_id=%C3", "%ED%A0%80=1"})
    void whatCannotBeReadIsRefused(String query) {
        JsonNode answer = authorized("list_service_category", query);
        assertThat(answer.get("code").asInt()).isEqualTo(1306000);
        assertThat(answer.get("message").asString()).contains("query string");
    }

    @Test
    void pathVariableCountsMoreThanTheQueryOrBody() {
        HttpResponse<String> answer = server.send(
                "GET", "/api/v3/find/proc/service_template/1?service_template_id=99&" + Family.QUERY_CREDENTIALS, null);
        assertThat(TestServer.JSON.readTree(answer.body()).at("/data/id").asInt())
                .isEqualTo(1);
        JsonNode template =
                server.call("/api/v3/find/proc/proc_template/id/2", Bodies.request("\"process_template_id\":1"));
        assertThat(template.at("/data/id").asInt()).isEqualTo(2);
        JsonNode wrong = server.call(
                "/api/v3/find/proc/proc_template/id/two", Bodies.request("\"bk_biz_id\":1"), "Blueking-Language", "en");
        assertThat(wrong.get("bk_error_code").asInt()).isEqualTo(1199000);
        assertThat(wrong.at("/errors/0/rejected").asString()).isEqualTo("two");
    }

    @Test
    void bodyOfGetIsIgnored() {
        HttpResponse<String> answer = server.send(
                "GET",
                Family.esbPath("get_proc_template") + "?process_template_id=2&" + Family.QUERY_CREDENTIALS,
                "not even JSON",
                "Content-Type",
                "text/plain");
        assertThat(TestServer.JSON.readTree(answer.body()).at("/data/id").asInt())
                .isEqualTo(2);
    }

    @Test
    void headerAloneCountsIfItIsThere() {
        String header = "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_token\":\"xxx\"}";
        assertThat(get(
                                "get_proc_template",
                                "process_template_id=2&bk_app_secret=wrong",
                                "X-Bkapi-Authorization",
                                header)
                        .at("/data/id")
                        .asInt())
                .isEqualTo(2);
        assertThat(get(
                                "get_proc_template",
                                "process_template_id=2&" + Family.QUERY_CREDENTIALS,
                                "X-Bkapi-Authorization",
                                "{}")
                        .get("code")
                        .asInt())
                .isEqualTo(1306000);
    }

    @Test
    void credentialsInItAreNeitherAnsweredNorLogged() {
        try (Logs logs = Logs.of(Desk.class, Level.TRACE);
                Logs access = Logs.of(AccessLog.class, Level.TRACE)) {
            String query = "bk_app_code=esb_test&bk_app_secret=" + encoded("{\"a\":\"s3cr3t") + "&bk_token=t0k3n&x=1";
            HttpResponse<String> answer = send("get_proc_template", query + "&process_template_id=%5B");
            assertThat(answer.body()).doesNotContain("s3cr3t", "t0k3n");
            HttpResponse<String> refused = send("get_proc_template", query + "&x=2");
            assertThat(refused.body()).doesNotContain("s3cr3t", "t0k3n");
            assertThat(logs.lines()).noneMatch(line -> line.contains("s3cr3t") || line.contains("t0k3n"));
            assertThat(access.lines())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("s3cr3t") || line.contains("t0k3n"));
        }
    }
}
