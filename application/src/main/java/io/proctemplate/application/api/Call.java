package io.proctemplate.application.api;

/** A call of the API; applications are allowed calls one by one. */
public enum Call {
    BATCH_CREATE_PROC_TEMPLATE("batch_create_proc_template");

    private final String wireName;

    Call(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }
}
