package io.proctemplate.adapter.jdbc;

import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes one {@link PropertyDocument}. */
final class PropertyWriter {
    private final JsonGenerator out;
    private final KeyColumns keys;
    private final Function<String, JsonGenerator> text;
    private final LongFunction<JsonGenerator> number;
    private final Function<Boolean, JsonGenerator> flag;

    PropertyWriter(JsonGenerator out, KeyColumns keys) {
        this.out = out;
        this.keys = keys;
        this.text = out::writeString;
        this.number = out::writeNumber;
        this.flag = out::writeBoolean;
    }

    void write(ProcessProperty property) {
        out.writeStartObject();
        property.fields().forEachSet((name, value, lock) -> writeField(name, value, lock, keys.find(name)));
        if (!property.bindInfo().isUnset() || property.lostLastRow()) {
            out.writeName(BindRows.BIND_INFO);
            writeBindInfo(property);
        }
        out.writeEndObject();
    }

    private void writeField(String name, @Nullable Scalar value, Lock lock, @Nullable String column) {
        out.writeName(name);
        if (column != null && Scalar.of(column).equals(value)) {
            writeLock(lock);
        } else {
            out.writeStartArray();
            if (value == null) {
                out.writeNull();
            } else {
                value.fold(text, number, flag);
            }
            writeLock(lock);
            out.writeEndArray();
        }
    }

    private void writeBindInfo(ProcessProperty property) {
        BindRows rows = property.bindInfo().value();
        out.writeStartArray();
        if (rows == null) {
            out.writeNull();
        } else {
            out.writeStartArray();
            rows.rows().forEach(this::writeRow);
            out.writeEndArray();
        }
        writeLock(property.bindInfo().lock());
        if (property.lostLastRow()) {
            out.writeNumber(property.lastRowId());
        }
        out.writeEndArray();
    }

    private void writeRow(BindRow row) {
        out.writeStartArray();
        out.writeNumber(row.rowId());
        writeFields(row.fields());
        out.writeEndArray();
    }

    private void writeFields(FieldSet fields) {
        out.writeStartObject();
        fields.forEachSet((name, value, lock) -> writeField(name, value, lock, null));
        out.writeEndObject();
    }

    private void writeLock(Lock lock) {
        out.writeNumber(PropertyDocument.code(lock));
    }
}
