package io.proctemplate.domain.audit;

/**
 * The kinds of things that the audit tells of.
 *
 * <pre>{@code
 * String name = AuditedType.PROCESS_TEMPLATE.wireName(); // "process_template"
 * }</pre>
 *
 * @since 0.1.0
 */
public enum AuditedType {
    PROCESS_TEMPLATE("process_template"),
    SERVICE_TEMPLATE("service_template"),
    SERVICE_CATEGORY("service_category"),
    BUSINESS("business"),
    /** A right of a user, after whom it is named; what may be done where is told as changes. */
    RIGHT("right"),
    /** An application, named by its code. */
    APP("app"),
    /** A login token, named after its user. */
    TOKEN("token"),
    /** Entries of the audit itself. */
    AUDIT("audit");

    private final String wireName;

    AuditedType(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in the store. */
    public String wireName() {
        return wireName;
    }
}
