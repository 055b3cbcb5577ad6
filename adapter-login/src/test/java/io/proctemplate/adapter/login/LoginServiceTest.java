package io.proctemplate.adapter.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.proctemplate.adapter.login.LoginService.Config;
import io.proctemplate.application.spi.PlatformLogin.Busy;
import io.proctemplate.application.spi.PlatformLogin.Unreachable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Against a real server, which is well, slow, wrong or down. */
class LoginServiceTest {
    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final Duration IMPATIENT = Duration.ofMillis(200);
    private static final String TOKEN = "t0ken";
    private static final String ANN = "{\"result\":true,\"data\":{\"username\":\"ann\"}}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.TRACE);
        root.addAppender(log);
    }

    /** Whatever a test did: the token is in no line of any library. */
    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        assertThat(log.list).allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).doesNotContain(TOKEN, "k3y");
            assertThat(event.getThrowableProxy()).isNull();
        });
    }

    private String place() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/login/is_login/";
    }

    private LoginService service(Duration timeout) {
        return LoginService.at(new Config(URI.create(place()), timeout, 2));
    }

    private void answer(HttpHandler handler) {
        server.createContext("/", exchange -> {
            queries.add(String.valueOf(exchange.getRequestURI().getRawQuery()));
            handler.handle(exchange);
        });
    }

    private void answer(int status, String body) {
        answer(exchange -> send(exchange, status, body));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private static String assertUnreachable(LoginService service) {
        Unreachable unreachable = catchThrowableOfType(Unreachable.class, () -> service.userOf(TOKEN));
        assertThat(unreachable).isNotNull().hasNoCause().hasNoSuppressedExceptions();
        assertThat(unreachable.getMessage()).doesNotContain(TOKEN);
        return unreachable.getMessage();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ANN,
                "{\"result\":true,\"data\":{\"bk_username\":\"ann\"}}",
                "{\"code\":0,\"result\":true,\"message\":\"\",\"data\":{\"x\":{\"username\":\"eve\"},\"username\":\"\",\"bk_username\":\"ann\"}}",
                "{\"data\":{\"bk_username\":\"eve\",\"username\":\"ann\",\"roles\":[{}]},\"result\":true}"
            })
    void tellsTheUserOfALiveLogin(String body) {
        answer(200, body);

        assertThat(service(PATIENT).userOf(TOKEN)).contains("ann");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":false,\"data\":null}", "{\"result\":false,\"data\":{\"username\":\"ann\"}}"})
    void tellsThatThereIsNoLogin(String body) {
        answer(200, body);

        assertThat(service(PATIENT).userOf(TOKEN)).isEmpty();
        assertThat(log.list).noneMatch(event -> event.getLevel() == Level.WARN);
    }

    @Test
    void sendsTheTokenEncodedBehindTheParametersOfTheAddress() {
        answer(200, ANN);

        service(PATIENT).userOf("a b&c=+%/é?#\"");
        LoginService.at(new Config(URI.create(place() + "?app=x%20y&key=k3y"), PATIENT, 2))
                .userOf(TOKEN);

        assertThat(queries)
                .containsExactly(
                        "bk_token=a%20b%26c%3D%2B%25%2F%C3%A9%3F%23%22", "app=x%20y&key=k3y&bk_token=" + TOKEN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
                    500 | {"result":true,"data":{"username":"ann"}}                 | HTTP status 500
                    401 | {"result":false}                                          | HTTP status 401
                    204 |                                                           | HTTP status 204
                    200 | <html>t0ken</html>                                        | the answer is not JSON
                    200 | {"result":true,"data":{"username":"ann"}                  | the answer is not JSON
                    200 | {"result":true,"result":true,"data":{"username":"ann"}}   | the answer is not JSON
                    200 | {"result":true,"data":{"username":"ann"}} t0ken           | the answer is not JSON
                    200 | {"result":true,"data":{"username":"ann"}} {}              | something follows the answer
                    200 | [true]                                                    | the answer is not a JSON object
                    200 | {"data":{"username":"ann"}}                               | the answer has no "result" that is true or false
                    200 | {"result":"true","data":{"username":"ann"}}               | the answer has no "result" that is true or false
                    200 | {"result":true,"data":{"username":7}}                     | the answer names no user
                    200 | {"result":true,"data":["ann"]}                            | the answer names no user
                    200 | {"result":true,"username":"ann"}                          | the answer names no user
                    """)
    void takesNothingElseForAnAnswer(int status, String body, String reason) {
        answer(status, body == null ? "" : body);

        assertThat(assertUnreachable(service(PATIENT))).isEqualTo(reason);
    }

    @Test
    void doesNotFollowARedirectWithTheToken() {
        answer(exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere?bk_token=" + TOKEN);
            send(exchange, 302, "");
        });

        assertThat(assertUnreachable(service(PATIENT))).isEqualTo("HTTP status 302");
        assertThat(queries).hasSize(1);
    }

    @Test
    void stopsReadingABodyWithoutEnd() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[8192]);
                }
            }
        });

        assertThat(assertUnreachable(service(PATIENT))).isEqualTo("TooLongBody");
    }

    @Test
    void givesUpOnAServerThatAcceptsAndIsSilent() {
        answer(exchange -> awaitTheEnd());

        assertThat(assertUnreachable(service(IMPATIENT))).isEqualTo("no answer within 200 ms");
    }

    /** The client's own time-out does not see this. */
    @Test
    void givesUpOnAServerThatIsSilentWithinTheBody() {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"result\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            awaitTheEnd();
        });

        assertThat(assertUnreachable(service(IMPATIENT))).isEqualTo("no answer within 200 ms");
    }

    private void awaitTheEnd() {
        try {
            assertThat(end.await(PATIENT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitQuestions(int count) {
        long deadline = System.nanoTime() + PATIENT.toNanos();
        while (queries.size() < count) {
            assertThat(System.nanoTime() - deadline)
                    .as("questions: %s", queries.size())
                    .isNegative();
            Thread.onSpinWait();
        }
    }

    @Test
    void keepsAsManyWaitingAsItMayAndTurnsTheOthersAwayWithoutWaiting() throws Exception {
        answer(exchange -> {
            awaitTheEnd();
            send(exchange, 200, ANN);
        });
        LoginService service = service(PATIENT);
        List<Future<Optional<String>>> waiting =
                List.of(threads.submit(() -> service.userOf("one")), threads.submit(() -> service.userOf("other")));
        awaitQuestions(2);

        for (String token : List.of("one", "third", "fourth")) {
            assertThatThrownBy(() -> service.userOf(token)).isInstanceOf(Busy.class);
        }

        assertThat(waiting).noneMatch(Future::isDone);
        end.countDown();
        for (Future<Optional<String>> one : waiting) {
            assertThat(one.get(PATIENT.toSeconds(), TimeUnit.SECONDS)).contains("ann");
        }
        assertThat(queries).hasSize(2);
        assertThat(service.userOf("third")).contains("ann");
    }

    @Test
    void isAskedAboutATokenByOneOfThoseThatWait() throws Exception {
        answer(exchange -> {
            awaitTheEnd();
            send(exchange, 200, ANN);
        });
        LoginService service = service(PATIENT);
        Future<Optional<String>> first = threads.submit(() -> service.userOf(TOKEN));
        awaitQuestions(1);
        Thread second = new Thread(() -> service.userOf(TOKEN));
        second.start();
        while (second.getState() == Thread.State.NEW || second.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait(); // until it waits
        }

        end.countDown();

        assertThat(first.get(PATIENT.toSeconds(), TimeUnit.SECONDS)).contains("ann");
        second.join();
        assertThat(queries).hasSize(1);
    }

    /** A clock that stands still until it is moved. */
    private static final class HandMovedClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("a zone");
        }
    }

    @Test
    void isLeftAloneForAWhileWhenItKeepsSilentAgainAndAgain() {
        HandMovedClock clock = new HandMovedClock();
        answer(exchange -> {
            if (queries.size() <= 4) {
                awaitTheEnd();
            }
            send(exchange, 200, ANN);
        });
        LoginService service = LoginService.at(new Config(URI.create(place()), IMPATIENT, 2), clock);
        for (int i = 0; i < 3; i++) {
            assertThat(assertUnreachable(service)).isEqualTo("no answer within 200 ms");
        }

        assertThat(assertUnreachable(service)).isEqualTo("it kept silent and is left alone for a while");
        assertThat(queries).hasSize(3);
        clock.now = clock.now.plus(LoginService.LEFT_ALONE).plusMillis(1);
        assertThat(assertUnreachable(service)).isEqualTo("no answer within 200 ms");
        assertThat(assertUnreachable(service)).isEqualTo("it kept silent and is left alone for a while");
        assertThat(queries).hasSize(4);

        clock.now = clock.now.plus(LoginService.LEFT_ALONE).plusMillis(1);
        for (int i = 0; i < 4; i++) {
            assertThat(service.userOf(TOKEN)).contains("ann");
        }
        assertThat(queries).hasSize(8);
    }

    /** Or whoever finds a token that provokes one could keep everybody from logging in. */
    @Test
    void isNotLeftAloneForAnswersOfTheWrongForm() {
        answer(500, "");
        LoginService service = service(PATIENT);
        for (int i = 0; i < 10; i++) {
            assertThat(assertUnreachable(service)).isEqualTo("HTTP status 500");
        }
        assertThat(queries).hasSize(10);
    }

    @Test
    void isUnreachableWhenNobodyListensAndSaysSoOnce() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        LoginService service =
                LoginService.at(new Config(URI.create("http://127.0.0.1:" + port + "/?key=k3y"), PATIENT, 2));

        assertThat(assertUnreachable(service)).isNotEmpty();
        assertUnreachable(service);

        assertThat(log.list.stream().filter(event -> event.getLevel() == Level.WARN))
                .hasSize(1);
    }

    @Test
    void saysWhenItAnswersAgain() {
        answer(exchange -> send(exchange, queries.size() == 1 ? 503 : 200, ANN));
        LoginService service = service(PATIENT);

        assertUnreachable(service);
        assertThat(service.userOf(TOKEN)).contains("ann");
        assertThat(service.userOf(TOKEN)).contains("ann");

        assertThat(log.list.stream()
                        .filter(event -> event.getLoggerName().equals(LoginService.class.getName()))
                        .map(ILoggingEvent::getLevel))
                .containsExactly(Level.WARN, Level.INFO);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/,     false",
        "http://localhost:8/,   false",
        "http://[::1]/,         false",
        "https://192.0.2.1/,    false",
        "http://192.0.2.1/,     true",
        "HTTP://192.0.2.1:8/x,  true",
        "http://no.such.invalid/, true"
    })
    void warnsOfPlainHttpToOtherMachines(String address, boolean warns) {
        LoginService.at(new Config(URI.create(address + "?key=k3y"), PATIENT, 2));

        assertThat(log.list.stream().filter(event -> event.getLevel() == Level.WARN))
                .hasSize(warns ? 1 : 0);
    }
}
