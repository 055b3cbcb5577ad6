package io.proctemplate.adapter.http;

import io.proctemplate.domain.violation.Code;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the header alone says about a body that will not be read (wire contract, section 1). */
final class HeaderChecks {
    private static final String IDENTITY = "identity";

    private final long maxBodyBytes;

    HeaderChecks(long maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    /** Why the body is not read, null if it is. */
    @Nullable
    Rejection check(Request request) {
        String type = request.headers().first(Headers.CONTENT_TYPE);
        if (type != null && !isJson(type)) {
            return new Rejection(Code.UNSUPPORTED_CONTENT, Text.UNSUPPORTED_TYPE, Excerpt.inMessage(type));
        }
        String encoding = request.headers().first(Headers.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase(IDENTITY)) {
            return new Rejection(Code.UNSUPPORTED_CONTENT, Text.UNSUPPORTED_ENCODING, Excerpt.inMessage(encoding));
        }
        return request.declaredLength() > maxBodyBytes ? Rejection.bodyTooLarge(maxBodyBytes) : null;
    }

    /** {@code application/json} or {@code application/…+json}; parameters do not matter, the body is UTF-8 anyway. */
    private static boolean isJson(String contentType) {
        int semicolon = contentType.indexOf(';');
        String type = (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
        return type.isEmpty()
                || type.equals("application/json")
                || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
