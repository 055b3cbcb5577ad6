package io.proctemplate.application.spi;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The one way to a store: everything asked of the stores inside one call happens in one transaction. Stores must not be
 * kept beyond it.
 */
public interface UnitOfWork {

    /**
     * Does {@code work} and makes it durable before it returns; if {@code work} throws, nothing of it is kept and the
     * exception goes on to the caller.
     *
     * @throws Conflict if a named constraint of the store refused a row
     * @throws StorageFailure if the store failed; nothing was kept
     * @throws StorageBusy if the store has no capacity now; nothing was kept
     * @throws OutcomeUnknown if the store went away while it was making the unit durable
     */
    default <R> R write(Function<Stores, R> work) {
        return writeIf(result -> true, work);
    }

    /**
     * As {@link #write}, if {@code isKept} says so of what comes of {@code work}; else nothing of it is kept, though all of it
     * was done: the ids that it took are gone.
     *
     * @throws Conflict if a named constraint of the store refused a row
     * @throws StorageFailure if the store failed; nothing was kept
     * @throws StorageBusy if the store has no capacity now; nothing was kept
     * @throws OutcomeUnknown if the store went away while it was making the unit durable
     */
    <R> R writeIf(Predicate<R> isKept, Function<Stores, R> work);

    /**
     * As {@link #write}, for work that asks for one thing that is to be kept, and nothing else but ids: a store that can
     * do it in one step may spare itself the transaction around it.
     *
     * @throws Conflict if a named constraint of the store refused a row
     * @throws StorageFailure if the store failed; nothing was kept
     * @throws StorageBusy if the store has no capacity now; nothing was kept
     * @throws OutcomeUnknown if the store went away meanwhile
     */
    default <R> R writeAtOnce(Function<Stores, R> work) {
        return write(work);
    }

    /**
     * Does {@code work}, which changes nothing, on one consistent state.
     *
     * @throws StorageFailure if the store failed
     * @throws StorageBusy if the store has no capacity now
     */
    <R> R read(Function<Stores, R> work);
}
