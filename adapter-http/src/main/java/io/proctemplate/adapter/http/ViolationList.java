package io.proctemplate.adapter.http;

import io.proctemplate.domain.violation.Datum;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import io.proctemplate.wire.Code;
import tools.jackson.core.JsonGenerator;

/** Writes violations or warnings as the additive members of the envelope (wire contract, section 2). */
final class ViolationList {
    /** More entries than a real request gives rise to: bounds what a small hostile one can make of an answer. */
    static final int MAX_ENTRIES = 5_000;

    static final int EXPECTED_ENTRY_BYTES = 400;

    private final Texts texts;

    ViolationList(Texts texts) {
        this.texts = texts;
    }

    /** Writes nothing if there are none. */
    void write(String member, Violations violations, JsonGenerator json) {
        if (violations.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(member);
        violations.list().stream().limit(MAX_ENTRIES).forEach(violation -> write(violation, json));
        json.writeEndArray();
        if (violations.list().size() > MAX_ENTRIES) {
            json.writeBooleanProperty(member + "_truncated", true);
        }
    }

    private void write(Violation violation, JsonGenerator json) {
        String pointer = violation.path().pointer();
        json.writeStartObject();
        json.writeNumberProperty("code", Code.of(violation.rule()).number());
        json.writeStringProperty("pointer", Excerpt.wellFormed(pointer));
        violation.path().outermostIndex().ifPresent(index -> json.writeNumberProperty("index", index));
        String field = FieldName.of(pointer);
        json.writeStringProperty("field", Excerpt.wellFormed(field));
        json.writeStringProperty("message", ViolationText.of(violation, field, texts));
        violation.rejected().ifPresent(value -> json.writeStringProperty("rejected", Excerpt.cut(value)));
        violation
                .find(Datum.OTHER)
                .ifPresent(place -> json.writeStringProperty("other", Excerpt.wellFormed(place.pointer())));
        violation.find(Datum.EXISTING_ID).ifPresent(id -> json.writeNumberProperty("existing_id", id));
        json.writeEndObject();
    }
}
