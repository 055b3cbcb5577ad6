package io.proctemplate.application.api;

import org.jspecify.annotations.Nullable;

/**
 * The general parameters by which a caller says who it is (wire contract, section 3); null where one was not sent
 * or sent empty. Never
 * shows its secrets as text.
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
    public Credentials {
        appCode = orNull(appCode);
        appSecret = orNull(appSecret);
        token = orNull(token);
        username = orNull(username);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    @Override
    public String toString() {
        return "Credentials[appCode=" + appCode + ", username=" + username + "]";
    }
}
