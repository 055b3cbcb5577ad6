package io.proctemplate.adapter.http;

import static io.proctemplate.adapter.http.Golden.assertGolden;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Who calls (wire contract, section 3). Every body here asks for an empty batch, which needs no more than rights. */
class CredentialsTest {
    private static final String EMPTY_BATCH = "\"bk_biz_id\":1,\"service_template_id\":1,\"processes\":[]";
    private static final String GATEWAY = "X-Bkapi-Authorization";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode callWith(String credentials, String... headers) {
        return server.call(
                TestServer.ESB_PATH,
                "{" + (credentials.isEmpty() ? "" : credentials + ",") + EMPTY_BATCH + "}",
                headers);
    }

    private static void assertRefused(JsonNode answer, int code, String... messageParts) {
        assertThat(answer.get("result").asBoolean()).isFalse();
        assertThat(answer.get("code").asInt()).isEqualTo(code);
        for (String part : messageParts) {
            assertThat(answer.get("message").asString()).contains(part);
        }
        assertThat(answer.get("data").isNull()).isTrue();
        assertThat(answer.has("errors")).isFalse();
    }

    private static void assertAccepted(JsonNode answer) {
        assertThat(answer.get("message").asString()).isEqualTo("success");
    }

    @Test
    void missingSecretIsToldBeforeMissingCode() {
        assertRefused(callWith(""), 1306000, "bk_app_secret is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"bk_app_code\":\"\",", "\"bk_app_code\":null,"})
    void missingCodeIsTold(String code) {
        assertRefused(callWith(code + "\"bk_app_secret\":\"xxx\""), 1306000, "bk_app_code is missing");
    }

    @Test
    void unknownDisabledAndWronglyProvenApplicationsGetOneAndTheSameAnswer() {
        List<JsonNode> answers = List.of(
                callWith(
                        "\"bk_app_code\":\"nobody\",\"bk_app_secret\":\"xxx\",\"bk_token\":\"xxx\"",
                        "X-Request-ID",
                        "r"),
                callWith(
                        "\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"yyy\",\"bk_token\":\"xxx\"",
                        "X-Request-ID",
                        "r"),
                callWith(
                        "\"bk_app_code\":\"disabled\",\"bk_app_secret\":\"xxx\",\"bk_token\":\"xxx\"",
                        "X-Request-ID",
                        "r"));
        assertRefused(answers.get(0), 1306000, "bk_app_code", "bk_app_secret");
        assertThat(answers).containsOnly(answers.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"never-seen", "stale"})
    void tokenMustBeOfALiveLoginWhateverUserIsNamed(String token) {
        JsonNode answer = callWith(
                "\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"xxx\",\"bk_token\":\"" + token
                        + "\"");
        assertRefused(answer, 1306000, "bk_token");
    }

    @Test
    void tokensUserCountsAndNotTheNamedOne() {
        assertAccepted(
                callWith(
                        "\"bk_app_code\":\"needs_login\",\"bk_app_secret\":\"xxx\",\"bk_token\":\"xxx\",\"bk_username\":\"other\""));
    }

    @Test
    void namedUserIsAcceptedFromAnExemptApplicationOnly() {
        assertAccepted(callWith("\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"xxx\""));
        assertRefused(
                callWith("\"bk_app_code\":\"needs_login\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"xxx\""),
                1306000,
                "bk_username");
    }

    @Test
    void someUserIsNeeded() {
        assertRefused(
                callWith("\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\""), 1306000, "bk_token", "bk_username");
    }

    @Test
    void applicationNeedsTheRightToTheCall() {
        assertRefused(
                callWith("\"bk_app_code\":\"reader\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"xxx\""),
                1306403,
                "reader",
                "batch_create_proc_template");
    }

    @Test
    void userNeedsTheRightOnTheResourceWhichIsDescribedInFull() {
        String id = "e43da4ef221746868dc4c837d36f3807";
        String credentials = "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"guest\",";
        String body = credentials + EMPTY_BATCH + "}";
        String standalone = credentials + "\"bk_biz_id\":1,\"processes\":[]}";
        assertGolden(
                "forbidden-en.json",
                server.post(TestServer.ESB_PATH, body, "X-Request-ID", id).body());
        assertGolden(
                "forbidden-zh.json", server.post(TestServer.NATIVE_PATH, body).body());
        assertGolden(
                "forbidden-standalone.json",
                server.post(TestServer.ESB_PATH, standalone, "X-Request-ID", id).body());
    }

    @Test
    void lackOfRightsDoesNotTellWhatExists() {
        String credentials = "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"guest\",";
        JsonNode there = server.call(TestServer.ESB_PATH, credentials + "\"bk_biz_id\":1,\"processes\":[]}");
        JsonNode notThere = server.call(TestServer.ESB_PATH, credentials + "\"bk_biz_id\":9,\"processes\":[]}");
        assertRefused(there, 9900403);
        assertRefused(notThere, 9900403);
    }

    @Test
    void shapeIsToldBeforeRightsAndRightsBeforeValues() {
        String credentials = "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"guest\",";
        JsonNode shape = server.call(TestServer.ESB_PATH, credentials + "\"bk_biz_id\":\"1\",\"processes\":[]}");
        assertThat(shape.get("code").asInt()).isEqualTo(1199000);
        JsonNode value = server.call(TestServer.ESB_PATH, credentials + "\"bk_biz_id\":1,\"processes\":[{}]}");
        assertThat(value.get("code").asInt()).isEqualTo(9900403);
    }

    @ParameterizedTest
    @CsvSource({"app_code,app_secret,username", "bk_app_code,app_secret,bk_username", "app_code,bk_app_secret,username"
    })
    void shortNamesMeanTheSame(String code, String secret, String user) {
        assertAccepted(callWith("\"" + code + "\":\"esb_test\",\"" + secret + "\":\"xxx\",\"" + user + "\":\"xxx\""));
    }

    @Test
    void fullNamesWinOverShortOnes() {
        assertAccepted(callWith(
                "\"app_code\":\"nobody\",\"bk_app_code\":\"esb_test\",\"app_secret\":\"no\",\"bk_app_secret\":\"xxx\","
                        + "\"username\":\"guest\",\"bk_username\":\"xxx\""));
    }

    @Test
    void credentialsAreNoUnknownKeys() {
        JsonNode answer = callWith(Bodies.CREDENTIALS
                + ",\"app_code\":\"a\",\"app_secret\":\"b\",\"username\":\"c\",\"bk_supplier_account\":\"0\"");
        assertThat(answer.has("warnings")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "[\"xxx\"]", "{\"a\":1}", "1.5"})
    void credentialThatIsNoTextIsRefusedByItsName(String value) {
        assertRefused(
                callWith("\"bk_app_code\":\"esb_test\",\"bk_app_secret\":" + value),
                1306000,
                "bk_app_secret",
                "string");
        assertThat(callWith("\"bk_app_code\":\"esb_test\",\"bk_app_secret\":" + value)
                        .toString())
                .doesNotContain("xxx");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bk_app_code", "app_code", "bk_app_secret", "app_secret", "bk_token", "bk_username", "username"})
    void credentialOfMoreThan256BytesIsRefusedByItsName(String name) {
        for (String value : List.of("x".repeat(257), "汉".repeat(86), "x".repeat(3_000_000))) {
            assertRefused(callWith("\"" + name + "\":\"" + value + "\""), 1306000, name, "256 bytes");
        }
        String header = "{\"" + name + "\":\"" + "x".repeat(257) + "\"}";
        assertRefused(callWith(Bodies.CREDENTIALS, GATEWAY, header), 1306406, GATEWAY);
        assertThat(server.send(
                                "GET",
                                Family.esbPath("list_service_category") + "?" + name + "=" + "x".repeat(257),
                                null)
                        .body())
                .contains("1306000", "256 bytes");
    }

    @Test
    void credentialOfUpTo256BytesIsLookedAt() {
        for (String user : List.of("x".repeat(256), "汉".repeat(85) + "x")) {
            assertRefused(
                    callWith("\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"" + user + "\""),
                    9900403);
        }
    }

    @Test
    void gatewaysHeaderAloneCountsWhereItIsThere() {
        String good = "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"xxx\"}";
        assertAccepted(callWith("\"bk_app_code\":7,\"bk_app_secret\":\"wrong\"", GATEWAY, good));
        assertRefused(
                callWith(Bodies.CREDENTIALS, GATEWAY, "{\"bk_app_code\":\"esb_test\"}"),
                1306000,
                "bk_app_secret is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "[]", "\"xxx\"", "{\"bk_app_code\":", "{\"bk_app_code\":5}", "{} {}"})
    void gatewaysHeaderMustBeAnObjectOfTexts(String header) {
        assertRefused(callWith(Bodies.CREDENTIALS, GATEWAY, header), 1306406, GATEWAY);
    }

    @Test
    void twoOfTheGatewaysHeadersAreNone() {
        String good = "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"xxx\"}";
        assertRefused(callWith(Bodies.CREDENTIALS, GATEWAY, good, GATEWAY, good), 1306406, GATEWAY);
    }

    /** So that nobody who is not proven has a body kept. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"bk_app_code":"esb_test","bk_app_secret":"wrong","bk_token":"xxx"}  | 1306000
            {"bk_app_code":"nobody","bk_app_secret":"xxx","bk_token":"xxx"}      | 1306000
            {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_token":"stale"}  | 1306000
            {"bk_app_code":"esb_test","bk_app_secret":"xxx"}                     | 1306000
            {"bk_app_code":"reader","bk_app_secret":"xxx","bk_token":"xxx"}      | 1306403
            no object                                                            | 1306406
            """)
    void credentialsInTheHeaderAreProvenBeforeTheBodyIsReadOrWaitedFor(String header, int code) {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(
                    RawConnection.head(GATEWAY + ": " + header, "Expect: 100-continue", "Content-Length: 1000000")
                            + "\r\n");

            assertRefused(connection.receive().json(), code); // and is not told to go on
        }
    }

    @Test
    void aBodyOfAProvenCallerIsAskedFor() {
        String good = "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"xxx\",\"bk_username\":\"xxx\"}";
        String body = "{" + EMPTY_BATCH + "}";
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(RawConnection.head(
                            GATEWAY + ": " + good, "Expect: 100-continue", "Content-Length: " + body.length())
                    + "\r\n");

            assertThat(connection.receive().status()).isEqualTo(100);
            assertAccepted(connection.send(body).receive().json());
        }
    }

    @Test
    void credentialsThatAreWrongInTheBodyAreToldAfterWhatIsWrongWithTheBody() {
        String wrong = "{\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"wrong\",";
        assertRefused(server.call(TestServer.ESB_PATH, wrong + "\"x\":{\"a\":1,\"a\":2}}"), 1306000, "\"a\"");
        assertRefused(server.call(TestServer.ESB_PATH, wrong + "\"x\":[[[}"), 1306000, "line 1");
    }

    @Test
    void badHeaderIsToldBeforeABadBody() {
        assertRefused(server.call(TestServer.ESB_PATH, "{", GATEWAY, "x"), 1306406);
    }

    @Test
    void nativeFaceTakesTheSameCredentials() {
        JsonNode answer = server.call(TestServer.NATIVE_PATH, Bodies.request(EMPTY_BATCH));
        assertThat(answer.get("bk_error_msg").asString()).isEqualTo("success");
        JsonNode refused = server.call(TestServer.NATIVE_PATH, "{" + EMPTY_BATCH + "}");
        assertThat(refused.get("bk_error_code").asInt()).isEqualTo(1306000);
        assertThat(refused.get("bk_error_msg").asString()).contains("缺少 bk_app_secret");
    }
}
