package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.wire.ViolationWriter;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Bodies that are no JSON object: each gets a refusal that says what is wrong and where, and harms nothing. */
class HostileInputTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void serverStillWorks() {
        JsonNode answer = server.call(TestServer.ESB_PATH, Bodies.batch());
        assertThat(answer.get("result").asBoolean()).isTrue();
    }

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("", "empty"),
                Arguments.of("  \n ", "empty"),
                Arguments.of("[]", "must be a JSON object"),
                Arguments.of("7", "must be a JSON object"),
                Arguments.of("\"text\"", "must be a JSON object"),
                Arguments.of("null", "must be a JSON object"),
                Arguments.of("{", "not valid JSON at line 1, column 2"),
                Arguments.of("{\n  \"a\": 1,\n  \"b\" 2\n}", "not valid JSON at line 3"),
                Arguments.of("{\"a\":1,}", "not valid JSON at line 1"),
                Arguments.of("{'a':1}", "not valid JSON at line 1"),
                Arguments.of("{a:1}", "not valid JSON at line 1"),
                Arguments.of("{\"a\":01}", "not valid JSON at line 1"),
                Arguments.of("{\"a\":+1}", "not valid JSON at line 1"),
                Arguments.of("{\"a\":.5}", "not valid JSON at line 1"),
                Arguments.of("{\"a\":NaN}", "not valid JSON at line 1"),
                Arguments.of("{\"a\":-Infinity}", "not valid JSON at line 1"),
                Arguments.of("{\"a\":tru}", "not valid JSON at line 1"),
                Arguments.of("{\"a\":\"b\nc\"}", "not valid JSON at line 1"),
                Arguments.of("{\"a\":\"\\x\"}", "not valid JSON at line 1"),
                Arguments.of("{/* c */\"a\":1}", "not valid JSON at line 1"),
                Arguments.of("{\"a\":1} x", "follows the JSON object in the body, at line 1, column 9"),
                Arguments.of("{\"a\":1}\n{}", "follows the JSON object in the body, at line 2, column 1"),
                Arguments.of("{\"a\":1,\"b\":2,\n \"a\":3}", "the key \"a\" comes twice"),
                Arguments.of("{\"x\":[{\"k\":1,\"k\":1}]}", "the key \"k\" comes twice"),
                Arguments.of("{\"a\":1,\"\\u0061\":2}", "the key \"a\" comes twice"),
                Arguments.of("{" + members(500) + ",\"m0\":1}", "the key \"m0\" comes twice"),
                Arguments.of("{" + members(500) + ",\"m499\":1}", "the key \"m499\" comes twice"),
                Arguments.of("{\"a\":" + "[".repeat(20_000), "more than 64 levels deep, at line 1"),
                Arguments.of("{\"a\":".repeat(20_000), "more than 64 levels deep, at line 1"),
                Arguments.of("{\"a\":" + "9".repeat(5_000) + "}", "overlong number or name"),
                Arguments.of("{\"" + "n".repeat(5_000) + "\":1}", "overlong number or name"),
                Arguments.of("{\"a\":[" + "0,".repeat(1_100_000) + "0]}", "too many values"));
    }

    private static String members(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"m" + i + "\":" + i).collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void bodyIsRefusedWithWhatIsWrongAndWhere(String body, String message) {
        assertRefused(server.post(TestServer.ESB_PATH, body), message);
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                Arguments.of(bytes("{\"a\":\"", 0xFF, "\"}"), "UTF-8 at line 1, column 7"),
                Arguments.of(bytes("{\n\"a\":\"", 0xC3, "\"}"), "UTF-8 at line 2, column 6"),
                Arguments.of(bytes("{\"a\":\"", 0xC0, 0xAF, "\"}"), "UTF-8"),
                Arguments.of(bytes("{\"a\":\"", 0xED, 0xA0, 0x80, "\"}"), "UTF-8"),
                Arguments.of(bytes("{\"", 0xF5, 0x80, 0x80, 0x80, "\":1}"), "UTF-8"),
                Arguments.of("{\"a\":\"\u4e2d\"}".getBytes(Charset.forName("GBK")), "UTF-8"),
                Arguments.of("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE), "not valid JSON at line 1, column 2"),
                Arguments.of("{\"a\":1}".getBytes(StandardCharsets.UTF_16BE), "not valid JSON at line 1, column 1"),
                Arguments.of("{\"a\":1}".getBytes(StandardCharsets.UTF_16), "UTF-8"),
                Arguments.of("{\"a\":1}".getBytes(Charset.forName("UTF-32LE")), "not valid JSON"),
                Arguments.of(new byte[4096], "not valid JSON at line 1, column 1"));
    }

    private static byte[] bytes(Object... parts) {
        StringBuilder latin = new StringBuilder();
        for (Object part : parts) {
            latin.append(part instanceof Integer octet ? String.valueOf((char) octet.intValue()) : part);
        }
        return latin.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void bodyInAnotherEncodingIsRefused(byte[] body, String message) {
        assertRefused(server.post(TestServer.ESB_PATH, body), message);
    }

    private static void assertRefused(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode envelope = TestServer.JSON.readTree(answer.body());
        assertThat(envelope.get("code").asInt()).isEqualTo(1306000);
        assertThat(envelope.get("message").asString()).contains(message).doesNotContain("Exception");
        assertThat(envelope.get("data").isNull()).isTrue();
    }

    @Test
    void byteOrderMarkIsPassedOver() {
        JsonNode answer = server.call(TestServer.ESB_PATH, "\ufeff" + Bodies.batch());
        assertThat(answer.get("result").asBoolean()).isTrue();
    }

    @Test
    void depthThatIsAllowedIsRead() {
        String deep = "[".repeat(62) + "]".repeat(62);
        JsonNode answer =
                server.call(TestServer.ESB_PATH, Bodies.request("\"bk_biz_id\":1,\"processes\":[],\"deep\":" + deep));
        assertThat(answer.get("result").asBoolean()).isTrue();
        assertThat(answer.get("warnings").get(0).get("field").asString()).isEqualTo("deep");
    }

    @Test
    void floodOfUnknownKeysGetsAnAnswerOfBoundedSize() {
        String flood =
                IntStream.range(0, 60_000).mapToObj(i -> "\"k" + i + "\":0").collect(Collectors.joining(","));
        HttpResponse<String> answer =
                server.post(TestServer.ESB_PATH, Bodies.request("\"bk_biz_id\":1,\"processes\":[]," + flood));
        JsonNode envelope = TestServer.JSON.readTree(answer.body());
        assertThat(envelope.get("result").asBoolean()).isTrue();
        assertThat(envelope.get("warnings")).hasSize(ViolationWriter.MAX_ENTRIES);
        assertThat(envelope.get("warnings_truncated").asBoolean()).isTrue();
    }

    @Test
    void valuesOfEveryStrangeKindAreRefusedByTheField() {
        for (String value : new String[] {"1e400", "-0.0", "1E2", "99999999999999999999", "[[[]]]", "{\"\":{}}"}) {
            JsonNode answer = server.call(
                    TestServer.ESB_PATH,
                    Bodies.batch(Bodies.process("v", "v", ",\"proc_num\":{\"value\":" + value + "}")));
            assertThat(answer.get("code").asInt()).isEqualTo(1199000);
            assertThat(answer.get("errors").get(0).get("field").asString()).isEqualTo("proc_num");
        }
    }
}
