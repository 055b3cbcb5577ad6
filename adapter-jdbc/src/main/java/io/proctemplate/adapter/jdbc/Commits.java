package io.proctemplate.adapter.jdbc;

import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** When the units of one server may be committed, and when what they tell is durable. */
interface Commits {
    /** Of an engine that keeps writers apart by itself, and whose commits are durable before anybody sees them. */
    Commits BY_ENGINE = new Commits() {
        @Override
        public <R> R exclusively(Supplier<R> transaction) {
            return transaction.get();
        }

        @Override
        public void committing() {}

        @Override
        public <R> R durably(Handle handle, Supplier<R> unit) {
            return unit.get();
        }
    };

    /**
     * Does a transaction that writes, when no other one does that it could not be kept apart from.
     *
     * @throws io.proctemplate.application.spi.StorageBusy if that does not come in time
     */
    <R> R exclusively(Supplier<R> transaction);

    /** Says that the transaction is to be committed: from then on others may see what it did. */
    void committing();

    /**
     * Does {@code unit} on {@code handle}. When this returns or refuses, all that the unit did and all that it saw, of
     * other units too, survives the end of the process.
     */
    <R> R durably(Handle handle, Supplier<R> unit);
}
