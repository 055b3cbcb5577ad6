package io.proctemplate.application.spi;

/** The store went away while it was making a unit durable: all of the unit was kept, or nothing. */
public final class OutcomeUnknown extends RuntimeException {
    private static final long serialVersionUID = 1;

    public OutcomeUnknown(Throwable cause) {
        super("the store did not say whether it kept the unit", cause);
    }
}
