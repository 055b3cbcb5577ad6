package io.proctemplate.adapter.http;

import static io.proctemplate.adapter.http.RawConnection.head;
import static io.proctemplate.adapter.http.RawConnection.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.http.HttpServer.Capacity;
import io.proctemplate.adapter.http.HttpServer.Config;
import io.proctemplate.adapter.http.HttpServer.IdForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlowSenderTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);

    private static Config config(Duration request, Duration idle, int workers) {
        return new Config(
                "127.0.0.1",
                0,
                IdForm.NESTED,
                100,
                4L << 20,
                request,
                idle,
                SHORT,
                new Capacity(workers, 128, 50),
                TestServer.CONNECTIONS);
    }

    private static void assertTooSlow(RawConnection connection) {
        RawConnection.Answer answer = connection.receive();
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.json().get("code").asInt()).isEqualTo(1306408);
        assertThat(answer.headers()).containsEntry("connection", "close");
        assertThat(connection.isClosedByServer()).isTrue();
    }

    @Test
    void senderThatStopsMidwayIsToldAndCutOff() {
        try (TestServer server = TestServer.start(config(LONG, SHORT, 1));
                RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("Content-Length: 100") + "\r\n{");
            assertTooSlow(connection);
            assertThat(server.letsGoOfEveryRequest()).isTrue();
        }
    }

    @Test
    void senderThatTricklesIsCutOffWhenItsTimeIsOver() {
        try (TestServer server = TestServer.start(config(SHORT, LONG, 1));
                RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("Transfer-Encoding: chunked") + "\r\n1\r\n{\r\n1\r\n");
            assertTooSlow(connection);
        }
    }

    @Test
    void senderThatNeverFinishesItsHeaderIsCutOff() {
        try (TestServer server = TestServer.start(config(LONG, SHORT, 1));
                RawConnection connection = new RawConnection(server.port())) {
            connection.send(head("X-Slow: "));
            assertThat(connection.isClosedByServer()).isTrue();
        }
    }

    @Test
    void everyOneOfManyIsCutOff() {
        List<RawConnection> slow = new ArrayList<>();
        try (TestServer server = TestServer.start(config(SHORT, LONG, 4))) {
            for (int i = 0; i < 400; i++) {
                RawConnection connection = new RawConnection(server.port());
                slow.add(connection.send(head("Content-Length: 100") + "\r\n{"));
                connection.send("\"");
            }
            assertThat(slow)
                    .allSatisfy(connection ->
                            assertThat(connection.receive().status()).isIn(408, 503));
            assertThat(server.letsGoOfEveryRequest()).isTrue();
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    @Test
    void manySlowSendersHoldNoWorker() {
        List<RawConnection> slow = new ArrayList<>();
        try (TestServer server = TestServer.start(config(LONG, LONG, 1))) {
            for (int i = 0; i < 64; i++) {
                RawConnection connection = new RawConnection(server.port());
                slow.add(connection.send(head("Content-Length: 100000") + "\r\n{"));
            }
            for (int i = 0; i < 10; i++) {
                assertThat(server.call(TestServer.ESB_PATH, Bodies.batch())
                                .get("result")
                                .asBoolean())
                        .isTrue();
            }
            try (RawConnection connection = new RawConnection(server.port())) {
                assertThat(connection.send(post(Bodies.batch())).receive().status())
                        .isEqualTo(200);
            }
        } finally {
            slow.forEach(RawConnection::close);
        }
    }
}
