package io.proctemplate.application.spi;

import io.proctemplate.domain.access.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps who may call: applications, logins, rights. Secrets and tokens are known to it as hashes only. */
public interface AccessStore {

    Optional<RegisteredApp> findApp(String code);

    /** The login of a token, expired or not. */
    Optional<Login> findLogin(String tokenHash);

    List<Grant> grantsOf(String user);

    /**
     * Keeps a new application with the calls it may use.
     *
     * @throws Conflict if the code is taken
     */
    void addApp(RegisteredApp app);

    /**
     * Keeps a new login.
     *
     * @throws Conflict if the token is known
     */
    void addLogin(String tokenHash, Login login);

    /** Gives a user a right; one that it has already changes nothing. */
    void addGrant(String user, Grant grant);

    /**
     * The login of a user.
     *
     * @param expires when it stops being live
     */
    record Login(String user, Instant expires) {}
}
