package io.proctemplate.domain.instance;

import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.node;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.templated;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.Catalogue;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.Samples;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.Trait;
import io.proctemplate.domain.field.ValueSet;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Templates, hosts and processes made at random from a seed: a world each, small enough for its parts to meet. */
public final class Worlds {
    private static final List<String> LITERALS =
            List.of("", "127.0.0.1", "10.0.0.1", "::1", "fd00::1", "0.0.0.0", "::");

    private final Random random;

    public Worlds(long seed) {
        this.random = new Random(seed);
    }

    private <T> T any(List<? extends T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private Object flag() {
        return any(List.of("", true, false)) instanceof Boolean flag ? flag : null;
    }

    Host host() {
        return new Host(
                any(List.of("", "10.0.0.1", "10.0.0.1,10.0.0.2")),
                any(List.of("", "1.2.3.4")),
                any(List.of("", "fd00::1")),
                any(List.of("", ",2001:db8::1,")));
    }

    public ProcessProperty template() {
        List<Object> spec = new ArrayList<>();
        for (Field<?> field : Fields.PROCESS.fields()) {
            boolean none = !field.is(Trait.REQUIRED) && oneIn(3);
            spec.add(field.name());
            spec.add(templated(none ? null : any(Samples.of(field)), flag()));
        }
        if (!oneIn(6)) {
            spec.add("bind_info");
            spec.add(templated(oneIn(6) ? null : rows(), flag()));
        }
        return ProcessProperty.draft(object(spec.toArray())).orThrow();
    }

    /** The template changed in a few places: mostly fields and rows of its own, some of another one. */
    public ProcessProperty variantOf(ProcessProperty template) {
        Node.Mapping own = template.toNode();
        Node.Mapping other = template().toNode();
        Node.Mapping.Builder variant = new Node.Mapping.Builder();
        for (int i = 0; i < own.size(); i++) {
            Node node = oneIn(6) ? other.node(i) : own.node(i);
            boolean rows = own.name(i).equals("bind_info") && !template.rows().isEmpty() && oneIn(2);
            variant.put(own.name(i), rows ? templated(mixed(template), flag()) : node);
        }
        return ProcessProperty.draft(variant.build()).orThrow();
    }

    private Node mixed(ProcessProperty template) {
        List<Object> rows = new ArrayList<>();
        for (BindRow row : template.rows()) {
            if (!oneIn(4)) {
                rows.add(row.toNode());
            }
        }
        if (oneIn(3)) {
            Collections.shuffle(rows, random);
        }
        for (int id = 11; oneIn(2); id++) {
            rows.add(
                    random.nextInt(rows.size() + 1),
                    object("row_id", id, "port", templated("5" + id, flag()), "protocol", templated("2", flag())));
        }
        return list(rows.toArray());
    }

    private Node rows() {
        List<Object> rows = new ArrayList<>();
        List<Integer> ids = new ArrayList<>(List.of(1, 2, 3, 4));
        for (int left = random.nextInt(4); left > 0; left--) {
            boolean v6 = oneIn(2);
            String ip = oneIn(5) ? null : any(v6 ? List.of("5", "6", "7", "8") : List.of("1", "2", "3", "4"));
            rows.add(object(
                    "row_id", ids.remove(random.nextInt(ids.size())),
                    "ip", templated(ip, flag()),
                    "port", templated(any(Samples.of(Fields.PORT)), flag()),
                    "protocol", templated(any(v6 ? List.of("3", "4") : List.of("1", "2")), flag()),
                    "enable", templated(oneIn(3) ? null : oneIn(2), flag())));
        }
        return list(rows.toArray());
    }

    /** A process that the template made, changed in a few places or many, or in none. */
    Process process(ProcessProperty template, Host host) {
        Process process = Instances.instantiate(template, host);
        List<BoundRow> rows = new ArrayList<>();
        for (BoundRow row : process.rows()) {
            rows.add(oneIn(3) ? changed(row) : row);
        }
        if (!rows.isEmpty() && oneIn(4)) {
            rows.remove(random.nextInt(rows.size()));
        }
        if (!rows.isEmpty() && oneIn(5)) {
            rows.add(random.nextInt(rows.size() + 1), any(rows));
        }
        if (oneIn(5)) {
            rows.add(random.nextInt(rows.size() + 1), strange());
        }
        if (oneIn(4)) {
            Collections.shuffle(rows, random);
        }
        ValueSet values = oneIn(3) ? changed(Fields.PROCESS, process.values()) : process.values();
        return new Process(values, rows);
    }

    private BoundRow strange() {
        ValueSet values = new ValueSet.Builder(Fields.BIND_ROW)
                .set(Fields.PROTOCOL, Protocol.TCP)
                .build();
        return new BoundRow(1 + random.nextInt(5), any(LITERALS), values);
    }

    private BoundRow changed(BoundRow row) {
        ValueSet values = changed(Fields.BIND_ROW, row.values()).toBuilder()
                .set(Fields.IP, null)
                .build();
        return new BoundRow(row.templateRowId(), any(LITERALS), values);
    }

    private ValueSet changed(Catalogue catalogue, ValueSet values) {
        ValueSet.Builder changed = values.toBuilder();
        for (Field<?> field : catalogue.fields()) {
            if (oneIn(6)) {
                change(changed, field);
            }
        }
        return changed.build();
    }

    private <T> void change(ValueSet.Builder values, Field<T> field) {
        Object sample = oneIn(3) ? null : any(Samples.of(field));
        values.set(field, null);
        if (sample != null) {
            values.restore(field.name(), (Scalar) node(sample));
        }
    }

    /** Changes to some free fields, all of them fine. */
    Node.Mapping changes(ProcessProperty template, Process process) {
        Node.Mapping.Builder changes = new Node.Mapping.Builder();
        EditableFields editable = Instances.editableFields(template);
        for (Field<?> field : editable.fields()) {
            if (oneIn(3)) {
                changes.put(field.name(), sample(field));
            }
        }
        List<Object> rows = new ArrayList<>();
        for (EditableFields.Row row : editable.rows()) {
            process.rows().stream()
                    .filter(existing -> existing.templateRowId() == row.templateRowId() && oneIn(2))
                    .findFirst()
                    .ifPresent(existing -> rows.add(change(row, existing)));
        }
        return changes.put("bind_info", list(rows.toArray())).build();
    }

    private Node sample(Field<?> field) {
        return node(oneIn(4) ? null : any(Samples.of(field)));
    }

    private Node.Mapping change(EditableFields.Row row, BoundRow existing) {
        Node.Mapping.Builder change = new Node.Mapping.Builder();
        change.put("template_row_id", Scalar.of(row.templateRowId()));
        for (Field<?> field : row.fields()) {
            if (field == Fields.PORT) {
                change.put("port", Scalar.of(any(List.of("7", "8-9"))));
            } else if (field == Fields.ENABLE) {
                change.put("enable", sample(field));
            } else if (field == Fields.IP) {
                change.put("ip", Scalar.of(""));
            }
        }
        return change.build();
    }

    /** The choice whose wire is {@code wire}. */
    static BindAddress address(String wire) {
        return Arrays.stream(BindAddress.values())
                .filter(address -> address.wire().equals(wire))
                .findFirst()
                .orElseThrow();
    }
}
