package io.proctemplate.domain.diff;

import io.proctemplate.domain.diff.JsonPatch.Operation;
import io.proctemplate.domain.diff.JsonPatch.Verb;
import io.proctemplate.domain.diff.TemplateChange.BindInfoChanged;
import io.proctemplate.domain.diff.TemplateChange.FieldChanged;
import io.proctemplate.domain.diff.TemplateChange.RowAdded;
import io.proctemplate.domain.diff.TemplateChange.RowFieldChanged;
import io.proctemplate.domain.diff.TemplateChange.RowRemoved;
import io.proctemplate.domain.diff.TemplateChange.RowsReordered;
import io.proctemplate.domain.diff.TemplateChange.State;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.violation.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a patch for each change. Rows go first, from behind, and come in the order of the later list: so the
 * position of a row that goes is its earlier one, and that of any other its later one.
 */
final class PatchSteps implements TemplateChange.Cases<List<Operation>> {
    private static final Path BIND_INFO = Path.root().member(BindRows.BIND_INFO);
    private static final Path ROWS = BIND_INFO.member(TemplatedField.VALUE);

    private final TemplateDiff diff;
    private final boolean wholeList;

    PatchSteps(TemplateDiff diff) {
        this.diff = diff;
        this.wholeList = diff.changes().stream().anyMatch(PatchSteps::replacesTheList);
    }

    private static boolean replacesTheList(TemplateChange change) {
        return change instanceof RowsReordered
                || (change instanceof BindInfoChanged info && info.listBefore() != info.listAfter());
    }

    JsonPatch patch() {
        List<Operation> removals = new ArrayList<>();
        List<Operation> others = new ArrayList<>();
        for (TemplateChange change : diff.changes()) {
            if (change instanceof RowRemoved) {
                removals.addAll(0, change.fold(this));
            } else {
                others.addAll(change.fold(this));
            }
        }
        removals.addAll(others);
        return new JsonPatch(removals);
    }

    @Override
    public List<Operation> field(FieldChanged change) {
        return replace(Path.root().member(change.field().name()), change.before(), change.after());
    }

    @Override
    public List<Operation> rowField(RowFieldChanged change) {
        return wholeList ? List.of() : replace(fieldOf(change), change.before(), change.after());
    }

    private Path fieldOf(RowFieldChanged change) {
        return ROWS.row(position(change.rowId(), diff.after()))
                .member(change.field().name());
    }

    @Override
    public List<Operation> rowAdded(RowAdded change) {
        Path at = ROWS.row(position(change.row().rowId(), diff.after()));
        return wholeList
                ? List.of()
                : List.of(new Operation(Verb.ADD, at, change.row().toNode()));
    }

    @Override
    public List<Operation> rowRemoved(RowRemoved change) {
        Path at = ROWS.row(position(change.row().rowId(), diff.before()));
        return wholeList ? List.of() : List.of(new Operation(Verb.REMOVE, at, null));
    }

    @Override
    public List<Operation> rowsReordered(RowsReordered change) {
        return List.of(laterList());
    }

    @Override
    public List<Operation> bindInfo(BindInfoChanged change) {
        List<Operation> steps = new ArrayList<>(2);
        if (change.listBefore() != change.listAfter()) {
            steps.add(laterList());
        }
        if (change.lockBefore() != change.lockAfter()) {
            steps.add(replaceLock(BIND_INFO, change.lockAfter()));
        }
        return steps;
    }

    private Operation laterList() {
        Node.Mapping later =
                (Node.Mapping) Objects.requireNonNull(diff.after().toNode().find(BindRows.BIND_INFO));
        return new Operation(Verb.REPLACE, ROWS, later.find(TemplatedField.VALUE));
    }

    private static List<Operation> replace(Path field, State before, State after) {
        List<Operation> steps = new ArrayList<>(2);
        if (!Objects.equals(before.value(), after.value())) {
            Node value = orNull(after.value());
            steps.add(new Operation(Verb.REPLACE, field.member(TemplatedField.VALUE), value));
        }
        if (before.lock() != after.lock()) {
            steps.add(replaceLock(field, after.lock()));
        }
        return steps;
    }

    private static Operation replaceLock(Path field, Lock lock) {
        Boolean flag = lock.flag();
        Node value = orNull(flag == null ? null : Scalar.of(flag));
        return new Operation(Verb.REPLACE, field.member(TemplatedField.AS_DEFAULT_VALUE), value);
    }

    private static Node orNull(@Nullable Scalar value) {
        return value == null ? Node.Null.NULL : value;
    }

    private static int position(long rowId, ProcessProperty property) {
        List<BindRow> rows = property.rows();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).rowId() == rowId) {
                return i;
            }
        }
        throw new IllegalArgumentException("no row " + rowId);
    }
}
