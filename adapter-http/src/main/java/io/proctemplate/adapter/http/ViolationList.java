package io.proctemplate.adapter.http;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Holder;
import io.proctemplate.domain.violation.Violations;
import org.jspecify.annotations.Nullable;
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
        json.writeNumberProperty("code", violation.code().number());
        json.writeStringProperty("pointer", Excerpt.wellFormed(pointer));
        violation.path().outermostIndex().ifPresent(index -> json.writeNumberProperty("index", index));
        String field = FieldName.of(pointer);
        json.writeStringProperty("field", Excerpt.wellFormed(field));
        json.writeStringProperty("message", violation.fold(new ViolationText(texts, field)));
        violation.rejected().ifPresent(value -> json.writeStringProperty("rejected", Excerpt.cut(value)));
        writeOther(violation, json);
        json.writeEndObject();
    }

    /** The other party of a clash. */
    private static void writeOther(Violation violation, JsonGenerator json) {
        if (violation instanceof Violation.ProcessNameTaken taken) {
            writeHolder(taken.holder(), json);
        } else if (violation instanceof Violation.FunctionTaken taken) {
            writeHolder(taken.holder(), json);
        } else if (violation instanceof Violation.DuplicateRowId duplicate) {
            writePlace(duplicate.first(), json);
        } else if (violation instanceof Violation.OverlappingRows overlapping) {
            writePlace(overlapping.other(), json);
        } else if (violation instanceof Violation.NameTaken taken) {
            writeExisting(taken.holderId(), json);
        } else if (violation instanceof Violation.CategoryNameTaken taken) {
            writeExisting(taken.holderId(), json);
        }
    }

    private static void writeHolder(Holder holder, JsonGenerator json) {
        writePlace(holder.item(), json);
        Long id = holder.storedId();
        if (id != null) {
            writeExisting(id, json);
        }
    }

    private static void writeExisting(long id, JsonGenerator json) {
        json.writeNumberProperty("existing_id", id);
    }

    private static void writePlace(@Nullable Path place, JsonGenerator json) {
        if (place != null) {
            json.writeStringProperty("other", Excerpt.wellFormed(place.pointer()));
        }
    }
}
