package io.proctemplate.domain.template;

/**
 * A field of an object by which lists of them can be sorted.
 *
 * <pre>{@code
 * String key = SortField.OfProcessTemplate.LAST_TIME.wireName(); // "last_time"
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface SortField
        permits SortField.OfProcessTemplate, SortField.OfServiceTemplate, SortField.OfAuditEntry {

    /** The name on the wire. */
    String wireName();

    /** The own fields of a process template. */
    enum OfProcessTemplate implements SortField {
        ID("id"),
        BK_PROCESS_NAME("bk_process_name"),
        BK_BIZ_ID("bk_biz_id"),
        SERVICE_TEMPLATE_ID("service_template_id"),
        CREATOR("creator"),
        MODIFIER("modifier"),
        CREATE_TIME("create_time"),
        LAST_TIME("last_time"),
        BK_SUPPLIER_ACCOUNT("bk_supplier_account"),
        VERSION("version");

        private final String wireName;

        OfProcessTemplate(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** The own fields of a service template. */
    enum OfServiceTemplate implements SortField {
        ID("id"),
        NAME("name"),
        BK_BIZ_ID("bk_biz_id"),
        SERVICE_CATEGORY_ID("service_category_id"),
        CREATOR("creator"),
        MODIFIER("modifier"),
        CREATE_TIME("create_time"),
        LAST_TIME("last_time"),
        BK_SUPPLIER_ACCOUNT("bk_supplier_account");

        private final String wireName;

        OfServiceTemplate(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** The own fields of an entry of the audit: by its id alone, which is the order of what was done. */
    enum OfAuditEntry implements SortField {
        ID("id");

        private final String wireName;

        OfAuditEntry(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }
}
