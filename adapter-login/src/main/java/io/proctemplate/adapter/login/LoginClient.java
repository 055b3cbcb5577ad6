package io.proctemplate.adapter.login;

import io.proctemplate.adapter.login.LimitedBody.TooLongBody;
import io.proctemplate.adapter.login.LoginService.Config;
import io.proctemplate.application.spi.PlatformLogin.Unreachable;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One question about one token, over HTTP. */
final class LoginClient {
    private static final int OK = 200;

    /** An answer is a few hundred bytes. */
    private static final int MAX_BODY_BYTES = 65_536;

    private final Config config;
    private final HttpClient http;

    LoginClient(Config config) {
        this.config = config;
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER) // the token is for this address alone
                .connectTimeout(config.timeout())
                .build();
    }

    /** Nothing came that could be an answer: the platform is down, or too slow. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        private NoAnswer(String reason) {
            super(reason, null, false, false);
        }

        Unreachable unreachable() {
            return new Unreachable(String.valueOf(getMessage()));
        }
    }

    /**
     * The user of {@code token}, empty if it is of none.
     *
     * @throws NoAnswer if nothing came in time
     * @throws Unreachable if what came is no answer
     */
    Optional<String> userOf(String token) {
        try {
            return LoginAnswer.read(body(http.sendAsync(request(token), head -> new LimitedBody(MAX_BODY_BYTES))));
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
            throw new NoAnswer("no answer within " + config.timeout().toMillis() + " ms");
        } catch (ExecutionException e) {
            Throwable deepest = deepest(e);
            String kind = deepest.getClass().getSimpleName();
            if (deepest instanceof TooLongBody) {
                throw new Unreachable(kind);
            }
            throw new NoAnswer(kind);
        } finally {
            coming.cancel(true);
        }
    }

    /** Of a failure only the kind is told: its message may hold the address, token and all. */
    private static Throwable deepest(Throwable failure) {
        @Nullable Throwable cause = failure.getCause();
        return cause == null ? failure : deepest(cause);
    }
}
