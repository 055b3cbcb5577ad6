package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.instance.Difference.AddressDiffers;
import io.proctemplate.domain.instance.Difference.FieldDiffers;
import io.proctemplate.domain.instance.Difference.RowFieldDiffers;
import io.proctemplate.domain.instance.Difference.RowMissing;
import io.proctemplate.domain.instance.Difference.RowUnexpected;
import io.proctemplate.domain.instance.Difference.RowsOutOfOrder;
import io.proctemplate.domain.template.BindRows;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Differences as lines for people. */
final class DriftText implements Difference.Cases<String> {

    @Override
    public String field(FieldDiffers difference) {
        return difference.field() + ": locked to " + show(difference.locked()) + ", is " + show(difference.actual());
    }

    @Override
    public String rowField(RowFieldDiffers difference) {
        return place(difference.templateRowId()) + " " + difference.field() + ": locked to " + show(difference.locked())
                + ", is " + show(difference.actual());
    }

    @Override
    public String address(AddressDiffers difference) {
        return place(difference.templateRowId()) + " " + Fields.IP + ": locked to "
                + show(Scalar.of(difference.locked())) + " (" + words(difference.source()) + "), is "
                + show(Scalar.of(difference.actual()));
    }

    private static String words(BindAddress source) {
        return source.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String rowMissing(RowMissing difference) {
        return place(difference.row().templateRowId()) + ": missing";
    }

    @Override
    public String rowUnexpected(RowUnexpected difference) {
        return place(difference.row().templateRowId()) + ": not in the template";
    }

    @Override
    public String rowsOutOfOrder(RowsOutOfOrder difference) {
        return BindRows.BIND_INFO + ": rows in the order " + difference.actual() + " instead of "
                + difference.template();
    }

    private static String place(long templateRowId) {
        return BindRows.BIND_INFO + " row " + templateRowId;
    }

    private static String show(@Nullable Scalar value) {
        return value == null ? "nothing" : Json.of(value);
    }
}
