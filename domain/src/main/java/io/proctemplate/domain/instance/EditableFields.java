package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.List;

/**
 * What people may change on the processes of a template: its free fields, in the order of the catalogue.
 *
 * <pre>{@code
 * EditableFields editable = Instances.editableFields(template);
 * boolean command = editable.fields().contains(Fields.START_CMD); // true, it is free
 * boolean user = editable.fields().contains(Fields.USER); // false, it is locked
 * }</pre>
 *
 * @param fields the free fields of the process
 * @param rows each row of the template with its free fields, none left out
 * @since 0.1.0
 */
public record EditableFields(List<Field<?>> fields, List<Row> rows) {
    /** Copies the lists. */
    public EditableFields {
        fields = List.copyOf(fields);
        rows = List.copyOf(rows);
    }

    /** The free fields of one row. */
    public record Row(long templateRowId, List<Field<?>> fields) {
        /** Copies the list. */
        public Row {
            fields = List.copyOf(fields);
        }
    }

    static EditableFields of(ProcessProperty template) {
        List<Row> rows = template.rows().stream()
                .map(row -> new Row(row.rowId(), free(row.fields())))
                .toList();
        return new EditableFields(free(template.fields()), rows);
    }

    private static List<Field<?>> free(FieldSet template) {
        return template.catalogue().fields().stream()
                .filter(field -> !template.isLocked(field))
                .toList();
    }
}
