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
        /** The version before the change is the stored one. */
        VERSION,
        /** One name of a service template in a business. */
        SERVICE_TEMPLATE_NAME,
        /** One name of a category under a parent in a business. */
        SERVICE_CATEGORY_NAME,
        /** A service template's category exists, and a category's parent. */
        CATEGORY,
        /** One row for each key of what an operator administers: businesses, applications, logins, rights. */
        ADMINISTERED,
        /** One kept answer for each key of a caller. */
        IDEMPOTENCY_KEY
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
