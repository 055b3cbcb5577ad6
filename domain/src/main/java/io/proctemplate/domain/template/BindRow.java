package io.proctemplate.domain.template;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * One row of ports that a process binds (wire contract, section 4.2).
 *
 * <pre>{@code
 * FieldSet fields = new FieldSet.Builder(Fields.BIND_ROW)
 *         .set(Fields.IP, TemplatedField.locked(BindAddress.FIRST_INNER_V4))
 *         .set(Fields.PORT, TemplatedField.locked(Ports.of("80,443")))
 *         .set(Fields.PROTOCOL, TemplatedField.locked(Protocol.TCP))
 *         .build();
 * BindRow row = new BindRow(1, fields);
 * }</pre>
 *
 * @param rowId the index by which instances find their row, unique within the process; at least 1 in a stored template
 * @param fields the templated fields of {@link Fields#BIND_ROW}
 * @since 0.1.0
 */
public record BindRow(long rowId, FieldSet fields) {
    /** The member of the wire's object that holds the row id; bare, not templated. */
    public static final String ROW_ID = "row_id";

    public BindRow {
        if (fields.catalogue() != Fields.BIND_ROW) {
            throw new IllegalArgumentException("not the fields of a bind row: " + fields);
        }
    }

    /** The address to bind; no value counts as {@link BindAddress#NONE}. */
    public BindAddress address() {
        BindAddress address = fields.value(Fields.IP);
        return address == null ? BindAddress.NONE : address;
    }

    /** The ports to bind; null in a faulty draft only. */
    public @Nullable Ports ports() {
        return fields.value(Fields.PORT);
    }

    /** The transport protocol; null in a faulty draft only. */
    public @Nullable Protocol protocol() {
        return fields.value(Fields.PROTOCOL);
    }

    /** The row as reads of the API give it: its id, and every field as {@code {"value": …, "as_default_value": …}}. */
    public Node.Mapping toNode() {
        Node.Mapping.Builder node = new Node.Mapping.Builder().put(ROW_ID, Scalar.of(rowId));
        ProcessProperty.putAll(fields, node);
        return node.build();
    }
}
