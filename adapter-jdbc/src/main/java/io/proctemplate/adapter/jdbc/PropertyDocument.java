package io.proctemplate.adapter.jdbc;

import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.ProcessProperty;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The property column: one JSON object of what is set, and nothing else, so that rows stay narrow.
 *
 * <pre>{@code
 * {"bk_process_name":1,                        locked; the value is in its column
 *  "proc_num":[2,1],"user":[null,0],           value and lock
 *  "bind_info":[[[1,{"port":["80",1]}]],2]}    rows, each an id and its fields, and lock; then the greatest id there
 *                                              ever was, if its row is gone
 * }</pre>
 *
 * Locks are written as {@link #code numbers}. What is absent is unset; null, "" and false are values like any other.
 */
final class PropertyDocument {
    static final JsonFactory JSON = new JsonFactory();

    private static final Lock[] BY_CODE = byCode();

    private PropertyDocument() {}

    static String write(ProcessProperty property) {
        KeyColumns keys = KeyColumns.of(property);
        StringWriter text = new StringWriter(512);
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            property.fields().forEachSet((name, value, lock) -> writeField(name, value, lock, keys.find(name), out));
            if (!property.bindInfo().isUnset() || property.lostLastRow()) {
                out.writeName(BindRows.BIND_INFO);
                writeBindInfo(property, out);
            }
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void writeField(
            String name, @Nullable Scalar value, Lock lock, @Nullable String column, JsonGenerator out) {
        out.writeName(name);
        if (column != null && Scalar.of(column).equals(value)) {
            out.writeNumber(code(lock));
        } else {
            out.writeStartArray();
            writeScalar(value, out);
            out.writeNumber(code(lock));
            out.writeEndArray();
        }
    }

    private static void writeScalar(@Nullable Scalar value, JsonGenerator out) {
        if (value == null) {
            out.writeNull();
        } else {
            value.fold(out::writeString, out::writeNumber, out::writeBoolean);
        }
    }

    private static void writeBindInfo(ProcessProperty property, JsonGenerator out) {
        BindRows rows = property.bindInfo().value();
        out.writeStartArray();
        if (rows == null) {
            out.writeNull();
        } else {
            out.writeStartArray();
            rows.rows().forEach(row -> writeRow(row, out));
            out.writeEndArray();
        }
        out.writeNumber(code(property.bindInfo().lock()));
        if (property.lostLastRow()) {
            out.writeNumber(property.lastRowId());
        }
        out.writeEndArray();
    }

    private static void writeRow(BindRow row, JsonGenerator out) {
        out.writeStartArray();
        out.writeNumber(row.rowId());
        writeFields(row.fields(), out);
        out.writeEndArray();
    }

    private static void writeFields(FieldSet fields, JsonGenerator out) {
        out.writeStartObject();
        fields.forEachSet((name, value, lock) -> writeField(name, value, lock, null, out));
        out.writeEndObject();
    }

    /** How a lock is stored; a stored number never changes its meaning. */
    static int code(Lock lock) {
        return switch (lock) {
            case FREE -> 0;
            case LOCKED -> 1;
            case UNSAID -> 2;
        };
    }

    /**
     * The lock that is stored as {@code code}.
     *
     * @throws IllegalArgumentException if none is
     */
    static Lock lock(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no lock: " + code);
        }
        return BY_CODE[code];
    }

    private static Lock[] byCode() {
        Lock[] locks = new Lock[Lock.values().length];
        for (Lock lock : Lock.values()) {
            locks[code(lock)] = lock;
        }
        return locks;
    }

    static ProcessProperty read(String document, KeyColumns keys) {
        return new PropertyReader(document, keys).read();
    }
}
