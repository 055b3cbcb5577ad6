package io.proctemplate.application.spi;

import java.util.Set;

/**
 * An application that may call.
 *
 * @param exemptFromLogin whether it may name a user without a login (the API's whitelist)
 * @param calls wire names of the calls it may use; {@link #ANY_CALL} for all
 */
public record RegisteredApp(
        String code, SecretHash secret, boolean exemptFromLogin, boolean enabled, Set<String> calls) {
    /** Stands for every call. */
    public static final String ANY_CALL = "*";

    public RegisteredApp {
        calls = Set.copyOf(calls);
    }

    public boolean mayUse(String call) {
        return calls.contains(call) || calls.contains(ANY_CALL);
    }
}
