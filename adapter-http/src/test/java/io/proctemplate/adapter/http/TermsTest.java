package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.contract.Together;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Writing calls that are sent again, tried, or judged strictly (wire contract, section 4.5). */
class TermsTest {
    private static final String BATCH = "batch_create_proc_template";
    private static final String KEY = "Idempotency-Key";

    private final TestServer server = TestServer.start();
    private final Family esb = new Family(server, Face.ESB);

    @AfterEach
    void stop() {
        server.close();
    }

    private static String batch(String name) {
        return "\"bk_biz_id\":1,\"service_template_id\":1,\"x\":1,\"processes\":[" + Bodies.process(name) + "]";
    }

    /** A call of each kind that changes something, and parameters that it takes after {@link #prepare}. */
    private record Writing(String call, String members) {}

    private static List<Writing> writing() {
        return List.of(
                new Writing(BATCH, batch("new")),
                new Writing(
                        "update_proc_template", "\"bk_biz_id\":1,\"process_template_id\":1,\"process_property\":{}"),
                new Writing("delete_proc_template", "\"bk_biz_id\":1,\"process_templates\":[1]"),
                new Writing("create_service_template", "\"bk_biz_id\":1,\"name\":\"n\",\"service_category_id\":2"),
                new Writing("update_service_template", "\"bk_biz_id\":1,\"id\":1,\"name\":\"n\""),
                new Writing("delete_service_template", "\"bk_biz_id\":1,\"service_template_id\":1"),
                new Writing("create_service_category", "\"bk_biz_id\":1,\"name\":\"n\""),
                new Writing("update_service_category", "\"bk_biz_id\":1,\"id\":3,\"name\":\"n\""),
                new Writing("delete_service_category", "\"bk_biz_id\":1,\"id\":3"));
    }

    private void prepare() {
        esb.data(BATCH, batch("old"));
        esb.data("create_service_category", "\"bk_biz_id\":1,\"name\":\"old\"");
    }

    private String stored() {
        return esb.data("list_proc_template", "\"bk_biz_id\":1,\"service_template_id\":1")
                        .toString()
                + esb.data("list_service_template", "\"bk_biz_id\":1,\"page\":{\"limit\":10}")
                + esb.data("list_service_category", "\"bk_biz_id\":1");
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return TestServer.JSON.readTree(answer.body());
    }

    private static String withoutRequestId(HttpResponse<String> answer) {
        return answer.body().replace(json(answer).get("request_id").asString(), "");
    }

    @ParameterizedTest
    @MethodSource("writing")
    void givesTheFirstAnswerAgainAndDoesNothing(Writing writing) {
        prepare();
        HttpResponse<String> first = esb.send(writing.call, writing.members, KEY, "k");
        String after = stored();

        HttpResponse<String> second = esb.send(writing.call, writing.members, KEY, "k");

        assertThat(json(first).get("result").asBoolean()).as(first.body()).isTrue();
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(withoutRequestId(second)).isEqualTo(withoutRequestId(first));
        assertThat(json(second).get("request_id")).isNotEqualTo(json(first).get("request_id"));
        assertThat(second.headers().firstValue("ETag"))
                .isEqualTo(first.headers().firstValue("ETag"));
        assertThat(stored()).isEqualTo(after);
    }

    @ParameterizedTest
    @MethodSource("writing")
    void keepsNothingOfADryRun(Writing writing) {
        prepare();
        String before = stored();

        HttpResponse<String> inBody = esb.send(writing.call, writing.members + ",\"dry_run\":true", KEY, "k");
        HttpResponse<String> inQuery =
                server.post(Family.esbPath(writing.call) + "?dry_run=true", Bodies.request(writing.members), KEY, "k");

        for (HttpResponse<String> answer : List.of(inBody, inQuery)) {
            assertThat(json(answer).get("result").asBoolean()).as(answer.body()).isTrue();
            assertThat(json(answer).get("dry_run").asBoolean()).isTrue();
            assertThat(answer.headers().firstValue("Idempotent-Replayed")).isEmpty();
            assertThat(answer.headers().firstValue("ETag")).isEmpty();
        }
        assertThat(stored()).isEqualTo(before);
    }

    /** On the wire as it stands: a client of good manners encodes anew. */
    private JsonNode createWith(String query, String members) {
        String body = Bodies.request(batch("a") + members);
        try (RawConnection connection = new RawConnection(server.port())) {
            return connection
                    .send("POST " + Family.esbPath(BATCH) + "?" + query + " HTTP/1.1\r\nHost: x\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body)
                    .receive()
                    .json();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            dry%5Frun=true                 | -
            %64ry_run=%74rue               | -
            a=%ff&dry_run=true&b&b         | -
            dry_run=true                   | "dry_run":null
            dry_run=true                   | "dry_run":true
            -                              | "dry_run":true
            -                              | "d\\u0072y_run":true
            """)
    void readsWhetherItIsADryRunAfterDecoding(String query, String member) {
        String before = stored();

        JsonNode answer = createWith(query == null ? "" : query, member == null ? "" : "," + member);

        assertThat(answer.get("result").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.get("dry_run").asBoolean()).isTrue();
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dry_run=true            | "dry_run":false             | /dry_run
            dry_run=false           | "dry_run":true              | /dry_run
            dry_run=false           | "dry_run":1                 | /dry_run
            field_validation=strict | "field_validation":"warn"   | /field_validation
            field_validation=warn   | "field_validation":"strict" | /field_validation
            """)
    void refusesWhatBodyAndQuerySayDifferently(String query, String member, String pointer) {
        String before = stored();

        JsonNode answer = createWith(query, "," + member);

        assertThat(answer.get("result").asBoolean()).as(answer.toString()).isFalse();
        assertThat(answer.at("/errors").findValuesAsString("pointer")).contains(pointer);
        assertThat(answer.at("/errors").findValuesAsString("code")).contains("1199006");
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dry_run=true&dry_run=true", "dry_run=true&dry%5Frun=false", "dry_run=%ff"})
    void refusesAQueryThatSaysItTwiceOrNotReadably(String query) {
        String before = stored();

        assertThat(createWith(query, "").get("code").asInt()).isEqualTo(1306000);
        assertThat(stored()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("writing")
    void refusesUnknownKeysOnlyWhenStrict(Writing writing) {
        prepare();
        String before = stored();
        String members = writing.members + ",\"y\":1,\"field_validation\":";

        JsonNode refused = esb.call(writing.call, members + "\"strict\"");

        assertThat(refused.get("code").asInt()).as(refused.toString()).isEqualTo(1199006);
        assertThat(refused.get("errors").findValuesAsString("pointer")).contains("/y");
        assertThat(refused.has("warnings")).isFalse();
        assertThat(stored()).isEqualTo(before);
        JsonNode warned = esb.call(writing.call, members + "\"warn\"");
        assertThat(warned.get("result").asBoolean()).as(warned.toString()).isTrue();
        assertThat(warned.get("warnings").findValuesAsString("pointer")).contains("/y");
    }

    @Test
    void refusesAnotherWordForFieldValidationTogetherWithWhatElseIsWrong() {
        esb.data(BATCH, batch("old"));

        JsonNode refused = esb.call(BATCH, batch("old") + ",\"field_validation\":\"lax\"");

        assertThat(refused.get("errors").findValuesAsString("pointer"))
                .contains("/field_validation", "/processes/0/spec/bk_process_name/value");
    }

    @Test
    void answersADryRunOfABatchWithoutIdsAndTellsWhatIsTaken() {
        assertThat(esb.data(BATCH, batch("a") + ",\"dry_run\":true")).isEmpty();
        esb.data(BATCH, batch("a"));

        JsonNode refused = esb.call(BATCH, batch("a") + ",\"dry_run\":true");

        assertThat(refused.get("code").asInt()).isEqualTo(1113019);
        assertThat(refused.get("dry_run").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void refusesAnotherRequestUnderTheSameKey(Face face) {
        Family client = new Family(server, face);
        client.data(BATCH, batch("a"), KEY, "k");

        assertThat(client.refusal(1199006, BATCH, batch("b"), KEY, "k")).contains(KEY);
        client.data(BATCH, batch("b"), KEY, "other");
    }

    @Test
    void takesMembersInAnotherOrderAndOtherCredentialsForTheSameRequest() {
        esb.data("create_service_category", "\"bk_biz_id\":1,\"name\":\"n\"", KEY, "k");

        String[] sameUserByName = {
            KEY, "k", "X-Bkapi-Authorization", "{\"app_code\":\"esb_test\",\"app_secret\":\"xxx\",\"username\":\"xxx\"}"
        };
        HttpResponse<String> again = server.post(
                Family.esbPath("create_service_category"), "{ \"name\" : \"n\" , \"bk_biz_id\" : 1 }", sameUserByName);

        assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    }

    @Test
    void keepsNoRefusal() {
        String child = "\"bk_biz_id\":1,\"name\":\"child\",\"bk_parent_id\":3";
        esb.refusal(1199006, "create_service_category", child, KEY, "k");
        esb.data("create_service_category", "\"bk_biz_id\":1,\"name\":\"parent\"");

        HttpResponse<String> later = esb.send("create_service_category", child, KEY, "k");

        assertThat(json(later).get("result").asBoolean()).as(later.body()).isTrue();
        assertThat(later.headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a\tb", ""})
    void refusesAMalformedKey(String key) {
        assertThat(esb.refusal(1199006, BATCH, batch("a"), KEY, key)).contains(KEY);
        assertThat(esb.refusal(1199006, BATCH, batch("a"), KEY, "k".repeat(256)))
                .contains(KEY);
        esb.data(BATCH, batch("a"), KEY, "k".repeat(255));
    }

    @Test
    void runsOnceHoweverManySendTheSameKeyAtTheSameTime() throws Exception {
        Callable<HttpResponse<String>> sending = () -> esb.send(BATCH, batch("a"), KEY, "k");

        List<HttpResponse<String>> answers = Together.run(Collections.nCopies(8, sending));

        assertThat(answers).extracting(TermsTest::withoutRequestId).containsOnly(withoutRequestId(answers.get(0)));
        assertThat(answers)
                .filteredOn(answer ->
                        answer.headers().firstValue("Idempotent-Replayed").isEmpty())
                .hasSize(1);
    }
}
