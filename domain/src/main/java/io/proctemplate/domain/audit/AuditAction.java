package io.proctemplate.domain.audit;

/**
 * What was done to an object.
 *
 * <pre>{@code
 * String name = AuditAction.UPDATE.wireName(); // "update"
 * }</pre>
 *
 * @since 0.1.0
 */
public enum AuditAction {
    CREATE("create"),
    UPDATE("update"),
    DELETE("delete");

    private final String wireName;

    AuditAction(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in the store. */
    public String wireName() {
        return wireName;
    }
}
