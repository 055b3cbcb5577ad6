package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The program with a platform's login that accepts connections and says nothing. */
class SilentLoginTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int UNKNOWN = 32;
    private static final int WORKERS = 8;
    private static final int PATIENCE_SECONDS = 60;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CompletionService<HttpResponse<String>> answers = new ExecutorCompletionService<>(threads);
    private final List<Socket> asked = new CopyOnWriteArrayList<>();

    private ServerSocket login;

    @BeforeEach
    void listen() throws IOException {
        login = new ServerSocket(0, UNKNOWN, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    @AfterEach
    void stop() throws IOException {
        login.close();
        threads.shutdownNow();
    }

    private void accept() {
        try {
            while (true) {
                asked.add(login.accept());
            }
        } catch (IOException closed) {
            asked.forEach(SilentLoginTest::close);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> ask(Client client, String token) {
        byte[] body = """
                {"bk_app_code":"esb_test","bk_app_secret":"xxx","bk_token":"%s","bk_biz_id":1,"processes":[]}
                """.formatted(token).getBytes(StandardCharsets.UTF_8);
        return client.answer("POST", Client.CALL, body);
    }

    private HttpResponse<String> next() throws Exception {
        Future<HttpResponse<String>> next = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("an answer").isNotNull();
        return next.get();
    }

    private static int code(HttpResponse<String> answer) {
        return Client.code(JSON.readTree(answer.body()));
    }

    /** Whoever waits for it would wait for longer than this test does. */
    @Test
    void keepsAQuarterOfTheWorkersWaitingAndNobodyWhomItDoesNotConcern(@TempDir Path directory) throws Exception {
        try (Child program = Child.start(
                directory,
                "--demo",
                "--http-port=0",
                "--http-workers=" + WORKERS,
                "--login-timeout-seconds=60",
                "--request-timeout-seconds=600",
                "--login-url=http://127.0.0.1:" + login.getLocalPort() + "/")) {
            Client client = new Client(program.port());
            for (int i = 0; i < UNKNOWN; i++) {
                String token = "unknown " + i;
                answers.submit(() -> ask(client, token));
            }

            for (int i = 0; i < UNKNOWN - WORKERS / 4; i++) {
                HttpResponse<String> refused = next();
                assertThat(code(refused)).as(refused.body()).isEqualTo(1199997);
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            }
            for (int i = 0; i < WORKERS; i++) {
                assertThat(code(ask(client, "xxx"))).isZero();
            }

            assertThat(answers.poll()).isNull();
            login.close();
            for (int i = 0; i < WORKERS / 4; i++) {
                assertThat(code(next())).isEqualTo(1306000);
            }
            assertThat(asked).hasSize(WORKERS / 4);
        }
    }
}
