package io.proctemplate.application.spi;

/** The store could not do what it was asked to; nothing of the unit was kept. */
public final class StorageFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What was being done. */
    public enum Operation {
        READ,
        WRITE
    }

    private final Operation operation;

    public StorageFailure(Operation operation, Throwable cause) {
        super(operation.name(), cause);
        this.operation = operation;
    }

    public Operation operation() {
        return operation;
    }
}
