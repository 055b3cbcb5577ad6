package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.http.HttpServer.Capacity;
import io.proctemplate.adapter.http.HttpServer.Config;
import io.proctemplate.adapter.http.HttpServer.Connections;
import io.proctemplate.adapter.http.HttpServer.IdForm;
import io.proctemplate.adapter.http.HttpServer.KeyStoreFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How many connections there may be, and for how long. */
@Timeout(60)
class ConnectionsTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String ALIVE = "GET " + Health.LIVE + " HTTP/1.1\r\nHost: x\r\n\r\n";

    private static TestServer start(Connections connections) {
        return TestServer.start(new Config(
                "127.0.0.1", 0, IdForm.NESTED, 100, 4L << 20, LONG, LONG, SHORT, new Capacity(2, 8, 50), connections));
    }

    private static void assertServed(RawConnection connection) {
        assertThat(connection.receive().status()).isEqualTo(200);
    }

    @Test
    void whoeverComesBeyondTheLimitWaitsUntilAConnectionIsClosed() {
        int limit = Math.max(2, Runtime.getRuntime().availableProcessors());
        Deque<RawConnection> open = new ArrayDeque<>();
        try (TestServer server = start(new Connections(limit, LONG, null))) {
            for (int i = 0; i < limit; i++) {
                open.add(new RawConnection(server.port()).send(ALIVE));
            }
            open.forEach(ConnectionsTest::assertServed);
            try (RawConnection late = new RawConnection(server.port()).send(ALIVE)) {
                for (int i = 0; i < 100; i++) {
                    open.forEach(connection -> assertServed(connection.send(ALIVE)));
                }
                assertThat(late.hasAnswer()).isFalse();
                open.removeFirst().close();
                assertServed(late);
            }
        } finally {
            open.forEach(RawConnection::close);
        }
    }

    @Test
    void connectionWithoutARequestIsClosed() {
        try (TestServer server = start(new Connections(8, SHORT, null));
                RawConnection silent = new RawConnection(server.port());
                RawConnection done = new RawConnection(server.port())) {
            assertServed(done.send(ALIVE));
            assertThat(done.isClosedByServer()).isTrue();
            assertThat(silent.isClosedByServer()).isTrue();
        }
    }

    @Test
    void nonsenseIsNoConfiguration() {
        assertThatThrownBy(() -> new Connections(0, LONG, null)).hasMessage("max is not positive");
        assertThatThrownBy(() -> new Connections(1, Duration.ZERO, null)).hasMessage("keepAlive is not positive");
    }

    @Test
    void passwordOfTheKeyStoreIsNotShown() {
        Connections connections = new Connections(1, LONG, new KeyStoreFile(Path.of("server.p12"), "s3cret"));
        assertThat(connections.toString()).contains("server.p12").doesNotContain("s3cret");
    }
}
