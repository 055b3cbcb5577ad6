package io.proctemplate.adapter.login;

import io.proctemplate.application.spi.PlatformLogin;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the platform's login with a GET that bears the token as {@code bk_token}; the answer is JSON with {@code result}
 * and {@code data.username} or {@code data.bk_username}. Anything else, and nothing in time, is no answer. Thread-safe.
 */
public final class LoginService implements PlatformLogin {
    private static final Logger LOG = LoggerFactory.getLogger(LoginService.class);

    private static final int OK = 200;

    /** An answer is a few hundred bytes. */
    private static final int MAX_BODY_BYTES = 65_536;

    /** Longer than any platform's; what is longer is not worth a request. */
    private static final int MAX_TOKEN_CHARACTERS = 4096;

    /** A platform in trouble keeps no more requests than these waiting. */
    private static final int MOST_AT_ONCE = 8;

    private final Config config;
    private final HttpClient http;
    private final Semaphore room = new Semaphore(MOST_AT_ONCE);
    private final AtomicBoolean answered = new AtomicBoolean(true);

    private LoginService(Config config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER) // the token is for this address alone
                .connectTimeout(config.timeout())
                .build();
    }

    /**
     * Where to ask.
     *
     * @param address http or https; what its query holds is sent along
     * @param timeout for an answer, from the first step of connecting to its last byte
     */
    public record Config(URI address, Duration timeout) {
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
        if (config.isOpenToListeners()) {
            LOG.warn("{} is plain HTTP: whoever listens on the way can take tokens, use https", config);
        }
        return new LoginService(config);
    }

    @Override
    public Optional<String> userOf(String token) {
        if (token.length() > MAX_TOKEN_CHARACTERS) {
            return Optional.empty();
        }
        try {
            Optional<String> user = ask(token);
            if (!answered.getAndSet(true)) {
                LOG.info("{} answers again", config);
            }
            return user;
        } catch (Unreachable noAnswer) {
            if (answered.getAndSet(false)) {
                LOG.warn(
                        "{} gives no usable answer, so its users are not logged in: {}", config, noAnswer.getMessage());
            }
            throw noAnswer;
        }
    }

    private Optional<String> ask(String token) {
        try {
            if (!room.tryAcquire(config.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unreachable(MOST_AT_ONCE + " requests are waiting for it already");
            }
            try {
                return LoginAnswer.read(body(http.sendAsync(request(token), head -> new LimitedBody(MAX_BODY_BYTES))));
            } finally {
                room.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted");
        }
    }

    private HttpRequest request(String token) {
        String query = config.address().getRawQuery();
        String encoded = URLEncoder.encode(token, StandardCharsets.UTF_8).replace("+", "%20");
        return HttpRequest.newBuilder(
                        URI.create(withoutQuery() + "?" + (query == null ? "" : query + "&") + "bk_token=" + encoded))
                .header("Accept", "application/json")
                .build();
    }

    private String withoutQuery() {
        return config.address().toString().split("\\?", 2)[0];
    }

    /** The client's own time-out ends with the head of an answer; this one includes the body. */
    private byte[] body(CompletableFuture<HttpResponse<byte[]>> coming) throws InterruptedException {
        try {
            HttpResponse<byte[]> response = coming.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != OK) {
                throw new Unreachable("HTTP status " + response.statusCode());
            }
            return response.body();
        } catch (TimeoutException e) {
            throw new Unreachable("no answer within " + config.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            throw new Unreachable(reason(e.getCause()));
        } finally {
            coming.cancel(true);
        }
    }

    /** The kind of a failure: its message may hold the address, token and all. */
    private static String reason(@Nullable Throwable failure) {
        Throwable deepest = failure;
        while (deepest != null && deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest == null ? "failed" : deepest.getClass().getSimpleName();
    }
}
