package io.proctemplate.application.spi;

import java.util.Set;

/**
 * An application that may call.
 *
 * @param exemptFromLogin whether it may name a user without a login (the API's whitelist)
 * @param calls wire names of the calls it may use; {@link #ANY_CALL} for all
 */
public record RegisteredApp(
        String code, AppSecrets secrets, boolean exemptFromLogin, boolean enabled, Set<String> calls) {
    /** Stands for every call. */
    public static final String ANY_CALL = "*";

    public RegisteredApp {
        calls = Set.copyOf(calls);
    }

    /** One whose secret was never rotated. */
    public RegisteredApp(String code, SecretHash secret, boolean exemptFromLogin, boolean enabled, Set<String> calls) {
        this(code, new AppSecrets(secret, null), exemptFromLogin, enabled, calls);
    }

    public boolean mayUse(String call) {
        return calls.contains(call) || calls.contains(ANY_CALL);
    }

    public RegisteredApp with(AppSecrets replaced) {
        return new RegisteredApp(code, replaced, exemptFromLogin, enabled, calls);
    }

    public RegisteredApp enabled(boolean now) {
        return new RegisteredApp(code, secrets, exemptFromLogin, now, calls);
    }

    public RegisteredApp exemptFromLogin(boolean now) {
        return new RegisteredApp(code, secrets, now, enabled, calls);
    }

    public RegisteredApp allowed(Set<String> now) {
        return new RegisteredApp(code, secrets, exemptFromLogin, enabled, now);
    }
}
