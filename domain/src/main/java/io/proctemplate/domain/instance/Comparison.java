package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.instance.Difference.AddressDiffers;
import io.proctemplate.domain.instance.Difference.FieldDiffers;
import io.proctemplate.domain.instance.Difference.RowFieldDiffers;
import io.proctemplate.domain.instance.Difference.RowMissing;
import io.proctemplate.domain.instance.Difference.RowUnexpected;
import io.proctemplate.domain.instance.Difference.RowsOutOfOrder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares a process with what a synchronisation makes of it: every part of the two, so that nothing can be missed. */
final class Comparison {
    private final Map<Long, BindAddress> sources;
    private final List<Difference> differences = new ArrayList<>(0);

    private Comparison(Map<Long, BindAddress> sources) {
        this.sources = sources;
    }

    /**
     * All differences.
     *
     * @param sources the choice behind the address of each template row
     */
    static Drift of(Process actual, Process synchronised, Map<Long, BindAddress> sources) {
        Comparison comparison = new Comparison(sources);
        comparison.compareFields(actual, synchronised);
        comparison.compareRows(actual.rows(), synchronised.rows());
        return new Drift(comparison.differences);
    }

    private void compareFields(Process actual, Process synchronised) {
        for (Field<?> field : Fields.PROCESS.fields()) {
            Scalar wanted = synchronised.values().scalar(field).orElse(null);
            Scalar found = actual.values().scalar(field).orElse(null);
            if (!Objects.equals(wanted, found)) {
                differences.add(new FieldDiffers(field, wanted, found));
            }
        }
    }

    private void compareRows(List<BoundRow> actual, List<BoundRow> synchronised) {
        Map<Long, BoundRow> existing = Synchronization.byTemplateRow(actual);
        List<Long> wantedOrder = new ArrayList<>();
        for (BoundRow wanted : synchronised) {
            BoundRow found = existing.get(wanted.templateRowId());
            if (found == null) {
                differences.add(new RowMissing(wanted));
            } else {
                wantedOrder.add(wanted.templateRowId());
                compareRow(found, wanted);
            }
        }
        List<Long> foundOrder = reportUnexpected(actual);
        if (!foundOrder.equals(wantedOrder)) {
            differences.add(new RowsOutOfOrder(wantedOrder, foundOrder));
        }
    }

    /** Reports rows that the template has not, or has already; returns the ids of the others, in their order. */
    private List<Long> reportUnexpected(List<BoundRow> actual) {
        Set<Long> order = new LinkedHashSet<>();
        for (BoundRow row : actual) {
            boolean expected = sources.containsKey(row.templateRowId()) && order.add(row.templateRowId());
            if (!expected) {
                differences.add(new RowUnexpected(row));
            }
        }
        return List.copyOf(order);
    }

    private void compareRow(BoundRow found, BoundRow wanted) {
        for (Field<?> field : Fields.BIND_ROW.fields()) {
            Scalar there = wanted.scalar(field).orElse(null);
            Scalar here = found.scalar(field).orElse(null);
            if (!Objects.equals(there, here)) {
                differences.add(differs(found, wanted, field, there, here));
            }
        }
    }

    private Difference differs(
            BoundRow found, BoundRow wanted, Field<?> field, @Nullable Scalar there, @Nullable Scalar here) {
        long id = wanted.templateRowId();
        return field == Fields.IP
                ? new AddressDiffers(id, sources.getOrDefault(id, BindAddress.NONE), wanted.address(), found.address())
                : new RowFieldDiffers(id, field, there, here);
    }
}
