package io.proctemplate.adapter.http;

import static io.proctemplate.adapter.http.RawConnection.head;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LogSecrecyTest {
    private static final String SECRET = "s3cr3t-0f-th3-4pp";

    /** Requests that carry the secret in every place where a client may put it, well-formed or not. */
    private static List<String> requests() {
        String credentials =
                "\"bk_app_code\":\"esb_test\",\"bk_app_secret\":\"" + SECRET + "\",\"bk_token\":\"" + SECRET + "\"";
        String body = "{" + credentials + "}";
        String object = "{" + credentials + ",\"bk_username\":\"" + SECRET + "\"}";
        return List.of(
                withBody(body),
                withBody("{" + credentials),
                withBody("{\"bk_app_secret\":" + SECRET + "}"),
                withBody("{\"bk_app_secret\":[\"" + SECRET + "\"]}"),
                withBody("{\"bk_app_secret\":\"" + SECRET + "\",\"bk_app_secret\":\"" + SECRET + "\"}"),
                withBody("{\"bk_app_code\":\"" + SECRET + "\",\"bk_app_secret\":\"" + SECRET + "\"}"),
                withBody(body + SECRET),
                withBody("{}", "X-Bkapi-Authorization: " + object),
                withBody("{}", "X-Bkapi-Authorization: " + SECRET),
                withBody("{}", "X-Bkapi-JWT: " + SECRET, "Authorization: Bearer " + SECRET),
                withBody("{}", "Cookie: bk_token=" + SECRET + "; bk_ticket=\"" + SECRET, "Cookie: =" + SECRET + ";;"),
                withBody("{}", "Content-Type: text/" + SECRET),
                withBody(body, "Content-Encoding: gzip"),
                withBody(body).replace(TestServer.ESB_PATH, TestServer.ESB_PATH + "?bk_app_secret=" + SECRET),
                withBody(body).replace(TestServer.ESB_PATH, "/no/such/path?bk_app_secret=" + SECRET),
                "GET " + TestServer.ESB_PATH + "?bk_app_secret=" + SECRET + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + TestServer.ESB_PATH + "?bk_app_secret=" + SECRET + "%C3%28 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + TestServer.ESB_PATH + "?bk_app_secret=" + SECRET + "%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + TestServer.ESB_PATH + "?bk_app_secret=" + SECRET + "%4 HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + TestServer.ESB_PATH + "?" + SECRET + "%4&" + SECRET + "% HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + TestServer.ESB_PATH + ";bk_app_secret=" + SECRET + "%4?x=" + SECRET
                        + "% HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + TestServer.ESB_PATH + "?bk_app_secret=" + SECRET + "{} HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET http://x/?bk_app_secret=" + SECRET + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET " + TestServer.ESB_PATH + "?" + ("a=" + SECRET + "&").repeat(1500)
                        + " HTTP/1.1\r\nHost: x\r\n\r\n",
                head("X-Bkapi-Authorization : " + SECRET) + "\r\n",
                head("Content-Length: 1", "Content-Length: 2", "Authorization: " + SECRET) + "\r\n{",
                head("Transfer-Encoding: chunked") + "\r\n" + SECRET + "\r\n\r\n",
                head("X-Long: " + SECRET.repeat(5_000)) + "\r\n");
    }

    private static String withBody(String body, String... headers) {
        String[] all = new String[headers.length + 1];
        System.arraycopy(headers, 0, all, 1, headers.length);
        all[0] = "Content-Length: " + body.length();
        return head(all) + "\r\n" + body;
    }

    @Test
    void noSecretIsInAnyLogLineAtAnyLevel() {
        try (Logs logs = Logs.ofAll()) {
            try (TestServer server = TestServer.start()) {
                for (String request : requests()) {
                    try (RawConnection connection = new RawConnection(server.port())) {
                        connection.send(request).receive();
                    }
                }
            }
            assertThat(logs.lines()).anyMatch(line -> line.startsWith("io.undertow"));
            assertThat(logs.lines()).anyMatch(line -> line.startsWith("org.xnio"));
            assertThat(logs.lines()).filteredOn(line -> line.contains(SECRET)).isEmpty();
        }
    }

    @Test
    void accessLogHasOneLineForEachRequestWithTheProvenCaller() {
        try (Logs logs = Logs.of(AccessLog.class, Level.INFO);
                TestServer server = TestServer.start()) {
            server.post(TestServer.ESB_PATH, Bodies.batch(), "X-Request-ID", "good");
            server.post(TestServer.ESB_PATH, "{}", "X-Request-ID", "bad");
            server.post("/nowhere", "{}", "X-Request-ID", "lost");
            assertThat(logs.lines()).hasSize(3);
            assertThat(logs.lines().get(0))
                    .contains(
                            "request_id=good call=batch_create_proc_template app=esb_test caller=xxx status=200 code=0 micros=");
            assertThat(logs.lines().get(1)).contains("request_id=bad", "app=- caller=- status=200 code=1306000");
            assertThat(logs.lines())
                    .allSatisfy(line ->
                            assertThat(line).containsPattern(" micros=\\d+ server_request_id=[0-9a-f]{32}(\\s|$)"));
            assertThat(logs.lines().get(2)).contains("request_id=lost call=- app=- caller=- status=404 code=1306404");
        }
    }

    @Test
    void namesOfCallersCannotForgeLogLines() {
        try (Logs logs = Logs.of(AccessLog.class, Level.INFO);
                TestServer server = TestServer.start()) {
            server.post(
                    TestServer.ESB_PATH,
                    Bodies.batch()
                            .replace("\"bk_token\":\"xxx\"", "\"x\":0")
                            .replace("\"bk_username\":\"xxx\"", "\"bk_username\":\"a\\nb c\\u2028d\""));
            assertThat(logs.lines()).hasSize(1).allMatch(line -> line.contains("caller=a_b_c_d status"));
        }
    }

    @Test
    void defectIsLoggedOnceUnderTheIdTheClientGets() {
        try (Logs logs = Logs.of(Desk.class, Level.INFO);
                TestServer server = TestServer.over((caller, batch) -> {
                    throw new IllegalStateException("internal detail");
                })) {
            JsonNode answer = server.call(TestServer.ESB_PATH, Bodies.batch(), "X-Request-ID", "broken");
            assertThat(answer.get("code").asInt()).isEqualTo(1199999);
            assertThat(answer.get("message").asString()).contains("broken").doesNotContain("internal detail");
            assertThat(logs.lines()).hasSize(1);
            assertThat(logs.lines().get(0)).contains("request_id=broken", "IllegalStateException: internal detail");
        }
    }
}
