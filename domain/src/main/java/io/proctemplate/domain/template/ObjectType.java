package io.proctemplate.domain.template;

/**
 * The kinds of objects there are; names are those of the audit.
 *
 * <pre>{@code
 * String name = ObjectType.PROCESS_TEMPLATE.wireName(); // "process_template"
 * }</pre>
 *
 * @since 0.1.0
 */
public enum ObjectType {
    PROCESS_TEMPLATE("process_template"),
    SERVICE_TEMPLATE("service_template"),
    SERVICE_CATEGORY("service_category");

    private final String wireName;

    ObjectType(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in the store. */
    public String wireName() {
        return wireName;
    }
}
