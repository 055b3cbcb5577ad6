package io.proctemplate.application.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An operator's dealings with tokens that prove users. */
public interface Logins {

    /** Issues a token for a user that is live for {@code duration}; it is told this once. */
    Administered<Issued> issue(AdministeredName user, Duration duration);

    /** All of them, by id. */
    Administered<List<Login>> list();

    Administered<Nothing> revoke(long id);

    /** Forgets those that have expired; how many. */
    Administered<Integer> prune();

    /** A login and its token. */
    record Issued(Login login, Secret token) {}

    /**
     * A login without its token.
     *
     * @param id by which it is revoked
     * @param live whether it has not expired yet
     */
    record Login(long id, String user, Instant expires, boolean live) {}
}
