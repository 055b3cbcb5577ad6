package io.proctemplate.application.api;

/** The kinds of objects the API has; names are those of the audit. */
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
