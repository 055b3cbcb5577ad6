package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.instance.BoundRow;
import io.proctemplate.domain.instance.Host;
import io.proctemplate.domain.instance.Instances;
import io.proctemplate.domain.instance.Process;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A process that a template makes on a host. */
record MadeProcess(ProcessProperty template, Process process) {

    static MadeProcess of(ProcessProperty template, Host host) {
        return new MadeProcess(template, Instances.instantiate(template, host));
    }

    /** Its name, then a line for each value it has; "locked" after those that people may not change. */
    String text() {
        StringBuilder text = new StringBuilder("  ")
                .append(Json.of(Scalar.of(template.processName())))
                .append('\n');
        for (Field<?> field : Fields.PROCESS.fields()) {
            process.values()
                    .scalar(field)
                    .ifPresent(value -> text.append("    ")
                            .append(said(field, value, template.fields()))
                            .append('\n'));
        }
        List<BindRow> rows = template.rows();
        for (int i = 0; i < rows.size(); i++) {
            append(rows.get(i), process.rows().get(i), text);
        }
        return text.toString();
    }

    private static void append(BindRow row, BoundRow bound, StringBuilder text) {
        String prefix = "    " + BindRows.BIND_INFO + " row " + bound.templateRowId() + " ";
        for (Field<?> field : Fields.BIND_ROW.fields()) {
            bound.scalar(field)
                    .ifPresent(value -> text.append(prefix)
                            .append(said(field, value, row.fields()))
                            .append('\n'));
        }
    }

    private static String said(Field<?> field, Scalar value, FieldSet of) {
        return Excerpt.inLine(field.name() + ": " + Json.of(value)) + (of.isLocked(field) ? " locked" : "");
    }

    Node toNode() {
        Node.Mapping.Builder node = new Node.Mapping.Builder();
        putAll(Fields.PROCESS.fields(), process.values()::scalar, node);
        List<Node> rows = process.rows().stream().map(MadeProcess::toNode).toList();
        return node.put(BindRows.BIND_INFO, new Node.Sequence(rows)).build();
    }

    private static Node toNode(BoundRow row) {
        Node.Mapping.Builder node =
                new Node.Mapping.Builder().put(BoundRow.TEMPLATE_ROW_ID, Scalar.of(row.templateRowId()));
        putAll(Fields.BIND_ROW.fields(), row::scalar, node);
        return node.build();
    }

    private static void putAll(
            List<Field<?>> fields, Function<Field<?>, Optional<Scalar>> values, Node.Mapping.Builder into) {
        for (Field<?> field : fields) {
            into.put(field.name(), values.apply(field).<Node>map(value -> value).orElse(Node.Null.NULL));
        }
    }
}
