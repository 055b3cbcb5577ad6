package io.proctemplate.adapter.http;

import io.proctemplate.domain.audit.RequestId;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The ids of requests: a new one for each, beside the client's own if that has the right form. */
final class RequestIds {
    private static final int MAX_LENGTH = 64;
    private static final HexFormat HEX = HexFormat.of();

    private RequestIds() {}

    static RequestId of(Headers headers) {
        String id = usable(headers.first(Headers.GATEWAY_REQUEST_ID));
        if (id == null) {
            id = usable(headers.first(Headers.REQUEST_ID));
        }
        String serverId = fresh();
        return id == null ? RequestId.of(serverId) : new RequestId(id, serverId);
    }

    /** 32 lowercase hexadecimal digits; need not be hard to guess, only unlike any other. */
    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return HEX.toHexDigits(random.nextLong()) + HEX.toHexDigits(random.nextLong());
    }

    private static @Nullable String usable(@Nullable String id) {
        if (id == null || id.isEmpty() || id.length() > MAX_LENGTH) {
            return null;
        }
        return id.chars().allMatch(RequestIds::isAllowed) ? id : null;
    }

    private static boolean isAllowed(int c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    }
}
