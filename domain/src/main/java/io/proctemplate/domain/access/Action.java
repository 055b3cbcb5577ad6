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
    /** Reading anything of a business. */
    FIND_BUSINESS_RESOURCE("find_business_resource"),
    CREATE_BIZ_SERVICE_TEMPLATE("create_biz_service_template"),
    /** Changing a service template, and everything about its process templates. */
    EDIT_BIZ_SERVICE_TEMPLATE("edit_biz_service_template"),
    DELETE_BIZ_SERVICE_TEMPLATE("delete_biz_service_template"),
    CREATE_BIZ_SERVICE_CATEGORY("create_biz_service_category"),
    EDIT_BIZ_SERVICE_CATEGORY("edit_biz_service_category"),
    DELETE_BIZ_SERVICE_CATEGORY("delete_biz_service_category"),
    /** Reading what was done in a business, and who did it. */
    FIND_AUDIT_LOG("find_audit_log");

    private final String wireName;

    Action(String wireName) {
        this.wireName = wireName;
    }

    /** The name on the wire and in the store. */
    public String wireName() {
        return wireName;
    }
}
