package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.AddressFamily;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.ValueSet;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reading of changes to a process, against the locks of its template. For one use. */
final class Edit {
    private final ProcessProperty template;
    private final Process process;
    private final Violations.Collector out = new Violations.Collector();
    private final Map<Long, Path> editedRows = new HashMap<>();

    Edit(ProcessProperty template, Process process) {
        this.template = template;
        this.process = process;
    }

    Validated<Process> apply(Node.Mapping changes) {
        ValueSet.Builder values = process.values().toBuilder();
        List<BoundRow> rows = process.rows();
        for (int i = 0; i < changes.size(); i++) {
            String name = changes.name(i);
            Path at = Path.root().member(name);
            Field<?> field = Fields.PROCESS.find(name);
            if (name.equals(BindRows.BIND_INFO)) {
                rows = editRows(changes.node(i), at);
            } else if (field == null) {
                out.warning(Violation.unknownKey(at, name));
            } else if (mayChange(template.fields(), field, changes.node(i), at)) {
                values.draft(field, changes.node(i), at, out);
            }
        }
        return out.errorCount() == 0
                ? new Validated.Valid<>(new Process(values.build(), rows), out.warnings())
                : new Validated.Invalid<>(out.errors(), out.warnings());
    }

    /** Whether the field is free, or what was sent is what it is locked to. */
    private <T> boolean mayChange(FieldSet locks, Field<T> field, Node sent, Path at) {
        if (!locks.isLocked(field)) {
            return true;
        }
        Optional<Scalar> locked = field.render(locks.get(field));
        boolean same = locked.<Node>map(scalar -> scalar).orElse(Node.Null.NULL).equals(sent);
        if (!same) {
            out.error(locked(field, locked.orElse(null), sent, at));
        }
        return same;
    }

    private Violation locked(Field<?> field, @Nullable Scalar locked, Node sent, Path at) {
        String value = locked == null ? null : locked.excerpt();
        return Violation.fieldLocked(at, field.name(), value, template.processName(), sent.excerpt());
    }

    private List<BoundRow> editRows(Node sent, Path at) {
        List<BoundRow> rows = new ArrayList<>(process.rows());
        if (!(sent instanceof Node.Sequence changes)) {
            out.error(Violation.wrongType(at, Kind.LIST, sent.excerpt()));
            return rows;
        }
        for (int i = 0; i < changes.items().size(); i++) {
            Path place = at.row(i);
            if (changes.items().get(i) instanceof Node.Mapping change) {
                editRow(change, place, rows);
            } else {
                out.error(Violation.wrongType(
                        place, Kind.OBJECT, changes.items().get(i).excerpt()));
            }
        }
        return rows;
    }

    private void editRow(Node.Mapping change, Path at, List<BoundRow> rows) {
        Path idPath = at.member(BoundRow.TEMPLATE_ROW_ID);
        Node id = change.find(BoundRow.TEMPLATE_ROW_ID);
        if (id == null || id == Node.Null.NULL) {
            out.error(Violation.missing(idPath));
        } else if (id instanceof Scalar.Number number) {
            editRow(number.value(), idPath, change, at, rows);
        } else {
            out.error(Violation.wrongType(idPath, Kind.INTEGER, id.excerpt()));
        }
    }

    private void editRow(long id, Path idPath, Node.Mapping change, Path at, List<BoundRow> rows) {
        Path first = editedRows.putIfAbsent(id, idPath);
        BindRow templateRow = find(id);
        int position = position(id, rows);
        if (first != null) {
            out.error(Violation.duplicateRowId(idPath, id, first));
        } else if (templateRow == null || position < 0) {
            out.error(Violation.notAChoice(idPath, editableRows(), Long.toString(id)));
        } else {
            rows.set(position, edited(rows.get(position), templateRow.fields(), change, at));
        }
    }

    private @Nullable BindRow find(long rowId) {
        return template.rows().stream()
                .filter(row -> row.rowId() == rowId)
                .findFirst()
                .orElse(null);
    }

    private static int position(long templateRowId, List<BoundRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).templateRowId() == templateRowId) {
                return i;
            }
        }
        return -1;
    }

    private List<String> editableRows() {
        return template.rows().stream()
                .map(BindRow::rowId)
                .filter(id -> position(id, process.rows()) >= 0)
                .map(id -> Long.toString(id))
                .toList();
    }

    private BoundRow edited(BoundRow row, FieldSet locks, Node.Mapping change, Path at) {
        ValueSet.Builder values = row.values().toBuilder();
        String address = row.address();
        int before = out.errorCount();
        for (int i = 0; i < change.size(); i++) {
            String name = change.name(i);
            Path place = at.member(name);
            Field<?> field = Fields.BIND_ROW.find(name);
            if (field == Fields.IP) {
                address = editAddress(row, locks, change.node(i), place);
            } else if (field != null) {
                if (mayChange(locks, field, change.node(i), place)) {
                    values.draft(field, change.node(i), place, out);
                }
            } else if (!name.equals(BoundRow.TEMPLATE_ROW_ID)) {
                out.warning(Violation.unknownKey(place, name));
            }
        }
        BoundRow edited = new BoundRow(row.templateRowId(), address, values.build());
        boolean concerned = change.find(Fields.IP.name()) != null || change.find(Fields.PROTOCOL.name()) != null;
        if (concerned && out.errorCount() == before) {
            checkFamily(edited, at);
        }
        return edited;
    }

    /** An address that stays what it is changes nothing, locked or not; which one it is locked to, the host says. */
    private String editAddress(BoundRow row, FieldSet locks, Node sent, Path at) {
        String wanted = sent instanceof Scalar.Text text ? text.value() : "";
        if (sent != Node.Null.NULL && !(sent instanceof Scalar.Text)) {
            out.error(Violation.wrongType(at, Kind.TEXT, sent.excerpt()));
        } else if (!wanted.equals(row.address()) && locks.isLocked(Fields.IP)) {
            Scalar choice = Fields.IP.render(locks.get(Fields.IP)).orElse(null);
            out.error(locked(Fields.IP, choice, sent, at));
        } else if (!wanted.isEmpty() && AddressLiteral.family(wanted).isEmpty()) {
            out.error(Violation.notAnAddress(at, wanted));
        }
        return wanted;
    }

    private void checkFamily(BoundRow row, Path at) {
        Protocol protocol = row.values().get(Fields.PROTOCOL);
        Optional<AddressFamily> family = AddressLiteral.family(row.address());
        if (protocol != null && family.isPresent() && family.get() != protocol.family()) {
            out.error(Violation.familyMismatch(at, row.address(), protocol.wire()));
        }
    }
}
