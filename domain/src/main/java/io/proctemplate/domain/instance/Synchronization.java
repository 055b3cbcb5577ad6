package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.ValueSet;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a template makes a process on a host, and makes an existing one agree with it. */
final class Synchronization {
    private final ProcessProperty template;
    private final Host host;

    Synchronization(ProcessProperty template, Host host) {
        this.template = template;
        this.host = host;
    }

    /** Every value is copied, locked or not. */
    Process fresh() {
        List<BoundRow> rows = template.rows().stream().map(this::fresh).toList();
        return new Process(template.fields().values(), rows);
    }

    private BoundRow fresh(BindRow row) {
        boolean enabled = Objects.requireNonNullElse(row.fields().value(Fields.ENABLE), false);
        ValueSet values = row.fields().values().toBuilder()
                .set(Fields.IP, null)
                .set(Fields.ENABLE, enabled)
                .build();
        return new BoundRow(row.rowId(), host.resolve(row.address()), values);
    }

    /** Locked values are the template's, free ones stay; the rows are the template's, in its order. */
    Process of(Process process) {
        ValueSet values = keepFree(template.fields(), template.fields().values(), process.values());
        Map<Long, BoundRow> existing = byTemplateRow(process.rows());
        List<BoundRow> rows = template.rows().stream()
                .map(row -> of(row, existing.get(row.rowId())))
                .toList();
        return new Process(values, rows);
    }

    private BoundRow of(BindRow row, @Nullable BoundRow existing) {
        BoundRow fresh = fresh(row);
        if (existing == null) {
            return fresh;
        }
        String address = row.fields().isLocked(Fields.IP) ? fresh.address() : existing.address();
        return new BoundRow(row.rowId(), address, keepFree(row.fields(), fresh.values(), existing.values()));
    }

    private static ValueSet keepFree(FieldSet template, ValueSet fresh, ValueSet existing) {
        ValueSet.Builder kept = fresh.toBuilder();
        for (Field<?> field : template.catalogue().fields()) {
            if (!template.isLocked(field)) {
                kept.copy(field, existing);
            }
        }
        return kept.build();
    }

    /** The row that answers for each row of the template: the first one, if there are several. */
    static Map<Long, BoundRow> byTemplateRow(List<BoundRow> rows) {
        Map<Long, BoundRow> first = new HashMap<>();
        rows.forEach(row -> first.putIfAbsent(row.templateRowId(), row));
        return first;
    }

    /** The choice behind the address of each row of the template. */
    Map<Long, BindAddress> addressSources() {
        Map<Long, BindAddress> sources = new HashMap<>();
        template.rows().forEach(row -> sources.put(row.rowId(), row.address()));
        return sources;
    }
}
