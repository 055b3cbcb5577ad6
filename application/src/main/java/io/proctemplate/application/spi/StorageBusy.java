package io.proctemplate.application.spi;

/** The store has no capacity for the unit now (no free connection, a lock not had in time); nothing was kept. */
public final class StorageBusy extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StorageBusy(Throwable cause) {
        super("the store is busy", cause);
    }
}
