package io.proctemplate.adapter.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The header lines of one request. */
interface Headers {
    String ACCEPT_LANGUAGE = "Accept-Language";
    String BLUEKING_LANGUAGE = "Blueking-Language";
    String CONTENT_ENCODING = "Content-Encoding";
    String CONTENT_LENGTH = "Content-Length";
    String CONTENT_TYPE = "Content-Type";
    String GATEWAY_AUTHORIZATION = "X-Bkapi-Authorization";
    String GATEWAY_JWT = "X-Bkapi-JWT";
    String GATEWAY_REQUEST_ID = "X-Bkapi-Request-Id";
    String HOST = "Host";
    String IDEMPOTENCY_KEY = "Idempotency-Key";
    String IDEMPOTENT_REPLAYED = "Idempotent-Replayed";
    String IF_MATCH = "If-Match";
    String ORIGIN = "Origin";
    String REQUEST_ID = "X-Request-ID";
    String SERVER_REQUEST_ID = "X-Server-Request-ID";
    String TRANSFER_ENCODING = "Transfer-Encoding";

    /** The values under {@code name}, in whatever case it was sent; each char is one byte. */
    List<String> all(String name);

    /** The first of {@link #all}, null if there is none. */
    default @Nullable String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.get(0);
    }
}
