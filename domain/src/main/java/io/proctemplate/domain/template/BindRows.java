package io.proctemplate.domain.template;

import io.proctemplate.domain.field.AddressFamily;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bind rows of one process, in the order sent; in a drafted one no two have one row id.
 *
 * <pre>{@code
 * TemplatedField<BindRows> bindInfo = TemplatedField.locked(new BindRows(List.of(row)));
 * }</pre>
 *
 * @since 0.1.0
 */
public record BindRows(List<BindRow> rows) {
    /** The wire's name of the templated list of rows. */
    public static final String BIND_INFO = "bind_info";

    public BindRows {
        rows = List.copyOf(rows);
    }

    /**
     * Reads the rows a caller sent, reporting all that is wrong to {@code out}. A row without an id (missing, null or 0)
     * gets the greatest id + 1, + 2 … in order.
     *
     * @param lastRowId the greatest id the template ever had, 0 for a new one; ids up to it are not given again
     */
    static BindRows draft(Node.Sequence sent, long lastRowId, Path at, Violations.Collector out) {
        List<BindRow> rows = new ArrayList<>(sent.items().size());
        RowIds ids = new RowIds(lastRowId, out);
        for (int i = 0; i < sent.items().size(); i++) {
            Path place = at.row(i);
            if (sent.items().get(i) instanceof Node.Mapping row) {
                FieldSet fields = draftFields(row, place, out);
                rows.add(new BindRow(ids.given(row.find(BindRow.ROW_ID), place.member(BindRow.ROW_ID)), fields));
            } else {
                out.error(Violation.wrongType(
                        place, Kind.OBJECT, sent.items().get(i).excerpt()));
            }
        }
        return new BindRows(ids.complete(rows, at));
    }

    /** The greatest row id, 0 if there is no row. */
    public long greatestRowId() {
        return rows.stream().mapToLong(BindRow::rowId).max().orElse(0);
    }

    private static FieldSet draftFields(Node.Mapping row, Path at, Violations.Collector out) {
        FieldSet.Builder fields = new FieldSet.Builder(Fields.BIND_ROW);
        for (Field<?> field : Fields.BIND_ROW.fields()) {
            Node sent = row.find(field.name());
            fields.draft(field.name(), sent == null ? Node.Null.NULL : sent, at, out);
        }
        for (int i = 0; i < row.size(); i++) {
            String name = row.name(i);
            if (!name.equals(BindRow.ROW_ID) && Fields.BIND_ROW.find(name) == null) {
                out.warning(Violation.unknownKey(at.member(name), name));
            }
        }
        FieldSet drafted = fields.build();
        checkFamilies(drafted, at, out);
        return drafted;
    }

    /** Address and protocol are of one family; without an address there is nothing to compare. */
    private static void checkFamilies(FieldSet fields, Path at, Violations.Collector out) {
        Protocol protocol = fields.value(Fields.PROTOCOL);
        var address = fields.value(Fields.IP);
        if (protocol == null || address == null) {
            return;
        }
        AddressFamily family = address.family().orElse(protocol.family());
        if (family != protocol.family()) {
            Path place = at.member(Fields.PROTOCOL.name()).member(TemplatedField.VALUE);
            out.error(Violation.familyMismatch(place, address.wire(), protocol.wire()));
        }
    }

    /** Takes the ids that were given, then hands out the rest. */
    private static final class RowIds {
        private static final long NOT_GIVEN = 0;

        private final Violations.Collector out;
        private final Map<Long, Path> given = new HashMap<>();
        private long greatest;

        RowIds(long lastRowId, Violations.Collector out) {
            this.greatest = lastRowId;
            this.out = out;
        }

        long given(@Nullable Node sent, Path at) {
            if (sent == null || sent == Node.Null.NULL) {
                return NOT_GIVEN;
            }
            if (!(sent instanceof Scalar.Number number)) {
                out.error(Violation.wrongType(at, Kind.INTEGER, sent.excerpt()));
                return NOT_GIVEN;
            }
            long id = number.value();
            if (id != NOT_GIVEN) {
                check(id, at);
            }
            return id;
        }

        private void check(long id, Path at) {
            Path first = given.putIfAbsent(id, at);
            if (id < 0) {
                out.error(Violation.outOfRange(at, 0, Long.MAX_VALUE, id));
            } else if (first != null) {
                out.error(Violation.duplicateRowId(at, id, first));
            }
            greatest = Math.max(greatest, id);
        }

        /** The rows, which stand at {@code at}, each with an id. */
        List<BindRow> complete(List<BindRow> rows, Path at) {
            long missing = rows.stream().filter(row -> row.rowId() == NOT_GIVEN).count();
            if (greatest > Long.MAX_VALUE - missing) {
                reportNoneLeft(rows, missing, at);
                return rows;
            }
            List<BindRow> completed = new ArrayList<>(rows.size());
            for (BindRow row : rows) {
                completed.add(row.rowId() == NOT_GIVEN ? new BindRow(++greatest, row.fields()) : row);
            }
            return completed;
        }

        /** Blames the row that took the last id or, where that is gone, each row that brings none. */
        private void reportNoneLeft(List<BindRow> rows, long missing, Path at) {
            Path last = given.get(greatest);
            if (last != null) {
                out.error(Violation.outOfRange(last, 0, Long.MAX_VALUE - missing, greatest));
                return;
            }
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).rowId() == NOT_GIVEN) {
                    out.error(Violation.missing(at.row(i).member(BindRow.ROW_ID)));
                }
            }
        }
    }
}
