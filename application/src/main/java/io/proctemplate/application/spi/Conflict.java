package io.proctemplate.application.spi;

/** A named constraint of the store refused what was to be kept: somebody else was faster. The unit was rolled back. */
public final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The rules that the store itself enforces. */
    public enum Constraint {
        /** One process name in a scope. */
        PROCESS_NAME,
        /** One pair of function name and start parameter in a scope. */
        FUNCTION,
        /** The business and the service template exist and belong together. */
        OWNER,
        /** One row for each key of what an operator administers: businesses, applications, logins, rights. */
        ADMINISTERED
    }

    private final Constraint constraint;

    public Conflict(Constraint constraint, Throwable cause) {
        super(constraint.name(), cause);
        this.constraint = constraint;
    }

    public Conflict(Constraint constraint) {
        super(constraint.name());
        this.constraint = constraint;
    }

    public Constraint constraint() {
        return constraint;
    }
}
