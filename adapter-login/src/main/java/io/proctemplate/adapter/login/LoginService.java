package io.proctemplate.adapter.login;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.proctemplate.adapter.login.LoginClient.NoAnswer;
import io.proctemplate.application.spi.PlatformLogin;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the platform's login with a GET that bears the token as {@code bk_token}; the answer is JSON with {@code result}
 * and {@code data.username} or {@code data.bk_username}. Anything else, and nothing in time, is no answer. A platform in
 * trouble keeps few waiting, is asked about a token by one of them, and left alone for a while when it keeps silent
 * again and again. Thread-safe.
 */
public final class LoginService implements PlatformLogin {
    private static final Logger LOG = LoggerFactory.getLogger(LoginService.class);

    /** So many questions without any answer, one after the other, ... */
    private static final int REPEATED = 3;

    /** ... and for so long none is asked; then a single one, to see whether it is well again. */
    static final Duration LEFT_ALONE = Duration.ofSeconds(5);

    private final Config config;
    private final LoginClient client;
    private final Semaphore waiting;
    private final SingleFlight<String, Optional<String>> questions = new SingleFlight<>();
    private final CircuitBreaker breaker;
    private final AtomicBoolean answered = new AtomicBoolean(true);

    private LoginService(Config config, Clock clock) {
        this.config = config;
        this.client = new LoginClient(config);
        this.waiting = new Semaphore(config.mostWaiting());
        this.breaker = breaker(clock);
    }

    /**
     * Where to ask.
     *
     * @param address http or https; what its query holds is sent along
     * @param timeout for an answer, from the first step of connecting to its last byte
     * @param mostWaiting how many may wait for answers at a time; the others are turned away
     */
    public record Config(URI address, Duration timeout, int mostWaiting) {
        /** Without the query, which may hold a secret. */
        @Override
        public String toString() {
            int port = address.getPort();
            return address.getScheme() + "://" + address.getHost() + (port < 0 ? "" : ":" + port) + address.getPath();
        }

        boolean isOpenToListeners() {
            try {
                return address.getScheme().equalsIgnoreCase("http")
                        && !InetAddress.getByName(address.getHost()).isLoopbackAddress();
            } catch (UnknownHostException e) {
                return true;
            }
        }
    }

    /** The login at an address, which is not asked yet. */
    public static LoginService at(Config config) {
        return at(config, Clock.systemUTC());
    }

    static LoginService at(Config config, Clock clock) {
        if (config.isOpenToListeners()) {
            LOG.warn("{} is plain HTTP: whoever listens on the way can take tokens, use https", config);
        }
        return new LoginService(config, clock);
    }

    /** An answer of the wrong form comes at once and keeps nobody waiting; tokens that provoke one must not stop the others. */
    private static CircuitBreaker breaker(Clock clock) {
        return CircuitBreaker.of(
                "platform's login",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindow(REPEATED, REPEATED, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .recordResult(Boolean.TRUE::equals)
                        .waitDurationInOpenState(LEFT_ALONE)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build());
    }

    @Override
    public Optional<String> userOf(String token) {
        if (!waiting.tryAcquire()) {
            throw new Busy();
        }
        try {
            return questions.get(token, this::ask);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        } finally {
            waiting.release();
        }
    }

    private Optional<String> ask(String token) {
        if (!breaker.tryAcquirePermission()) {
            throw new Unreachable("it kept silent and is left alone for a while");
        }
        boolean silent = false;
        try {
            Optional<String> user = client.userOf(token);
            tellThatItAnswers();
            return user;
        } catch (NoAnswer noAnswer) {
            silent = true;
            throw told(noAnswer.unreachable());
        } catch (Unreachable noAnswer) {
            throw told(noAnswer);
        } finally {
            breaker.onResult(0, TimeUnit.NANOSECONDS, silent); // it would log exceptions
        }
    }

    private void tellThatItAnswers() {
        if (!answered.getAndSet(true)) {
            LOG.info("{} answers again", config);
        }
    }

    private Unreachable told(Unreachable noAnswer) {
        if (answered.getAndSet(false)) {
            LOG.warn("{} gives no usable answer, so its users are not logged in: {}", config, noAnswer.getMessage());
        }
        return noAnswer;
    }
}
