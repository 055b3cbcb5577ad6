package io.proctemplate.application.spi;

import io.proctemplate.domain.template.Scope;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keeps the answers of calls that are carried out once, with the effect that they tell of. */
public interface IdempotencyStore {

    /** What is kept under {@code key}, expired or not. */
    Optional<KeptAnswer> find(IdempotencyKey key);

    /**
     * Takes {@code key} for the call that is being carried out in this unit, in place of an answer that has expired. Waits
     * for a unit that has taken the key and not ended.
     *
     * @param requestHash tells what was asked for from anything else
     * @param now what expires by then has expired
     * @param expires when the answer does
     * @throws Conflict if the key has been taken
     */
    void claim(IdempotencyKey key, String requestHash, Instant now, Instant expires);

    /**
     * Keeps the answer of the call that has taken {@code key} in this unit.
     *
     * @param scopes where the caller needed rights for it
     */
    void keep(IdempotencyKey key, String answer, Set<Scope> scopes);

    /**
     * Removes answers that have expired, oldest first, at most {@code limit}; passes over those that another unit holds,
     * as far as the store can.
     *
     * @return how many
     */
    int removeExpired(Instant now, int limit);
}
