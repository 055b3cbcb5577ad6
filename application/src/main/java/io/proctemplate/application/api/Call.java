package io.proctemplate.application.api;

import io.proctemplate.domain.access.Action;

/**
 * The calls of the API (wire contract, sections 4 and 5). Applications are allowed calls one by one; each says what a
 * user must have the right to do for it.
 */
public enum Call {
    BATCH_CREATE_PROC_TEMPLATE("batch_create_proc_template", Action.EDIT_BIZ_SERVICE_TEMPLATE),
    UPDATE_PROC_TEMPLATE("update_proc_template", Action.EDIT_BIZ_SERVICE_TEMPLATE),
    DELETE_PROC_TEMPLATE("delete_proc_template", Action.EDIT_BIZ_SERVICE_TEMPLATE),
    GET_PROC_TEMPLATE("get_proc_template", Action.FIND_BUSINESS_RESOURCE),
    LIST_PROC_TEMPLATE("list_proc_template", Action.FIND_BUSINESS_RESOURCE),
    CREATE_SERVICE_TEMPLATE("create_service_template", Action.CREATE_BIZ_SERVICE_TEMPLATE),
    UPDATE_SERVICE_TEMPLATE("update_service_template", Action.EDIT_BIZ_SERVICE_TEMPLATE),
    GET_SERVICE_TEMPLATE("get_service_template", Action.FIND_BUSINESS_RESOURCE),
    LIST_SERVICE_TEMPLATE("list_service_template", Action.FIND_BUSINESS_RESOURCE),
    DELETE_SERVICE_TEMPLATE("delete_service_template", Action.DELETE_BIZ_SERVICE_TEMPLATE),
    LIST_SERVICE_CATEGORY("list_service_category", Action.FIND_BUSINESS_RESOURCE),
    CREATE_SERVICE_CATEGORY("create_service_category", Action.CREATE_BIZ_SERVICE_CATEGORY),
    UPDATE_SERVICE_CATEGORY("update_service_category", Action.EDIT_BIZ_SERVICE_CATEGORY),
    DELETE_SERVICE_CATEGORY("delete_service_category", Action.DELETE_BIZ_SERVICE_CATEGORY),
    AUDIT_LIST("audit_list", Action.FIND_AUDIT_LOG);

    private final String wireName;
    private final Action action;

    Call(String wireName, Action action) {
        this.wireName = wireName;
        this.action = action;
    }

    /** The name on the wire. */
    public String wireName() {
        return wireName;
    }

    /** What the user must have the right to do. */
    public Action action() {
        return action;
    }
}
