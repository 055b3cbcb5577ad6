package io.proctemplate.domain.diff;

import io.proctemplate.domain.diff.TemplateChange.BindInfoChanged;
import io.proctemplate.domain.diff.TemplateChange.FieldChanged;
import io.proctemplate.domain.diff.TemplateChange.RowAdded;
import io.proctemplate.domain.diff.TemplateChange.RowFieldChanged;
import io.proctemplate.domain.diff.TemplateChange.RowRemoved;
import io.proctemplate.domain.diff.TemplateChange.RowsReordered;
import io.proctemplate.domain.diff.TemplateChange.State;
import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Changes as lines for people. */
final class DiffText implements TemplateChange.Cases<String> {

    @Override
    public String field(FieldChanged change) {
        return change.field() + ": " + show(change.before()) + " → " + show(change.after());
    }

    @Override
    public String rowField(RowFieldChanged change) {
        return place(change.rowId()) + " " + change.field() + ": " + show(change.before()) + " → "
                + show(change.after());
    }

    @Override
    public String rowAdded(RowAdded change) {
        return place(change.row().rowId()) + ": added, " + show(change.row());
    }

    @Override
    public String rowRemoved(RowRemoved change) {
        return place(change.row().rowId()) + ": removed, " + show(change.row());
    }

    @Override
    public String rowsReordered(RowsReordered change) {
        return BindRows.BIND_INFO + ": rows in the order " + change.before() + " → " + change.after();
    }

    @Override
    public String bindInfo(BindInfoChanged change) {
        return BindRows.BIND_INFO + ": " + list(change.listBefore()) + lock(change.lockBefore()) + " → "
                + list(change.listAfter()) + lock(change.lockAfter());
    }

    private static String list(boolean present) {
        return present ? "rows" : "nothing";
    }

    private static String place(long rowId) {
        return BindRows.BIND_INFO + " row " + rowId;
    }

    private static String show(BindRow row) {
        StringJoiner fields = new StringJoiner(", ");
        row.fields().forEachSet((name, value, lock) -> fields.add(name + " " + show(value) + lock(lock)));
        return fields.toString();
    }

    private static String show(State state) {
        return show(state.value()) + lock(state.lock());
    }

    private static String show(@Nullable Scalar value) {
        return value == null ? "nothing" : Json.of(value);
    }

    private static String lock(Lock lock) {
        return switch (lock) {
            case LOCKED -> " locked";
            case FREE -> " free";
            case UNSAID -> "";
        };
    }
}
