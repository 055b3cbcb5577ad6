package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.http.HttpServer.Capacity;
import io.proctemplate.adapter.http.HttpServer.Config;
import io.proctemplate.adapter.http.HttpServer.IdForm;
import io.proctemplate.application.Application;
import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One application sends far more than there is room for; another is served all the same. */
class FairnessTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int WORKERS = 4;
    private static final int QUEUE = 6;

    private final Flooded flooded = new Flooded();
    private final TestServer server = start();
    private final List<RawConnection> flood = new ArrayList<>();

    /** Calls of one application hang until they are let go, those of the others are done at once. */
    private static final class Flooded implements OnlyCreate {
        private final CountDownLatch end = new CountDownLatch(1);
        private final Semaphore begun = new Semaphore(0);

        @Override
        public Outcome<List<Long>> createBatch(Caller caller, BatchCreate batch) {
            if (caller.app().equals("esb_test")) {
                begun.release();
                try {
                    assertThat(end.await(1, TimeUnit.MINUTES)).isTrue();
                } catch (InterruptedException stopped) {
                    throw new IllegalStateException(stopped);
                }
            }
            return new Outcome.Done<>(List.of(), Violations.none());
        }

        void await(int calls) {
            try {
                assertThat(begun.tryAcquire(calls, 1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    /** Where the credentials stand. */
    private enum Place {
        HEADER {
            @Override
            String request(String app) {
                String body = Bodies.batch();
                return RawConnection.head(
                                "X-Bkapi-Authorization: {" + credentials(app) + "}", "Content-Length: " + body.length())
                        + "\r\n" + body;
            }
        },
        BODY {
            @Override
            String request(String app) {
                String body = "{" + credentials(app) + ",\"bk_biz_id\":1,\"processes\":[]}";
                return RawConnection.post(body);
            }
        };

        abstract String request(String app);

        private static String credentials(String app) {
            return "\"bk_app_code\":\"" + app + "\",\"bk_app_secret\":\"xxx\",\"bk_token\":\"xxx\"";
        }
    }

    private TestServer start() {
        Config config = new Config(
                "127.0.0.1",
                0,
                IdForm.NESTED,
                100,
                4L << 20,
                LONG,
                LONG,
                LONG,
                new Capacity(WORKERS, QUEUE, 50),
                TestServer.CONNECTIONS);
        Application application = Applications.over(TestServer.seeded(), Clock.systemUTC());
        return TestServer.start(config, application, flooded, () -> true);
    }

    @AfterEach
    void stop() {
        flooded.end.countDown();
        flood.forEach(RawConnection::close);
        server.close();
    }

    private void flood(Place place, int requests) {
        for (int i = 0; i < requests; i++) {
            RawConnection connection = new RawConnection(server.port());
            flood.add(connection);
            connection.send(place.request("esb_test"));
        }
    }

    private int answerOfAnother(Place place) {
        try (RawConnection connection = new RawConnection(server.port())) {
            return connection.send(place.request("needs_login")).receive().status();
        }
    }

    /** Takes the answers of those of the flood that are refused, until {@code count} were. */
    private void awaitRefused(int count) {
        int refused = 0;
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (refused < count) {
            assertThat(System.nanoTime() - deadline).as("refused: %d", refused).isNegative();
            RawConnection answered =
                    flood.stream().filter(RawConnection::hasAnswer).findFirst().orElse(null);
            if (answered == null) {
                Thread.onSpinWait();
            } else {
                RawConnection.Answer answer = answered.receive();
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.headers()).containsEntry("retry-after", "1");
                assertThat(answer.body()).contains("1199997");
                flood.remove(answered);
                refused++;
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isServedAtOnceWhileTheOtherFillsItsShareOfWorkersAndQueue(Place place) {
        assertThat(answerOfAnother(place)).isEqualTo(200);

        flood(place, WORKERS / 2);
        flooded.await(WORKERS / 2); // the line is empty again: what comes next fills it to its last place
        flood(place, 40);
        awaitRefused(40 - QUEUE / 2);

        for (int i = 0; i < 20; i++) {
            assertThat(answerOfAnother(place)).isEqualTo(200);
        }
        assertThat(flood).hasSize(WORKERS / 2 + QUEUE / 2).noneMatch(RawConnection::hasAnswer);
        flooded.end.countDown();
        assertThat(flood).allMatch(connection -> connection.receive().status() == 200);
    }

    @ParameterizedTest
    @EnumSource
    void takesTheRoomThatTheOtherHadWhileItWasAlone(Place place) {
        flood(place, WORKERS);
        flooded.await(WORKERS);
        flood(place, QUEUE + 1);
        awaitRefused(1);

        try (RawConnection another = new RawConnection(server.port())) {
            another.send(place.request("needs_login"));
            awaitRefused(1);
            assertThat(another.hasAnswer()).isFalse();
            flooded.end.countDown();
            assertThat(another.receive().status()).isEqualTo(200);
        }
        assertThat(flood).hasSize(WORKERS + QUEUE - 1);
        assertThat(flood).allMatch(connection -> connection.receive().status() == 200);
    }
}
