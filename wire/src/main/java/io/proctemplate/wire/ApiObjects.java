package io.proctemplate.wire;

import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.Change;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** The objects of the API as answers give them (wire contract, section 5). */
public final class ApiObjects {
    /** RFC 3339 in UTC, always with milliseconds. */
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private static final String ID = "id";
    private static final String NAME = "name";
    private static final String BUSINESS = "bk_biz_id";
    private static final String SUPPLIER_ACCOUNT = "bk_supplier_account";

    private ApiObjects() {}

    /** As answers give it. */
    public static Node.Mapping toNode(ProcessTemplate template) {
        Node.Mapping.Builder object = new Node.Mapping.Builder()
                .put(ID, Scalar.of(template.id()))
                .put(Fields.BK_PROCESS_NAME.name(), Scalar.of(template.name()))
                .put(BUSINESS, Scalar.of(template.scope().businessId()))
                .put("service_template_id", Scalar.of(template.scope().serviceTemplateId()))
                .put("property", template.property().toNode());
        return stamped(object, template.stamp())
                .put(SUPPLIER_ACCOUNT, Scalar.of(template.supplierAccount()))
                .put("version", Scalar.of(template.version()))
                .build();
    }

    /** As answers give it. */
    public static Node.Mapping toNode(ServiceTemplate template) {
        Node.Mapping.Builder object = new Node.Mapping.Builder()
                .put(BUSINESS, Scalar.of(template.businessId()))
                .put(ID, Scalar.of(template.id()))
                .put(NAME, Scalar.of(template.name()))
                .put("service_category_id", Scalar.of(template.serviceCategoryId()));
        return stamped(object, template.stamp())
                .put(SUPPLIER_ACCOUNT, Scalar.of(template.supplierAccount()))
                .put("host_apply_enabled", Scalar.of(false))
                .build();
    }

    /** As answers give it. */
    public static Node.Mapping toNode(ServiceCategory category) {
        return new Node.Mapping.Builder()
                .put(BUSINESS, Scalar.of(category.businessId()))
                .put(ID, Scalar.of(category.id()))
                .put(NAME, Scalar.of(category.name()))
                .put("bk_root_id", Scalar.of(category.rootId()))
                .put("bk_parent_id", Scalar.of(category.parentId()))
                .put(SUPPLIER_ACCOUNT, Scalar.of(category.supplierAccount()))
                .put("is_built_in", Scalar.of(category.builtIn()))
                .build();
    }

    /** As answers give it. */
    public static Node.Mapping toNode(AuditEntry entry) {
        AuditEvent event = entry.event();
        return new Node.Mapping.Builder()
                .put(ID, Scalar.of(entry.id()))
                .put("time", time(event.time()))
                .put(BUSINESS, Scalar.of(event.businessId()))
                .put("request_id", Scalar.of(event.requestId().id()))
                .put("server_request_id", Scalar.of(event.requestId().serverId()))
                .put("app", Scalar.of(event.app()))
                .put("user", Scalar.of(event.user()))
                .put("action", Scalar.of(event.action().wireName()))
                .put("object_type", Scalar.of(event.objectType().wireName()))
                .put("object_id", Scalar.of(entry.object().id()))
                .put("object_name", Scalar.of(entry.object().name()))
                .put(
                        "changes",
                        new Node.Sequence(entry.object().changes().stream()
                                .<Node>map(Change::toNode)
                                .toList()))
                .build();
    }

    private static Node.Mapping.Builder stamped(Node.Mapping.Builder object, Stamp stamp) {
        return object.put("creator", Scalar.of(stamp.creator()))
                .put("modifier", Scalar.of(stamp.modifier()))
                .put("create_time", time(stamp.createTime()))
                .put("last_time", time(stamp.lastTime()));
    }

    private static Node time(Instant instant) {
        return Scalar.of(TIME.format(instant));
    }
}
