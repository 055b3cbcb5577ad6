package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.template.Scope;
import tools.jackson.core.JsonGenerator;

/**
 * Writes which right is missing on which resource, in the form from which clients offer to apply for it (wire contract,
 * section 3, check 8). Ids are strings there.
 */
final class Permission {
    private static final String SYSTEM = "bk_cmdb";
    private static final String BUSINESS = "biz";
    private static final String SERVICE_TEMPLATE = "biz_process_service_template";

    private final Texts texts;

    Permission(Texts texts) {
        this.texts = texts;
    }

    void write(Refusal refusal, JsonGenerator json) {
        json.writeStartObject();
        writeSystem(json);
        json.writeArrayPropertyStart("actions");
        json.writeStartObject();
        json.writeStringProperty("id", refusal.get(Refusal.ACTION).wireName());
        json.writeStringProperty("name", ValueText.of(refusal.get(Refusal.ACTION), texts));
        json.writeArrayPropertyStart("related_resource_types");
        writeResourceType(refusal.get(Refusal.SCOPE), json);
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeSystem(JsonGenerator json) {
        json.writeStringProperty("system_id", SYSTEM);
        json.writeStringProperty("system_name", texts.fill(Text.SYSTEM_NAME));
    }

    private void writeResourceType(Scope scope, JsonGenerator json) {
        json.writeStartObject();
        writeSystem(json);
        json.writeStringProperty("type", scope.isStandalone() ? BUSINESS : SERVICE_TEMPLATE);
        json.writeStringProperty(
                "type_name", texts.fill(scope.isStandalone() ? Text.TYPE_BUSINESS : Text.TYPE_SERVICE_TEMPLATE));
        json.writeArrayPropertyStart("instances");
        json.writeStartArray();
        writeInstance(BUSINESS, Text.TYPE_BUSINESS, scope.businessId(), json);
        if (!scope.isStandalone()) {
            writeInstance(SERVICE_TEMPLATE, Text.TYPE_SERVICE_TEMPLATE, scope.serviceTemplateId(), json);
        }
        json.writeEndArray();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeInstance(String type, Text typeName, long id, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("type", type);
        json.writeStringProperty("type_name", texts.fill(typeName));
        json.writeStringProperty("id", Long.toString(id));
        json.writeStringProperty("name", "");
        json.writeEndObject();
    }
}
