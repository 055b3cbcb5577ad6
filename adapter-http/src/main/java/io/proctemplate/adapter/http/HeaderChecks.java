package io.proctemplate.adapter.http;

import io.proctemplate.domain.violation.Datum;
import io.proctemplate.wire.Code;
import io.proctemplate.wire.text.Message;
import io.proctemplate.wire.text.MessageKey;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the header alone says about a body that will not be read (wire contract, section 1). */
final class HeaderChecks {
    private static final String IDENTITY = "identity";
    private static final String CHUNKED = "chunked";

    private final long maxBodyBytes;

    HeaderChecks(long maxBodyBytes) {
        this.maxBodyBytes = maxBodyBytes;
    }

    /** Why the body is not read, null if it is. */
    @Nullable
    Rejection check(Request request) {
        String type = request.headers().first(Headers.CONTENT_TYPE);
        if (type != null && !isJson(type)) {
            return new Rejection(
                    Code.UNSUPPORTED_CONTENT, Message.of(MessageKey.UNSUPPORTED_TYPE, Datum.REJECTED, type));
        }
        String encoding = encoding(request.headers());
        if (encoding != null) {
            return new Rejection(
                    Code.UNSUPPORTED_CONTENT, Message.of(MessageKey.UNSUPPORTED_ENCODING, Datum.REJECTED, encoding));
        }
        return request.declaredLength() > maxBodyBytes ? Rejection.bodyTooLarge(maxBodyBytes) : null;
    }

    /** An encoding of the body that would have to be undone, null if there is none. */
    private static @Nullable String encoding(Headers headers) {
        String content = headers.first(Headers.CONTENT_ENCODING);
        if (content != null && !content.isBlank() && !content.strip().equalsIgnoreCase(IDENTITY)) {
            return content;
        }
        String transfer = headers.first(Headers.TRANSFER_ENCODING);
        boolean plain = transfer == null || transfer.equalsIgnoreCase(CHUNKED) || transfer.equalsIgnoreCase(IDENTITY);
        return plain ? null : transfer;
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
