package io.proctemplate.application.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An operator's dealings with the applications that may call. */
public interface Apps {

    /**
     * Adds an application, enabled.
     *
     * @param calls what it may use; null for every call
     * @return its secret, which is told this once
     */
    Administered<Secret> add(AdministeredName code, @Nullable Set<Call> calls, boolean exemptFromLogin);

    /** All of them, by code. */
    Administered<List<App>> list();

    /**
     * Gives the application another secret. The one so far works for {@code overlap} longer, so that its holder can
     * change over without a pause; an older one ends at once.
     *
     * @return the new secret, which is told this once
     */
    Administered<Secret> rotate(String code, Duration overlap);

    /** Lets the application call, or no more. */
    Administered<App> enable(String code, boolean enabled);

    /** Lets the application name users without a login, or no more. */
    Administered<App> exempt(String code, boolean exemptFromLogin);

    /**
     * Says anew what the application may use.
     *
     * @param calls null for every call
     */
    Administered<App> allow(String code, @Nullable Set<Call> calls);

    /**
     * An application as an operator sees it.
     *
     * @param calls wire names of what it may use, in order; null for every call
     * @param formerSecretUntil until when the secret before the present one works too, null if it does not
     */
    record App(
            String code,
            boolean enabled,
            boolean exemptFromLogin,
            @Nullable List<String> calls,
            @Nullable Instant formerSecretUntil) {
        public App {
            calls = calls == null ? null : List.copyOf(calls);
        }
    }
}
