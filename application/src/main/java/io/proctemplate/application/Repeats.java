package io.proctemplate.application;

import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Once;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.spi.IdempotencyKey;
import io.proctemplate.application.spi.IdempotencyStore;
import io.proctemplate.application.spi.KeptAnswer;
import io.proctemplate.application.spi.OutcomeUnknown;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.TtlCache;
import io.proctemplate.application.spi.TtlCache.Bounds;
import io.proctemplate.application.spi.TtlCaches;
import io.proctemplate.application.spi.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Carries out calls once. The key is taken before anything else is done, in the unit of the call itself: who sends the
 * same key meanwhile waits for the unit to end, and a unit that breaks off leaves neither key nor effect.
 */
final class Repeats {
    private static final Duration KEEP = Duration.ofHours(24);

    /** Between two looks for what has expired, unless there was more than one look takes away. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    /** Few enough that the call which pays for it does not notice. */
    private static final int REMOVED_AT_ONCE = 500;

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    /** How many answers were removed of late. */
    private final TtlCache<Nothing, Integer> removed;

    Repeats(UnitOfWork unitOfWork, Clock clock, TtlCaches caches) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.removed = caches.cache(
                new Bounds<>(count -> count == REMOVED_AT_ONCE ? Duration.ZERO : PAUSE, 1, (key, count) -> 1));
    }

    /** What comes of {@code work}, kept with its answer if it is done; or the answer that is kept under the key. */
    <T> Outcome<T> unit(Asked asked, Once once, Function<Stores, Outcome<T>> work) {
        IdempotencyKey key = IdempotencyKey.of(
                asked.caller().app(), asked.caller().user(), asked.call().wireName(), once.key());
        return unitOfWork.<Outcome<T>>writeIf(
                outcome -> outcome instanceof Outcome.Done, stores -> repeatedOr(asked, once, key, work, stores));
    }

    private <T> Outcome<T> repeatedOr(
            Asked asked, Once once, IdempotencyKey key, Function<Stores, Outcome<T>> work, Stores stores) {
        Instant now = clock.instant();
        Optional<KeptAnswer> live = stores.idempotency().find(key).filter(found -> found.isLive(now));
        if (live.isEmpty()) {
            stores.idempotency().claim(key, once.requestHash(), now, now.plus(KEEP));
            return kept(asked, key, once, work.apply(stores), stores.idempotency());
        }
        return asked.ifStillMayIn(live.get().scopes(), () -> again(asked, once, live.get()));
    }

    private static <T> Outcome<T> again(Asked asked, Once once, KeptAnswer kept) {
        return kept.requestHash().equals(once.requestHash())
                ? new Outcome.Replayed<>(kept.answer())
                : asked.refused(Refusal.keyReused());
    }

    private static <T> Outcome<T> kept(
            Asked asked, IdempotencyKey key, Once once, Outcome<T> outcome, IdempotencyStore store) {
        if (outcome instanceof Outcome.Done<T> done) {
            store.keep(key, once.writing().write(done), asked.permitted());
        }
        return outcome;
    }

    /** Now and then removes what has expired. */
    void removeExpired() {
        if (removed.find(Nothing.NOTHING).isEmpty()) {
            removed.put(Nothing.NOTHING, 0); // no other call waits for this one
            removed.put(Nothing.NOTHING, removeSome());
        }
    }

    /** What cannot be removed now can be later: the call is done already. */
    private int removeSome() {
        Instant now = clock.instant();
        try {
            return unitOfWork.<Integer>write(stores -> stores.idempotency().removeExpired(now, REMOVED_AT_ONCE));
        } catch (StorageFailure | StorageBusy | OutcomeUnknown later) {
            return 0;
        }
    }
}
