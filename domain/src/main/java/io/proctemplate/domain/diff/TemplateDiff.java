package io.proctemplate.domain.diff;

import io.proctemplate.domain.diff.TemplateChange.BindInfoChanged;
import io.proctemplate.domain.diff.TemplateChange.FieldChanged;
import io.proctemplate.domain.diff.TemplateChange.RowAdded;
import io.proctemplate.domain.diff.TemplateChange.RowFieldChanged;
import io.proctemplate.domain.diff.TemplateChange.RowRemoved;
import io.proctemplate.domain.diff.TemplateChange.RowsReordered;
import io.proctemplate.domain.diff.TemplateChange.State;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All in which a later template differs from an earlier one. Rows are the same row if they have the same row id.
 *
 * <pre>{@code
 * TemplateDiff diff = TemplateDiff.between(template, later);
 * String forPeople = diff.text();
 * String forMachines = diff.jsonPatch().toJson();
 * }</pre>
 *
 * @param changes fields of the process first, then the rows
 * @since 0.1.0
 */
public record TemplateDiff(ProcessProperty before, ProcessProperty after, List<TemplateChange> changes) {
    /** Copies the list. */
    public TemplateDiff {
        changes = List.copyOf(changes);
    }

    /** Compares; no change if and only if the two are equal. */
    public static TemplateDiff between(ProcessProperty before, ProcessProperty after) {
        List<TemplateChange> changes = new ArrayList<>();
        compare(before.fields(), after.fields(), FieldChanged::new, changes);
        compareBindInfo(before, after, changes);
        compareRows(byId(before), byId(after), changes);
        return new TemplateDiff(before, after, changes);
    }

    private interface FieldChange {
        TemplateChange of(Field<?> field, State before, State after);
    }

    private static void compare(FieldSet before, FieldSet after, FieldChange change, List<TemplateChange> into) {
        for (Field<?> field : before.catalogue().fields()) {
            State earlier = state(before, field);
            State later = state(after, field);
            if (!earlier.equals(later)) {
                into.add(change.of(field, earlier, later));
            }
        }
    }

    private static <T> State state(FieldSet fields, Field<T> field) {
        TemplatedField<T> templated = fields.get(field);
        return new State(field.render(templated).orElse(null), templated.lock());
    }

    private static void compareBindInfo(ProcessProperty before, ProcessProperty after, List<TemplateChange> into) {
        BindInfoChanged change = new BindInfoChanged(
                before.bindInfo().value() != null,
                before.bindInfo().lock(),
                after.bindInfo().value() != null,
                after.bindInfo().lock());
        if (change.listBefore() != change.listAfter() || change.lockBefore() != change.lockAfter()) {
            into.add(change);
        }
    }

    private static Map<Long, BindRow> byId(ProcessProperty property) {
        Map<Long, BindRow> rows = new LinkedHashMap<>();
        property.rows().forEach(row -> rows.put(row.rowId(), row));
        return rows;
    }

    private static void compareRows(Map<Long, BindRow> before, Map<Long, BindRow> after, List<TemplateChange> into) {
        before.values().stream()
                .filter(row -> !after.containsKey(row.rowId()))
                .forEach(row -> into.add(new RowRemoved(row)));
        for (BindRow row : after.values()) {
            BindRow earlier = before.get(row.rowId());
            if (earlier == null) {
                into.add(new RowAdded(row));
            } else {
                compare(
                        earlier.fields(),
                        row.fields(),
                        (field, was, is) -> new RowFieldChanged(row.rowId(), field, was, is),
                        into);
            }
        }
        List<Long> earlierOrder = common(before, after);
        List<Long> laterOrder = common(after, before);
        if (!earlierOrder.equals(laterOrder)) {
            into.add(new RowsReordered(earlierOrder, laterOrder));
        }
    }

    private static List<Long> common(Map<Long, BindRow> rows, Map<Long, BindRow> others) {
        return rows.keySet().stream().filter(others::containsKey).toList();
    }

    /** Whether the two are equal. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** One line of plain English for each change, none for no change. */
    public String text() {
        DiffText text = new DiffText();
        return changes.stream().map(change -> change.fold(text) + "\n").collect(Collectors.joining());
    }

    /**
     * The steps that make {@link ProcessProperty#toNode()} of the earlier template that of the later one. A row keeps its
     * place in the list where it can; rows in another order are replaced as a whole.
     */
    public JsonPatch jsonPatch() {
        return new PatchSteps(this).patch();
    }
}
