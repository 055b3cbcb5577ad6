package io.proctemplate.wire;

import io.proctemplate.domain.violation.Datum;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import io.proctemplate.wire.text.Excerpt;
import io.proctemplate.wire.text.FieldName;
import io.proctemplate.wire.text.Messages;
import tools.jackson.core.JsonGenerator;

/** Writes violations or warnings as the additive members of the envelope. */
public final class ViolationWriter {
    /** More entries than a real request gives rise to: bounds what a small hostile one can make of an answer. */
    public static final int MAX_ENTRIES = 5_000;

    /** About how long one is. */
    public static final int EXPECTED_ENTRY_BYTES = 400;

    private final Messages messages;

    /** In the language of {@code messages}. */
    public ViolationWriter(Messages messages) {
        this.messages = messages;
    }

    /** Writes nothing if there are none. */
    public void write(String member, Violations violations, JsonGenerator json) {
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
        json.writeStringProperty("message", messages.of(violation, field));
        violation.rejected().ifPresent(value -> json.writeStringProperty("rejected", Excerpt.cut(value)));
        violation
                .find(Datum.OTHER)
                .ifPresent(place -> json.writeStringProperty("other", Excerpt.wellFormed(place.pointer())));
        violation.find(Datum.EXISTING_ID).ifPresent(id -> json.writeNumberProperty("existing_id", id));
        json.writeEndObject();
    }
}
