package io.proctemplate.domain.access;

/**
 * What a user may have the right to do; names are the API's.
 *
 * <pre>{@code
 * String name = Action.EDIT_BIZ_SERVICE_TEMPLATE.wireName(); // "edit_biz_service_template"
 * }</pre>
 *
 * @since 0.1.0
 */
public enum Action {
    EDIT_BIZ_SERVICE_TEMPLATE("edit_biz_service_template");

    private final String wireName;

    Action(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in the store. */
    public String wireName() {
        return wireName;
    }
}
