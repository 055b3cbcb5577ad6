package io.proctemplate.application;

import io.proctemplate.application.api.Once;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.api.Terms;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.OutcomeUnknown;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.TtlCaches;
import io.proctemplate.application.spi.UnitOfWork;
import java.time.Clock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Runs a use case as one unit of work and turns what the storage cannot do into refusals. A race lost against a
 * constraint is run again: the winner is then there to be seen and named. More than one round is not expected.
 */
final class Attempts {
    private static final int ROUNDS = 5;

    private final UnitOfWork unitOfWork;
    private final Repeats repeats;

    Attempts(UnitOfWork unitOfWork, Clock clock, TtlCaches caches) {
        this.unitOfWork = unitOfWork;
        this.repeats = new Repeats(unitOfWork, clock, caches);
    }

    /**
     * What comes of {@code work}, which changes something, on the terms of the caller; {@code failure} is the reason for a
     * store that cannot.
     */
    <T> Outcome<T> write(Asked asked, Reason failure, Function<Stores, Outcome<T>> work) {
        Terms terms = asked.caller().terms();
        Once once = terms.once();
        if (once != null) {
            return ofStorage(asked, failure, () -> once(asked, once, work));
        }
        Predicate<Outcome<T>> isKept = outcome -> !terms.dryRun();
        return ofStorage(asked, failure, () -> unlessLost(() -> unitOfWork.writeIf(isKept, work), ROUNDS));
    }

    /** A unit that finds its own traces when it is done again. */
    private <T> Outcome<T> once(Asked asked, Once once, Function<Stores, Outcome<T>> work) {
        Outcome<T> outcome = untilKnown(() -> unlessLost(() -> repeats.unit(asked, once, work), ROUNDS));
        repeats.removeExpired();
        return outcome;
    }

    /**
     * As {@link #write}, for work that asks the stores for one thing and nothing else but ids, and that finds its own traces
     * when it is done again: where the store does not say whether it kept the unit, it is done once more.
     */
    <T> Outcome<T> writeAtOnce(Asked asked, Reason failure, Function<Stores, Outcome<T>> work) {
        if (!asked.caller().terms().isPlain()) {
            return write(asked, failure, work);
        }
        return ofStorage(
                asked, failure, () -> untilKnown(() -> unlessLost(() -> unitOfWork.writeAtOnce(work), ROUNDS)));
    }

    private static <T> Outcome<T> untilKnown(Supplier<Outcome<T>> unit) {
        try {
            return unit.get();
        } catch (OutcomeUnknown unknown) {
            return again(unit, unknown);
        }
    }

    private static <T> Outcome<T> again(Supplier<Outcome<T>> unit, OutcomeUnknown unknown) {
        try {
            return unit.get();
        } catch (StorageFailure | StorageBusy | Conflict stillNotSaid) {
            throw unknown;
        }
    }

    /** What comes of {@code work}, which only reads. */
    <T> Outcome<T> read(Asked asked, Function<Stores, Outcome<T>> work) {
        return ofStorage(asked, Reason.READ_FAILED, () -> unitOfWork.read(work));
    }

    private static <T> Outcome<T> unlessLost(Supplier<Outcome<T>> unit, int rounds) {
        try {
            return unit.get();
        } catch (Conflict lostRace) {
            if (rounds == 1) {
                throw lostRace;
            }
            return unlessLost(unit, rounds - 1);
        }
    }

    private static <T> Outcome<T> ofStorage(Asked asked, Reason writeFailure, Supplier<Outcome<T>> work) {
        try {
            return work.get();
        } catch (StorageFailure failure) {
            return asked.refused(Refusal.storageFailed(reason(failure.operation(), writeFailure)));
        } catch (StorageBusy | Conflict busy) {
            return asked.refused(Refusal.busy());
        } catch (OutcomeUnknown unknown) {
            return asked.refused(Refusal.outcomeUnknown());
        }
    }

    private static Reason reason(StorageFailure.Operation operation, Reason writeFailure) {
        return switch (operation) {
            case READ -> Reason.READ_FAILED;
            case WRITE -> writeFailure;
        };
    }
}
