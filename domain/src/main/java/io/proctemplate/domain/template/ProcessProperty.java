package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a process runs on every host of a service: the templated fields of the process and its bind rows (wire contract,
 * section 4.1). Immutable.
 *
 * <pre>{@code
 * FieldSet fields = new FieldSet.Builder(Fields.PROCESS)
 *         .set(Fields.BK_FUNC_NAME, TemplatedField.locked("nginx"))
 *         .set(Fields.BK_PROCESS_NAME, TemplatedField.locked("web"))
 *         .set(Fields.USER, TemplatedField.locked("www"))
 *         .set(Fields.START_CMD, TemplatedField.free("nginx -g 'daemon off;'"))
 *         .build();
 * BindRows rows = new BindRows(List.of(new BindRow(1, row))); // see BindRow
 * ProcessProperty template =
 *         ProcessProperty.of(fields, TemplatedField.locked(rows)).orThrow();
 * }</pre>
 *
 * @since 0.1.0
 */
public final class ProcessProperty {
    /** Says nothing about anything; no template's. */
    static final ProcessProperty EMPTY =
            new ProcessProperty(new FieldSet.Builder(Fields.PROCESS).build(), TemplatedField.unset(), 0);

    private final FieldSet fields;
    private final TemplatedField<BindRows> bindInfo;
    private final long lastRowId;

    private ProcessProperty(FieldSet fields, TemplatedField<BindRows> bindInfo, long lastRowId) {
        if (fields.catalogue() != Fields.PROCESS) {
            throw new IllegalArgumentException("not the fields of a process: " + fields);
        }
        this.fields = fields;
        this.bindInfo = bindInfo;
        BindRows rows = bindInfo.value();
        this.lastRowId = rows == null ? lastRowId : Math.max(lastRowId, rows.greatestRowId());
    }

    /** Reads a {@code spec} as callers send it: a property, or everything that is wrong with it. */
    public static Validated<ProcessProperty> draft(Node.Mapping spec) {
        Violations.Collector out = new Violations.Collector();
        ProcessProperty property = draft(spec, Path.root(), new PortClaims(), out);
        return out.errorCount() == 0
                ? new Validated.Valid<>(property, out.warnings())
                : new Validated.Invalid<>(out.errors(), out.warnings());
    }

    /** A property of values made in Java, judged by the same rules as one that was sent. */
    public static Validated<ProcessProperty> of(FieldSet fields, TemplatedField<BindRows> bindInfo) {
        return draft(new ProcessProperty(fields, bindInfo, 0).toNode());
    }

    /** Reads a {@code spec} that stands at {@code at}; not to be kept if there was an error. */
    static ProcessProperty draft(Node.Mapping spec, Path at, PortClaims claims, Violations.Collector out) {
        FieldSet.Builder fields = new FieldSet.Builder(Fields.PROCESS);
        TemplatedField<BindRows> bindInfo = read(spec, fields, TemplatedField.unset(), 0, at, claims, out);
        fields.requireSent(at, out);
        return new ProcessProperty(fields.build(), bindInfo, 0);
    }

    /**
     * This property with {@code changes} made, which stand at {@code at}: only keys that are there change, and each
     * replaces value and flag; what is fixed since the creation stays, with a warning. Bind rows are replaced as a whole;
     * a row without an id gets one that this property never had. Not to be kept if there was an error.
     */
    ProcessProperty revise(Node.Mapping changes, Path at, Violations.Collector out) {
        FieldSet.Builder revised = new FieldSet.Builder(fields);
        TemplatedField<BindRows> rows = read(changes, revised, bindInfo, lastRowId, at, new PortClaims(), out);
        return new ProcessProperty(revised.build(), rows, lastRowId);
    }

    private static TemplatedField<BindRows> read(
            Node.Mapping sent,
            FieldSet.Builder fields,
            TemplatedField<BindRows> before,
            long lastRowId,
            Path at,
            PortClaims claims,
            Violations.Collector out) {
        TemplatedField<BindRows> bindInfo = before;
        for (int i = 0; i < sent.size(); i++) {
            String name = sent.name(i);
            if (name.equals(BindRows.BIND_INFO)) {
                bindInfo = draftBindInfo(sent.node(i), lastRowId, at.member(name), claims, out);
            } else if (!fields.draft(name, sent.node(i), at, out) && !Placement.isKey(name)) {
                out.warning(LegacyKeys.warning(name, at.member(name)));
            }
        }
        return bindInfo;
    }

    private static TemplatedField<BindRows> draftBindInfo(
            Node sent, long lastRowId, Path at, PortClaims claims, Violations.Collector out) {
        if (sent == Node.Null.NULL) {
            return TemplatedField.unset();
        }
        if (!(sent instanceof Node.Mapping mapping)) {
            out.error(Violation.wrongType(at, Kind.OBJECT, sent.excerpt()));
            return TemplatedField.unset();
        }
        BindRows rows = null;
        Lock lock = Lock.UNSAID;
        for (int i = 0; i < mapping.size(); i++) {
            switch (mapping.name(i)) {
                case TemplatedField.VALUE -> rows = draftRows(mapping.node(i), lastRowId, at, claims, out);
                case TemplatedField.AS_DEFAULT_VALUE -> lock = Field.readLock(mapping.node(i), at, out);
                default -> out.warning(Violation.unknownKey(at.member(mapping.name(i)), mapping.name(i)));
            }
        }
        return new TemplatedField<>(rows, lock);
    }

    private static @Nullable BindRows draftRows(
            Node sent, long lastRowId, Path at, PortClaims claims, Violations.Collector out) {
        if (sent == Node.Null.NULL) {
            return null;
        }
        Path place = at.member(TemplatedField.VALUE);
        if (!(sent instanceof Node.Sequence sequence)) {
            out.error(Violation.wrongType(place, Kind.LIST, sent.excerpt()));
            return null;
        }
        int before = out.errorCount();
        BindRows rows = BindRows.draft(sequence, lastRowId, place, out);
        if (out.errorCount() == before) {
            claims.claim(rows, place, out);
        }
        return rows;
    }

    /**
     * What a store kept. Only the structure is looked at: a value rule that has become stricter since does not make a
     * stored template unreadable.
     *
     * @param lastRowId the greatest row id there ever was; may be 0 if no row was ever taken away
     */
    public static ProcessProperty restore(FieldSet fields, TemplatedField<BindRows> bindInfo, long lastRowId) {
        return new ProcessProperty(fields, bindInfo, lastRowId);
    }

    /** {@link #restore(FieldSet, TemplatedField, long)} of a property that never lost a row. */
    public static ProcessProperty restore(FieldSet fields, TemplatedField<BindRows> bindInfo) {
        return new ProcessProperty(fields, bindInfo, 0);
    }

    /** The fields of the process itself, all but its bind rows. */
    public FieldSet fields() {
        return fields;
    }

    /** The bind rows as one templated value; null is not the same as an empty list. */
    public TemplatedField<BindRows> bindInfo() {
        return bindInfo;
    }

    /** The greatest row id this property ever had; rows that come later get greater ones. */
    public long lastRowId() {
        return lastRowId;
    }

    /** Whether a row that had {@link #lastRowId} is gone, so that the rows alone do not tell it. */
    public boolean lostLastRow() {
        BindRows rows = bindInfo.value();
        return lastRowId > (rows == null ? 0 : rows.greatestRowId());
    }

    /** The bind rows in their order, none where there is no list of them. */
    public List<BindRow> rows() {
        BindRows rows = bindInfo.value();
        return rows == null ? List.of() : rows.rows();
    }

    /**
     * The property as reads of the API give it, and as {@link #draft} takes it: every field as {@code {"value": …,
     * "as_default_value": …}}, one that is unset with two nulls.
     */
    public Node.Mapping toNode() {
        Node.Mapping.Builder node = new Node.Mapping.Builder();
        putAll(fields, node);
        BindRows rows = bindInfo.value();
        Node value = rows == null
                ? Node.Null.NULL
                : new Node.Sequence(
                        rows.rows().stream().<Node>map(BindRow::toNode).toList());
        return node.put(BindRows.BIND_INFO, templated(value, bindInfo.lock())).build();
    }

    static void putAll(FieldSet fields, Node.Mapping.Builder into) {
        for (Field<?> field : fields.catalogue().fields()) {
            into.put(field.name(), templated(field, fields));
        }
    }

    private static <T> Node templated(Field<T> field, FieldSet fields) {
        TemplatedField<T> templated = fields.get(field);
        T value = templated.value();
        return templated(value == null ? Node.Null.NULL : field.render(value), templated.lock());
    }

    private static Node templated(Node value, Lock lock) {
        Boolean flag = lock.flag();
        return new Node.Mapping.Builder()
                .put(TemplatedField.VALUE, value)
                .put(TemplatedField.AS_DEFAULT_VALUE, flag == null ? Node.Null.NULL : Scalar.of(flag))
                .build();
    }

    /** The alias shown to people; unique in the template's scope. */
    public String processName() {
        return Objects.requireNonNull(fields.value(Fields.BK_PROCESS_NAME), "a property without a process name");
    }

    /** What tells the process from others on a host; unique in the template's scope. */
    public FunctionKey functionKey() {
        return Objects.requireNonNull(functionKeyOf(fields), "a property without a function name");
    }

    /** The key as far as it can be told from fields that need not be valid; no start parameter counts as "". */
    static @Nullable FunctionKey functionKeyOf(FieldSet fields) {
        String function = fields.value(Fields.BK_FUNC_NAME);
        String startParameter = fields.value(Fields.BK_START_PARAM_REGEX);
        return function == null ? null : new FunctionKey(function, startParameter == null ? "" : startParameter);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcessProperty property
                && fields.equals(property.fields)
                && bindInfo.equals(property.bindInfo)
                && lastRowId == property.lastRowId;
    }

    @Override
    public int hashCode() {
        return Objects.hash(fields, bindInfo, lastRowId);
    }

    @Override
    public String toString() {
        return fields + " " + BindRows.BIND_INFO + "=" + bindInfo;
    }
}
