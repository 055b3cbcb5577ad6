package io.proctemplate.adapter.jdbc;

import io.proctemplate.domain.field.Catalogue;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Reads one {@link PropertyDocument}. */
final class PropertyReader {
    private final JsonParser in;
    private final KeyColumns keys;
    private long lastRowId;

    PropertyReader(String document, KeyColumns keys) {
        this.in = PropertyDocument.JSON.createParser(ObjectReadContext.empty(), document);
        this.keys = keys;
    }

    /**
     * The property.
     *
     * @throws IllegalArgumentException if the document is none of a property
     */
    ProcessProperty read() {
        try (in) {
            FieldSet.Builder fields = new FieldSet.Builder(Fields.PROCESS);
            TemplatedField<BindRows> bindInfo = TemplatedField.unset();
            require(in.nextToken(), JsonToken.START_OBJECT);
            while (in.nextToken() != JsonToken.END_OBJECT) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals(BindRows.BIND_INFO)) {
                    bindInfo = bindInfo();
                } else {
                    restore(name, fields);
                }
            }
            return ProcessProperty.restore(fields.build(), bindInfo, lastRowId);
        }
    }

    private void restore(String name, FieldSet.Builder into) {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            String column = keys.find(name);
            if (column == null) {
                throw new IllegalArgumentException("no column for " + name);
            }
            into.restore(name, Scalar.of(column), lock());
        } else {
            require(in.currentToken(), JsonToken.START_ARRAY);
            in.nextToken();
            Scalar value = scalar();
            into.restore(name, value, lastLock());
        }
    }

    private @Nullable Scalar scalar() {
        return switch (in.currentToken()) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> Scalar.of(in.getString());
            case VALUE_NUMBER_INT -> Scalar.of(in.getLongValue());
            case VALUE_TRUE -> Scalar.of(true);
            case VALUE_FALSE -> Scalar.of(false);
            default -> throw new IllegalArgumentException("no scalar: " + in.currentToken());
        };
    }

    /** The lock that ends an array. */
    private Lock lastLock() {
        in.nextToken();
        Lock lock = lock();
        require(in.nextToken(), JsonToken.END_ARRAY);
        return lock;
    }

    private Lock lock() {
        return PropertyDocument.lock(in.getIntValue());
    }

    private TemplatedField<BindRows> bindInfo() {
        require(in.currentToken(), JsonToken.START_ARRAY);
        BindRows rows = in.nextToken() == JsonToken.VALUE_NULL ? null : rows();
        in.nextToken();
        Lock lock = lock();
        if (in.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            lastRowId = in.getLongValue();
            in.nextToken();
        }
        require(in.currentToken(), JsonToken.END_ARRAY);
        return new TemplatedField<>(rows, lock);
    }

    private BindRows rows() {
        require(in.currentToken(), JsonToken.START_ARRAY);
        List<BindRow> rows = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            in.nextToken();
            long rowId = in.getLongValue();
            rows.add(new BindRow(rowId, rowFields()));
            require(in.nextToken(), JsonToken.END_ARRAY);
        }
        return new BindRows(rows);
    }

    private FieldSet rowFields() {
        Catalogue catalogue = Fields.BIND_ROW;
        FieldSet.Builder fields = new FieldSet.Builder(catalogue);
        require(in.nextToken(), JsonToken.START_OBJECT);
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            restore(name, fields);
        }
        return fields.build();
    }

    private static void require(@Nullable JsonToken token, JsonToken wanted) {
        if (token != wanted) {
            throw new IllegalArgumentException(wanted + " expected, not " + token);
        }
    }
}
