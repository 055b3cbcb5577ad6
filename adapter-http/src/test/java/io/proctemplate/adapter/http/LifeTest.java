package io.proctemplate.adapter.http;

import static io.proctemplate.adapter.http.RawConnection.head;
import static io.proctemplate.adapter.http.RawConnection.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.http.HttpServer.CannotListen;
import io.proctemplate.adapter.http.HttpServer.Capacity;
import io.proctemplate.adapter.http.HttpServer.Config;
import io.proctemplate.adapter.http.HttpServer.IdForm;
import io.proctemplate.application.Application;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.Background;
import io.proctemplate.domain.violation.Violations;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Starting, being full, being well, stopping. */
class LifeTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    /** A use case that begins, and ends when it is let. */
    private static final class Held implements OnlyCreate {
        private final CountDownLatch end = new CountDownLatch(1);
        private final CountDownLatch begun;

        Held(int calls) {
            begun = new CountDownLatch(calls);
        }

        @Override
        public Outcome<List<Long>> createBatch(
                io.proctemplate.application.api.Caller caller, io.proctemplate.application.api.BatchCreate batch) {
            begun.countDown();
            await(end);
            return new Outcome.Done<>(List.of(), Violations.none());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static TestServer start(OnlyCreate processTemplates, int workers, int queued, Duration grace) {
        Config config = new Config(
                "127.0.0.1",
                0,
                IdForm.NESTED,
                100,
                4L << 20,
                LONG,
                LONG,
                grace,
                new Capacity(workers, queued, 50),
                TestServer.CONNECTIONS);
        Application application = Applications.over(TestServer.seeded(), Clock.systemUTC());
        return TestServer.start(config, application, processTemplates, () -> true);
    }

    @Test
    void portInUseIsOneClearLine() {
        try (TestServer first = TestServer.start()) {
            Config second = Config.at("127.0.0.1", first.port());
            assertThatThrownBy(() -> TestServer.start(second))
                    .isInstanceOf(CannotListen.class)
                    .hasMessage("cannot listen on 127.0.0.1:" + first.port() + ": Address already in use");
        }
    }

    @Test
    void unknownHostIsOneClearLine() {
        assertThatThrownBy(() -> TestServer.start(Config.at("no.such.host.invalid", 0)))
                .isInstanceOf(CannotListen.class)
                .hasMessage("cannot listen on no.such.host.invalid:0: unknown host");
    }

    @Test
    void defaultsAreAsDocumented() {
        Config config = Config.at("127.0.0.1", 8080);
        assertThat(config.esbIds()).isEqualTo(IdForm.NESTED);
        assertThat(config.maxBatch()).isEqualTo(100);
        assertThat(config.maxBodyBytes()).isEqualTo(4 * 1024 * 1024);
        assertThat(config.requestTimeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.idleTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.shutdownGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.capacity().queue()).isEqualTo(512);
    }

    @Test
    void nonsenseIsNoConfiguration() {
        assertThatThrownBy(() -> Config.at("127.0.0.1", 65_536)).hasMessage("port is not in 0…65535");
        assertThatThrownBy(() -> start((caller, batch) -> null, 0, 1, LONG)).hasMessage("workers is not positive");
    }

    @Test
    void whatIsUnderWayIsFinishedBeforeTheServerStops() throws InterruptedException {
        Held held = new Held(1);
        TestServer server = start(held, 2, 4, LONG);
        try (RawConnection running = new RawConnection(server.port());
                RawConnection idle = new RawConnection(server.port())) {
            running.send(post(Bodies.batch()));
            await(held.begun);
            idle.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n").receive();
            Thread closing = new Thread(server::close);
            closing.start();
            assertRefusesConnections(server.port());
            RawConnection.Answer late = idle.send(post(Bodies.batch())).receive();
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.headers()).containsEntry("connection", "close");
            assertThat(closing.isAlive()).isTrue();
            held.end.countDown();
            RawConnection.Answer answer = running.receive();
            assertThat(answer.json().get("message").asString()).isEqualTo("success");
            closing.join();
            assertThat(running.isClosedByServer()).isTrue();
        }
    }

    private static void assertRefusesConnections(int port) {
        while (true) {
            try {
                new RawConnection(port).close();
                Thread.onSpinWait();
            } catch (UncheckedIOException refused) {
                return;
            }
        }
    }

    @Test
    void stopDoesNotWaitLongerThanItsGrace() {
        Held held = new Held(1);
        TestServer server = start(held, 1, 1, Duration.ofMillis(100));
        try (RawConnection running = new RawConnection(server.port())) {
            running.send(post(Bodies.batch()));
            await(held.begun);
            server.close();
            assertThat(held.end.getCount()).isEqualTo(1);
            assertThat(running.isClosedByServer()).isTrue();
        }
    }

    @Test
    void whatNoWorkerAndNoQueueHasRoomForIsToldToComeAgain() throws Exception {
        Held held = new Held(1);
        try (TestServer server = start(held, 1, 1, LONG);
                RawConnection running = new RawConnection(server.port())) {
            running.send(post(Bodies.batch()));
            await(held.begun);
            // one of these two finds room in the queue
            CompletableFuture<HttpResponse<String>> first = postLater(server);
            CompletableFuture<HttpResponse<String>> second = postLater(server);
            CompletableFuture.anyOf(first, second).get(1, TimeUnit.MINUTES);
            HttpResponse<String> refused = first.isDone() ? answer(first) : answer(second);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("1");
            assertThat(refused.body()).contains("1199997");
            assertThat(TestServer.send(server.request(Health.LIVE).GET()).statusCode())
                    .isEqualTo(200);
            assertThat(TestServer.send(server.request(Health.READY).GET()).statusCode())
                    .isEqualTo(503);
            held.end.countDown();
            assertThat(running.receive().status()).isEqualTo(200);
            HttpResponse<String> queued = answer(first).statusCode() == 503 ? answer(second) : answer(first);
            assertThat(queued.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoIsToldToComeAgainCanDoSoOnTheSameConnection() throws Exception {
        Held held = new Held(1);
        try (TestServer server = start(held, 1, 1, LONG);
                RawConnection running = new RawConnection(server.port());
                RawConnection queued = new RawConnection(server.port());
                RawConnection refused = new RawConnection(server.port())) {
            running.send(post(Bodies.batch()));
            await(held.begun);
            // one of these two finds room in the queue
            CompletableFuture<Integer> first = Background.start(
                    () -> queued.send(post(Bodies.batch())).receive().status());
            CompletableFuture<Integer> second = Background.start(
                    () -> refused.send(post(Bodies.batch())).receive().status());
            CompletableFuture.anyOf(first, second).get(1, TimeUnit.MINUTES);
            held.end.countDown();
            assertThat(List.of(answer(first), answer(second))).containsExactlyInAnyOrder(200, 503);

            RawConnection again = answer(first) == 503 ? queued : refused;
            assertThat(again.send(post(Bodies.batch())).receive().status()).isEqualTo(200);
            assertThat(again.send(post(Bodies.batch())).receive().status()).isEqualTo(200);
        }
    }

    private static <T> T answer(CompletableFuture<T> coming) throws Exception {
        return coming.get(1, TimeUnit.MINUTES);
    }

    private static CompletableFuture<HttpResponse<String>> postLater(TestServer server) {
        return Background.start(() -> server.post(TestServer.ESB_PATH, Bodies.batch()));
    }

    @Test
    void queuedRequestBodyIsReadOnAWorkerAndNotOnAnIoThread() {
        AtomicInteger onWorkers = new AtomicInteger();
        try (TestServer server = TestServer.over((caller, batch) -> {
            onWorkers.addAndGet(Thread.currentThread().getName().startsWith("http-worker-") ? 1 : 0);
            return new Outcome.Done<>(List.of(), Violations.none());
        })) {
            try (RawConnection connection = new RawConnection(server.port())) {
                String body = Bodies.batch();
                connection.send(head("Content-Length: " + body.length()) + "\r\n" + body.substring(0, 5));
                TestServer.send(server.request(Health.READY).GET());
                connection.send(body.substring(5)).receive();
            }
            assertThat(onWorkers).hasValue(1);
        }
    }

    @Test
    void readinessIsWhatItIsSaidToBe() {
        AtomicBoolean ready = new AtomicBoolean(true);
        Application application = Applications.over(TestServer.seeded(), Clock.systemUTC());
        try (TestServer server =
                TestServer.start(TestServer.config(IdForm.NESTED), application, application.processTemplates(), () -> {
                    if (!ready.get()) {
                        throw new IllegalStateException("storage is away");
                    }
                    return true;
                })) {
            HttpResponse<String> up =
                    TestServer.send(server.request("/health/ready").GET());
            assertThat(up.statusCode()).isEqualTo(200);
            assertThat(up.body()).isEqualTo("{\"status\":\"UP\",\"checks\":[]}");
            ready.set(false);
            HttpResponse<String> down =
                    TestServer.send(server.request("/health/ready").GET());
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body()).isEqualTo("{\"status\":\"DOWN\",\"checks\":[]}");
            assertThat(TestServer.send(server.request("/health/live").GET()).statusCode())
                    .isEqualTo(200);
        }
    }
}
