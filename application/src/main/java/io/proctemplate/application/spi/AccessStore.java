package io.proctemplate.application.spi;

import io.proctemplate.domain.access.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps who may call: applications, logins, rights. Secrets and tokens are known to it as hashes only. */
public interface AccessStore {

    Optional<RegisteredApp> findApp(String code);

    /** Like {@link #findApp}, and keeps other writers off it until the unit ends. */
    Optional<RegisteredApp> findAppLocked(String code);

    /** All applications, by code. */
    List<RegisteredApp> apps();

    /** The login of a token, expired or not. */
    Optional<Login> findLogin(String tokenHash);

    /** All logins, expired or not, by id. */
    List<NumberedLogin> logins();

    List<Grant> grantsOf(String user);

    /** All rights, by user. */
    List<Holding> holdings();

    /**
     * Keeps a new application with the calls it may use.
     *
     * @throws Conflict if the code is taken
     */
    void addApp(RegisteredApp app);

    /** Keeps an application that is there as it is now. */
    void updateApp(RegisteredApp app);

    /**
     * Keeps a new login; gives back its id, by which it is known to those who must not know the token.
     *
     * @throws Conflict if the token is known
     */
    long addLogin(String tokenHash, Login login);

    /** Ends a login; false if there was none with this id. */
    boolean removeLogin(long id);

    /** Removes the logins that have expired by {@code now}; how many. */
    int removeLoginsExpiredBy(Instant now);

    /** Gives a user a right; one that it has already changes nothing. */
    void addGrant(String user, Grant grant);

    /** Takes exactly this right from a user; false if the user did not have it. */
    boolean removeGrant(String user, Grant grant);

    /** Takes from everybody the rights that name a business. */
    void removeGrantsIn(long businessId);

    /**
     * The login of a user.
     *
     * @param expires when it stops being live
     */
    record Login(String user, Instant expires) {}

    /** A login with its id. */
    record NumberedLogin(long id, Login login) {}

    /** A right and who has it. */
    record Holding(String user, Grant grant) {}
}
