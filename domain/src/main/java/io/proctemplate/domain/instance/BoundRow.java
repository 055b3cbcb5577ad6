package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.ValueSet;
import java.util.Optional;

/**
 * One row of ports that a process on a host binds. Where the template's row chooses an address, this one has a literal.
 *
 * <pre>{@code
 * BoundRow row = process.rows().get(0);
 * String where = row.address() + ":" + row.values().get(Fields.PORT); // "10.0.0.7:80,443"
 * }</pre>
 *
 * @param templateRowId the row of the template that it came from
 * @param address the literal address, the empty text for none
 * @param values the other fields of {@link Fields#BIND_ROW}; {@link Fields#IP} has no value here
 * @since 0.1.0
 */
public record BoundRow(long templateRowId, String address, ValueSet values) {
    /** The member of the wire's object that holds the row id. */
    public static final String TEMPLATE_ROW_ID = "template_row_id";

    /**
     * Checks the structure.
     *
     * @throws IllegalArgumentException if {@code values} are not those of a bind row, or hold a choice of address
     */
    public BoundRow {
        if (values.catalogue() != Fields.BIND_ROW || values.get(Fields.IP) != null) {
            throw new IllegalArgumentException("not the values of a row with an address of its own: " + values);
        }
    }

    /** The scalar that stands for the value of {@code field}, the literal address in the place of a choice. */
    public Optional<Scalar> scalar(Field<?> field) {
        return field == Fields.IP ? Optional.of(Scalar.of(address)) : values.scalar(field);
    }
}
