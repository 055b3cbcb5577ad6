package io.proctemplate.adapter.http;

import static io.proctemplate.adapter.http.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FaultyBatchTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void fortyFaultsOfAHundredAreToldEachWithItsPlaceAndNothingIsCreated() {
        List<String> processes = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            boolean faulty = i % 5 < 2;
            processes.add(Bodies.process("q" + i, "q" + i, faulty ? ",\"proc_num\":{\"value\":0}" : ""));
        }
        JsonNode answer = server.call(TestServer.ESB_PATH, Bodies.batch(processes));
        assertThat(answer.get("code").asInt()).isEqualTo(1199006);
        assertThat(answer.get("data").isNull()).isTrue();
        assertThat(answer.get("errors")).hasSize(40);
        for (int k = 0; k < 40; k++) {
            int index = k / 2 * 5 + k % 2;
            JsonNode error = answer.get("errors").get(k);
            assertThat(error.get("index").asInt()).isEqualTo(index);
            assertThat(error.get("pointer").asString()).isEqualTo("/processes/" + index + "/spec/proc_num/value");
            assertThat(error.get("field").asString()).isEqualTo("proc_num");
            assertThat(error.get("rejected").asString()).isEqualTo("0");
        }
        JsonNode corrected = server.call(TestServer.ESB_PATH, Bodies.batch(Bodies.process("q0")));
        assertThat(corrected.get("result").asBoolean()).isTrue();
    }

    @Test
    void everyKindOfViolationHasItsEntryInBothLanguages() {
        String body = Bodies.request("""
                "bk_biz_id":1,"service_template_id":1,"colour":"red","processes":[
                {"spec":{"bk_process_name":{"value":"a","as_default_value":false},"bk_func_name":{"value":""},
                 "description":{"value":" x"},"user":{"value":"u\\u0000"},"proc_num":{"value":10001},
                 "port":{"value":"80"},"bk_gateway_ip":{"value":"1"},"shade":1,
                 "bind_info":{"value":[
                  {"row_id":1,"ip":{"value":"1"},"port":{"value":"80"},"protocol":{"value":"1"}},
                  {"row_id":1,"ip":{"value":"9"},"port":{"value":"x"},"protocol":{"value":"3"}},
                  {"ip":{"value":"5"},"port":{"value":"0"},"protocol":{"value":"2"}},
                  {"port":{"value":"9-8"},"protocol":{"value":"1"}},
                  {"port":{"value":"8,8"},"protocol":{"value":null}}]}}},
                {"bk_biz_id":2,"spec":{"bk_process_name":{"value":"a"},"bk_func_name":{"value":"f"},
                 "bind_info":{"value":[{"ip":{"value":"1"},"port":{"value":"70-90"},"protocol":{"value":"1"}}]},
                 "user":{"value":"%s"}}},
                {"spec":{"bk_process_name":{"value":"b"},"bk_func_name":{"value":"f"},
                 "bind_info":{"value":[{"ip":{"value":"1"},"port":{"value":"80"},"protocol":{"value":"1"}}]}}},
                {"spec":null}]
                """.formatted("é".repeat(129)));
        String id = "0123456789abcdef0123456789abcdef";
        for (String language : List.of("en", "zh-cn")) {
            String answer = server.post(TestServer.ESB_PATH, body, "X-Request-ID", id, "Blueking-Language", language)
                    .body();
            assertGolden("every-violation-" + language + ".json", pretty(answer));
        }
    }

    @Test
    void wrongTypesAreToldBeforeAnythingElse() {
        String body = Bodies.request("""
                "bk_biz_id":"1","service_template_id":1.0,"processes":[
                {"spec":{"bk_process_name":{"value":5},"bk_func_name":"f","proc_num":{"value":"1"},
                 "auto_start":{"value":1e3},"timeout":{"value":9223372036854775808,"as_default_value":"yes"},
                 "bind_info":{"value":{}}}},{"spec":[]},7]
                """);
        String answer = server.post(TestServer.ESB_PATH, body, "X-Request-ID", "0123456789abcdef0123456789abcdef")
                .body();
        assertGolden("wrong-types.json", pretty(answer));
    }

    @Test
    void moreThanTheLimitIsRefusedWithTheLimitInTheMessage() {
        JsonNode answer = server.call(TestServer.ESB_PATH, Bodies.batch(101));
        assertThat(answer.get("code").asInt()).isEqualTo(1199035);
        assertThat(answer.get("message").asString()).contains("processes", "101", "100");
        assertThat(answer.get("errors")).hasSize(1);
    }

    @Test
    void missingParametersAreNamed() {
        JsonNode answer = server.call(TestServer.ESB_PATH, "{" + Bodies.CREDENTIALS + "}");
        assertThat(answer.get("code").asInt()).isEqualTo(1199010);
        assertThat(answer.get("errors")).hasSize(2);
        assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo("bk_biz_id");
        assertThat(answer.get("errors").get(0).has("index")).isFalse();
        assertThat(answer.get("errors").get(1).get("field").asString()).isEqualTo("processes");
    }

    @Test
    void ownersThatDoNotExistOrDoNotBelongTogetherAreNamed() {
        assertOwner("\"bk_biz_id\":9", "bk_biz_id", "bk_biz_id 9 does not exist");
        assertOwner(
                "\"bk_biz_id\":1,\"service_template_id\":9", "service_template_id", "service_template_id 9 does not");
        assertOwner("\"bk_biz_id\":2,\"service_template_id\":1", "bk_biz_id", "does not belong to business 2");
    }

    private static void assertOwner(String scope, String field, String message) {
        JsonNode answer = server.call(TestServer.ESB_PATH, Bodies.request(scope + ",\"processes\":[]"));
        assertThat(answer.get("code").asInt()).isEqualTo(1199006);
        assertThat(answer.get("message").asString()).contains(message);
        assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo(field);
        assertThat(answer.get("errors").get(0).get("pointer").asString()).isEqualTo("/" + field);
    }

    @Test
    void rejectedValuesAreCutAtAHundredCharactersWithoutSplittingOne() {
        String smiles = "\\ud83d\\ude00".repeat(120);
        JsonNode answer = server.call(
                TestServer.ESB_PATH,
                Bodies.batch(Bodies.process("cut", "cut", ",\"user\":{\"value\":\"" + smiles + "\"}")));
        String rejected = answer.get("errors").get(0).get("rejected").asString();
        assertThat(rejected).isEqualTo("\ud83d\ude00".repeat(100));
    }

    @Test
    void loneSurrogatesBecomeReplacementCharacters() {
        JsonNode answer = server.call(
                TestServer.ESB_PATH, Bodies.batch(Bodies.process("s", "s", ",\"user\":{\"value\":\"a\\ud800b\"}")));
        JsonNode error = answer.get("errors").get(0);
        assertThat(error.get("rejected").asString()).isEqualTo("a\ufffdb");
        assertThat(error.get("message").asString()).contains("U+D800");
    }

    @Test
    void loneSurrogateInAKeyIsNoJson() {
        JsonNode answer = server.call(TestServer.ESB_PATH, Bodies.request("\"x\\udfffy\":1"));
        assertThat(answer.get("code").asInt()).isEqualTo(1306000);
    }

    private static String pretty(String json) {
        return TestServer.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(TestServer.JSON.readTree(json));
    }
}
