package io.proctemplate.adapter.http;

import static io.proctemplate.adapter.http.RawConnection.head;
import static io.proctemplate.adapter.http.RawConnection.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.http.HttpServer.Config;
import io.proctemplate.adapter.http.HttpServer.IdForm;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Paths, methods, header lines, connections: what HTTP itself brings. */
@Timeout(60)
class TransportTest {
    private static final String EMPTY = Bodies.batch();

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
    void serverStillWorksAndHoldsNoMemory() {
        assertSuccess(server.call(TestServer.ESB_PATH, EMPTY));
        // clients that went away are noticed a moment later
        while (!server.holdsNoRequest()) {
            Thread.onSpinWait();
        }
    }

    private static void assertSuccess(JsonNode answer) {
        assertThat(answer.get("result").asBoolean()).as("%s", answer).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/c/compapi/v2/cc/batch_create_proc_template/",
                "/api/c/compapi/v2/cc/batch_create_proc_template",
                "//api/c/compapi/v2/cc/batch_create_proc_template/",
                "//api/c/compapi/v2/cc/batch_create_proc_template",
                "/api/c/compapi/v2/cc/batch_create_proc_template/?x=%41&y;z",
                "http://localhost/api/c/compapi/v2/cc/batch_create_proc_template/",
                "/api/v3/createmany/proc/proc_template"
            })
    void pathOfTheCallIsFound(String path) {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(post(EMPTY).replace(TestServer.ESB_PATH, path));
            assertSuccess(connection.receive().json());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/",
        "POST,/api/c/compapi/v2/cc/",
        "POST,/api/c/compapi/v2/cc",
        "POST,/api/c/compapi/v2/cc/no_such_call/",
        "POST,/api/c/compapi/v2/cc/batch_create_proc_template//",
        "POST,/api/c/compapi/v2/cc/batch_create_proc_template/more",
        "POST,/api/c/compapi/v2/cc/%62atch_create_proc_template/",
        "POST,///api/c/compapi/v2/cc/batch_create_proc_template/",
        "GET,/api/c/compapi/v2/cc/batch_create_proc_template/",
        "PUT,/api/c/compapi/v2/cc/batch_create_proc_template/",
        "DELETE,/api/c/compapi/v2/cc/batch_create_proc_template/",
        "OPTIONS,/api/c/compapi/v2/cc/batch_create_proc_template/",
        "BREW,/api/c/compapi/v2/cc/batch_create_proc_template/",
        "OPTIONS,*",
        "POST,/../etc/passwd",
        "POST,/x/../api/c/compapi/v2/cc/batch_create_proc_template/",
        "POST,/api/c/compapi/v2/cc/./batch_create_proc_template/",
        "POST,/api/c/compapi/v2/cc/batch_create_proc_template;x=y",
        "POST,/api/c/compapi/v2/cc/batch_create_proc_template/;x=y",
        "POST,/api/c/compapi/v2/cc;x/batch_create_proc_template/",
        "POST,http://localhost/api/c/compapi/v2/cc/batch_create_proc_template/;x=y",
        "GET,/health/live;x=y",
        "POST,/health/live"
    })
    void unknownPathOrMethodIsAnsweredWith404InTheEnvelope(String method, String path) {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}");
            RawConnection.Answer answer = connection.receive();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().propertyNames())
                    .containsExactly("result", "code", "message", "permission", "request_id", "data");
            assertThat(answer.json().get("code").asInt()).isEqualTo(1306404);
            assertThat(answer.json().get("permission").isNull()).isTrue();
            assertThat(answer.json().get("data").isNull()).isTrue();
            assertThat(answer.headers())
                    .containsEntry(
                            "x-request-id", answer.json().get("request_id").asString());
            connection.send(post(EMPTY));
            assertSuccess(connection.receive().json());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v3/no/such/path",
                "/api/v3/createmany/proc/proc_template;",
                "/api/v3/find/proc/proc_template/id/1;x=y"
            })
    void unknownNativePathIsAnsweredSoThatClientsOfEitherFaceCanReadIt(String path) {
        HttpResponse<String> answer = server.post(path, "{}");
        assertThat(answer.statusCode()).isEqualTo(404);
        JsonNode envelope = TestServer.JSON.readTree(answer.body());
        assertThat(envelope.get("code").asInt()).isEqualTo(1306404);
        assertThat(envelope.get("bk_error_code").asInt()).isEqualTo(1306404);
        assertThat(envelope.get("bk_error_msg").asString()).contains("路径不存在");
    }

    @Test
    void headIsAnsweredWithoutABody() {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("HEAD " + TestServer.ESB_PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(connection.receiveHead().status()).isEqualTo(404);
            connection.send("HEAD /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(connection.receiveHead().status()).isEqualTo(200);
            connection.send(post(EMPTY));
            assertSuccess(connection.receive().json());
        }
    }

    @Test
    void connectIsRefused() {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send("CONNECT localhost:1 HTTP/1.1\r\nHost: localhost:1\r\n\r\n");
            assertThat(connection.receiveHead().status()).isGreaterThanOrEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "Application/JSON;charset=gbk",
                "application/vnd.api+json",
                " "
            })
    void declaredJsonIsRead(String type) {
        assertSuccess(raw(head("Content-Type: " + type, length(EMPTY)) + "\r\n" + EMPTY)
                .json());
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Type: text/plain",
        "Content-Type: application/x-www-form-urlencoded",
        "Content-Type: multipart/form-data; boundary=x",
        "Content-Type: application/xml",
        "Content-Type: json",
        "Content-Encoding: gzip",
        "'Content-Encoding: identity, br'"
    })
    void otherContentIsAnsweredWith415InTheEnvelope(String line) {
        RawConnection.Answer answer = raw(head(line, length(EMPTY)) + "\r\n" + EMPTY);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().get("code").asInt()).isEqualTo(1306415);
        assertThat(answer.json().get("message").asString()).contains(line.substring(line.indexOf(' ') + 1));
    }

    @Test
    void transferCodingBesideChunkedIsAnsweredWith415() {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("Transfer-Encoding: gzip, chunked") + "\r\n0\r\n\r\n");
            RawConnection.Answer answer = connection.receive();
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.json().get("message").asString()).contains("gzip, chunked");
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    private static String length(String body) {
        return "Content-Length: " + body.length();
    }

    private static RawConnection.Answer raw(String request) {
        try (RawConnection connection = new RawConnection(server.port())) {
            return connection.send(request).receive();
        }
    }

    @Test
    void bodyDeclaredTooLargeIsRefusedBeforeItIsSent() {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("Content-Length: 52428800") + "\r\n");
            RawConnection.Answer answer = connection.receive();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().get("code").asInt()).isEqualTo(1306413);
            assertThat(answer.json().get("message").asString()).contains("4194304");
        }
    }

    @Test
    void refusedLargeBodyIsSkippedAndTheConnectionStaysUsable() {
        byte[] large = new byte[50 << 20];
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("Content-Length: " + large.length) + "\r\n").send(large);
            assertThat(connection.receive().status()).isEqualTo(413);
            connection.send(post(EMPTY));
            assertSuccess(connection.receive().json());
        }
    }

    @Test
    void ordinaryClientOfALargeBodyReadsTheRefusal() {
        HttpResponse<String> answer = server.post(TestServer.ESB_PATH, new byte[50 << 20]);
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void chunkedBodyIsReadAndCounted() {
        try (RawConnection connection = new RawConnection(server.port())) {
            String chunked = head("Transfer-Encoding: chunked") + "\r\n";
            connection.send(chunked);
            for (String part : List.of(EMPTY.substring(0, 10), EMPTY.substring(10))) {
                connection.send(Integer.toHexString(part.length()) + "\r\n" + part + "\r\n");
            }
            connection.send("0\r\n\r\n");
            assertSuccess(connection.receive().json());

            connection.send(chunked);
            byte[] chunk =
                    ("100000\r\n" + " ".repeat(1 << 20) + "\r\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
            for (int i = 0; i < 5; i++) {
                connection.send(chunk);
            }
            connection.send("0\r\n\r\n");
            assertThat(connection.receive().status()).isEqualTo(413);

            connection.send(post(EMPTY));
            assertSuccess(connection.receive().json());
        }
    }

    @Test
    void bodyOfExactlyTheLimitIsRead() {
        String padded = EMPTY + " ".repeat((4 << 20) - EMPTY.length());
        assertSuccess(server.call(TestServer.ESB_PATH, padded));
        assertThat(server.post(TestServer.ESB_PATH, padded + " ").statusCode()).isEqualTo(413);
    }

    @Test
    void whereEverybodyKnowsTheCredentialsAForeignHostOrOriginIsRefused() {
        Config plain = TestServer.config(IdForm.NESTED);
        Config known = new Config(
                plain.host(),
                plain.port(),
                plain.esbIds(),
                plain.maxBatch(),
                plain.maxBodyBytes(),
                plain.requestTimeout(),
                plain.idleTimeout(),
                plain.shutdownGrace(),
                plain.capacity(),
                plain.connections(),
                true);
        try (TestServer guarded = TestServer.start(known);
                RawConnection connection = new RawConnection(guarded.port())) {
            String rest = " HTTP/1.1\r\n%s" + length(EMPTY) + "\r\n\r\n" + EMPTY;
            String request = "POST " + TestServer.ESB_PATH + rest;
            for (String foreign : List.of(
                    "Host: evil.example:" + guarded.port() + "\r\n",
                    "Host: localhost:" + guarded.port() + "\r\nOrigin: null\r\n")) {
                RawConnection.Answer answer =
                        connection.send(request.formatted(foreign)).receive();
                assertThat(answer.json().get("code").asInt()).isEqualTo(1306000);
            }
            assertSuccess(connection
                    .send(request.formatted("Host: localhost:" + guarded.port() + "\r\n"))
                    .receive()
                    .json());
        }
    }

    @Test
    void clientThatAsksBeforeItSendsIsToldToGoOnOrNot() {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("Expect: 100-continue", length(EMPTY)) + "\r\n");
            assertThat(connection.receive().status()).isEqualTo(100);
            connection.send(EMPTY);
            assertSuccess(connection.receive().json());
            connection.send(post(EMPTY));
            assertSuccess(connection.receive().json());
        }
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("Expect: 100-continue", "Content-Length: 52428800") + "\r\n");
            RawConnection.Answer answer = connection.receive();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.headers()).containsEntry("connection", "close");
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void requestsSentAheadAreAnsweredInOrder() {
        try (RawConnection connection = new RawConnection(server.port())) {
            StringBuilder ahead = new StringBuilder();
            for (int i = 0; i < 20; i++) {
                ahead.append(head("X-Request-ID: n" + i, length(EMPTY)))
                        .append("\r\n")
                        .append(EMPTY);
            }
            connection.send(ahead.toString());
            for (int i = 0; i < 20; i++) {
                assertThat(connection.receive().headers()).containsEntry("x-request-id", "n" + i);
            }
        }
    }

    @Test
    void bodyInSmallPiecesIsPutTogether() {
        String body = Bodies.batch(100);
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head(length(body)) + "\r\n");
            for (int start = 0; start < body.length(); start += 997) {
                connection.send(body.substring(start, Math.min(body.length(), start + 997)));
            }
            JsonNode answer = connection.receive().json();
            assertSuccess(answer);
            assertThat(answer.get("data").get(0)).hasSize(100);
        }
    }

    @Test
    void largeBodyIsReadWhole() {
        String body = Bodies.request("\"bk_biz_id\":1,\"processes\":[],\"x\":\"" + "y".repeat(3 << 20) + "\"");
        for (int i = 0; i < 5; i++) {
            assertSuccess(server.call(TestServer.ESB_PATH, body));
        }
    }

    @Test
    void clientsThatGoAwayMidwayHarmNobody() {
        for (int i = 0; i < 50; i++) {
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.send(head("Content-Length: 1000") + "\r\n{\"a\":");
            }
            try (RawConnection connection = new RawConnection(server.port())) {
                connection.send(post(EMPTY));
            }
        }
    }

    @Test
    void requestIdIsTheClientsIfItIsUsable() {
        assertThat(requestId("X-Bkapi-Request-Id", "gw-1", "X-Request-ID", "mine"))
                .isEqualTo("gw-1");
        assertThat(requestId("X-Request-ID", "mine_2.A-z")).isEqualTo("mine_2.A-z");
        assertThat(requestId("X-Bkapi-Request-Id", "no good", "X-Request-ID", "mine"))
                .isEqualTo("mine");
        String fresh = requestId("X-Request-ID", "x".repeat(65));
        assertThat(fresh).matches("[0-9a-f]{32}").isNotEqualTo(requestId());
    }

    @Test
    void theServersOwnIdIsToldWhereTheClientChoseTheOther() {
        List<String> own = new ArrayList<>();
        for (String path : List.of(TestServer.ESB_PATH, TestServer.NATIVE_PATH, "/nowhere", "/health/live")) {
            HttpResponse<String> answer =
                    server.send(path.equals("/health/live") ? "GET" : "POST", path, null, "X-Request-ID", "same");
            assertThat(answer.headers().firstValue("X-Request-ID")).contains("same");
            own.add(answer.headers().firstValue("X-Server-Request-ID").orElseThrow());
        }
        assertThat(own).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{32}"));
        assertThat(server.post(TestServer.ESB_PATH, EMPTY).headers().firstValue("X-Server-Request-ID"))
                .isEmpty();
    }

    private static String requestId(String... headers) {
        HttpResponse<String> answer = server.post(TestServer.ESB_PATH, EMPTY, headers);
        String id = TestServer.JSON.readTree(answer.body()).get("request_id").asString();
        assertThat(answer.headers().firstValue("X-Request-ID")).contains(id);
        return id;
    }

    @Test
    void nativeAnswerHasItsRequestIdInTheHeaderOnly() {
        HttpResponse<String> answer = server.post(TestServer.NATIVE_PATH, EMPTY, "X-Request-ID", "abc");
        assertThat(answer.headers().firstValue("X-Request-ID")).contains("abc");
        assertThat(answer.body()).doesNotContain("abc");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|400",
                "POST /?a=%zz HTTP/1.1|400",
                "POST /a b HTTP/1.1|400",
            })
    void whatIsNoHttpIsRefused(String line, int status) {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(line + "\r\nHost: localhost\r\n\r\n");
            assertThat(connection.receive().status()).isEqualTo(status);
        }
    }

    @Test
    void headersBeyondTheLimitsAreRefused() {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("X-Long: " + "x".repeat(100_000)));
            assertThat(connection.receive().status()).isEqualTo(400);
        }
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("X-Many: 1\r\n".repeat(500)));
            assertThat(connection.receive().status()).isEqualTo(400);
        }
    }

    @Test
    void lengthsThatContradictEachOtherAreRefused() {
        String two = head("Content-Length: 5", "Content-Length: 6") + "\r\nhello";
        assertThat(raw(two).status()).isEqualTo(400);
        String both = head("Content-Length: 5", "Transfer-Encoding: chunked") + "\r\n0\r\n\r\n";
        assertThat(raw(both).status()).isEqualTo(400);
        for (String length :
                List.of("-1", "+5", "x", "", "0x5", "5 5", "5,5", "18446744073709551621", " ".repeat(99) + "5")) {
            assertThat(raw(head("Content-Length: " + length) + "\r\nhello").status())
                    .as(length)
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Folded: a\r\n b\r\n",
                "X-Folded: a\r\n\tb\r\n",
                "Content-Length:\r\n 5\r\n",
                "Transfer-Encoding:\r\n chunked\r\n",
                " X-First: folds the request line\r\n",
                "X-Bare: a\nContent-Length: 5\r\n",
                "X-Return: a\rContent-Length: 5\r\n",
                "X-Space : a\r\n",
                "X Space: a\r\n",
                "X-Nul\0: a\r\n",
                "X-Nul: a\0b\r\n",
                ": a\r\n",
                "X-No-Colon\r\n",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n"
            })
    void headerThatAnotherReaderCouldReadDifferentlyIsRefused(String lines) {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head() + lines + "\r\n0\r\n\r\n");
            assertThat(connection.receive().status()).isEqualTo(400);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void whatIsHiddenInAFoldedHeaderOfALaterRequestIsRefusedToo() {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(post(EMPTY) + head("X-Folded: a", " b", length(EMPTY)) + "\r\n" + EMPTY);
            assertSuccess(connection.receive().json());
            assertThat(connection.receive().status()).isEqualTo(400);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2\n{}\r\n0\r\n\r\n",
                "2\r\n{}\n0\r\n\r\n",
                "2\r\n{}\r\n0\n\r\n",
                "2\r\n{}\r\n0\r\n\n",
                "2\r\n{}0\r\n\r\n",
                "2\r\n{}XX0\r\n\r\n",
                "2 \r\n{}\r\n0\r\n\r\n",
                " 2\r\n{}\r\n0\r\n\r\n",
                "0x2\r\n{}\r\n0\r\n\r\n",
                "-2\r\n{}\r\n0\r\n\r\n",
                "\r\n\r\n",
                ";x\r\n\r\n",
                "2;x\ny\r\n{}\r\n0\r\n\r\n",
                "2;x\0\r\n{}\r\n0\r\n\r\n",
                "10000000000000002\r\n{}\r\n0\r\n\r\n",
                "2\r\n{}\r\n0\r\nX-Trailer: a\n\r\n",
                "2\r\n{}\r\n0\r\nX-Trailer: a\r\n b\r\n\r\n",
                "2\r\n{}\r\n0\r\n X-Trailer: a\r\n\r\n"
            })
    void chunksThatAnotherReaderCouldReadDifferentlyAreRefused(String body) {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("Transfer-Encoding: chunked") + "\r\n" + body);
            RawConnection.Answer answer = connection.receive();
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.json().get("code").asInt()).isEqualTo(1306400);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void chunkExtensionsAndTrailersAreReadAsLongAsTheyAreShort() {
        String chunk = Integer.toHexString(EMPTY.length()) + ";name=\"value\";other\r\n" + EMPTY + "\r\n";
        String trailers = "X-Trailer: a\r\nX-Other: b\r\n\r\n";
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("Transfer-Encoding: Chunked") + "\r\n" + chunk + "000\r\n" + trailers);
            assertSuccess(connection.receive().json());
            connection.send(post(EMPTY));
            assertSuccess(connection.receive().json());
        }
        String longExtension = "2;" + "x".repeat(1000) + "\r\n{}\r\n0\r\n\r\n";
        assertThat(raw(head("Transfer-Encoding: chunked") + "\r\n" + longExtension)
                        .status())
                .isEqualTo(400);
        String longTrailers = "2\r\n{}\r\n0\r\n" + ("X-Trailer: " + "x".repeat(1000) + "\r\n").repeat(20) + "\r\n";
        assertThat(raw(head("Transfer-Encoding: chunked") + "\r\n" + longTrailers)
                        .status())
                .isEqualTo(400);
    }

    /** One that keeps to HTTP/1.0 would take the chunks for the next request. */
    @Test
    void connectionOfChunksInAnOlderVersionIsNotUsedAgain() {
        try (RawConnection connection = new RawConnection(server.port())) {
            String head =
                    head("Connection: keep-alive", "Transfer-Encoding: chunked").replace("HTTP/1.1", "HTTP/1.0");
            connection.send(head + "\r\n0\r\n\r\n");
            assertThat(connection.receive().status()).isEqualTo(200);
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void http10ClientGetsItsAnswerAndAClosedConnection() {
        try (RawConnection connection = new RawConnection(server.port())) {
            connection.send(post(EMPTY).replace("HTTP/1.1", "HTTP/1.0"));
            assertSuccess(connection.receive().json());
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void bodyWithoutALengthIsAnEmptyOne() {
        HttpRequest.Builder request = server.request(TestServer.ESB_PATH).POST(HttpRequest.BodyPublishers.noBody());
        assertThat(TestServer.send(request).body()).contains("the body is empty");
    }
}
