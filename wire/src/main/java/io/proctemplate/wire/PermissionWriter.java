package io.proctemplate.wire;

import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.wire.text.MessageKey;
import io.proctemplate.wire.text.Messages;
import tools.jackson.core.JsonGenerator;

/**
 * Writes which right is missing on which resource, in the form from which clients offer to apply for it. Ids are strings there.
 */
public final class PermissionWriter {
    private static final String SYSTEM = "bk_cmdb";
    private static final String BUSINESS = "biz";
    private static final String SERVICE_TEMPLATE = "biz_process_service_template";

    private final Messages messages;

    /** In the language of {@code messages}. */
    public PermissionWriter(Messages messages) {
        this.messages = messages;
    }

    /** Writes what {@code refusal}, which is for a right that is missing, tells. */
    public void write(Refusal refusal, JsonGenerator json) {
        json.writeStartObject();
        writeSystem(json);
        json.writeArrayPropertyStart("actions");
        json.writeStartObject();
        json.writeStringProperty("id", refusal.get(Refusal.ACTION).wireName());
        json.writeStringProperty("name", messages.nameOf(refusal.get(Refusal.ACTION)));
        json.writeArrayPropertyStart("related_resource_types");
        writeResourceType(refusal.get(Refusal.SCOPE), json);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSystem(JsonGenerator json) {
        json.writeStringProperty("system_id", SYSTEM);
        json.writeStringProperty("system_name", messages.of(MessageKey.SYSTEM_NAME));
    }

    private void writeResourceType(Scope scope, JsonGenerator json) {
        json.writeStartObject();
        writeSystem(json);
        json.writeStringProperty("type", scope.isStandalone() ? BUSINESS : SERVICE_TEMPLATE);
        json.writeStringProperty(
                "type_name",
                messages.of(scope.isStandalone() ? MessageKey.TYPE_BUSINESS : MessageKey.TYPE_SERVICE_TEMPLATE));
        json.writeArrayPropertyStart("instances");
        json.writeStartArray();
        writeInstance(BUSINESS, MessageKey.TYPE_BUSINESS, scope.businessId(), json);
        if (!scope.isStandalone()) {
            writeInstance(SERVICE_TEMPLATE, MessageKey.TYPE_SERVICE_TEMPLATE, scope.serviceTemplateId(), json);
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeInstance(String type, MessageKey typeName, long id, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeStringProperty("type_name", messages.of(typeName));
        json.writeStringProperty("id", Long.toString(id));
        json.writeStringProperty("name", "");
        json.writeEndObject();
    }
}
