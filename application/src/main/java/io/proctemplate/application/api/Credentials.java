package io.proctemplate.application.api;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The general parameters by which a caller says who it is (wire contract, section 3); null where one was not sent
 * or sent empty. None is longer than {@link #MAX_BYTES}. Never shows its secrets as text.
 *
 * @param appCode the application
 * @param appSecret the application's secret
 * @param token the token of a user's login
 * @param username the user an application exempt from login speaks for
 */
public record Credentials(
        @Nullable String appCode,
        @Nullable String appSecret,
        @Nullable String token,
        @Nullable String username) {
    /** How many bytes of UTF-8 each may have: what names that an operator gives may have. */
    public static final int MAX_BYTES = AdministeredName.MAX_BYTES;

    /** @throws IllegalArgumentException if one is too long */
    public Credentials {
        appCode = orNull(appCode);
        appSecret = orNull(appSecret);
        token = orNull(token);
        username = orNull(username);
    }

    private static @Nullable String orNull(@Nullable String text) {
        if (text != null && !isShort(text)) {
            throw new IllegalArgumentException("longer than " + MAX_BYTES + " bytes");
        }
        return text == null || text.isEmpty() ? null : text;
    }

    /** Whether {@code text} has no more than {@link #MAX_BYTES}. */
    public static boolean isShort(String text) {
        return text.length() <= MAX_BYTES && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    @Override
    public String toString() {
        return "Credentials[appCode=" + appCode + ", username=" + username + "]";
    }
}
