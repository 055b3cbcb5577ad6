package io.proctemplate.domain.instance;

import static io.proctemplate.domain.Sent.free;
import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.row;
import static io.proctemplate.domain.Sent.spec;
import static io.proctemplate.domain.Sent.specWithRows;
import static io.proctemplate.domain.Sent.templated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.ValueSet;
import io.proctemplate.domain.instance.Difference.AddressDiffers;
import io.proctemplate.domain.instance.Difference.FieldDiffers;
import io.proctemplate.domain.instance.Difference.RowFieldDiffers;
import io.proctemplate.domain.instance.Difference.RowMissing;
import io.proctemplate.domain.instance.Difference.RowUnexpected;
import io.proctemplate.domain.instance.Difference.RowsOutOfOrder;
import io.proctemplate.domain.instance.Effective.Origin;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.violation.Validated;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class InstancesTest {
    private static final Host HOST = new Host("10.0.0.1,10.0.0.2", "1.2.3.4", "fd00::1", "2001:db8::1");

    private static ProcessProperty template(Node.Mapping spec) {
        return ProcessProperty.draft(spec).orThrow();
    }

    // ---- laws

    @Property(tries = 1000)
    void whatWasJustMadeHasNoDrift(@ForAll long seed) {
        Worlds world = new Worlds(seed);
        ProcessProperty template = world.template();
        Host host = world.host();

        assertThat(Instances.drift(template, Instances.instantiate(template, host), host)
                        .differences())
                .isEmpty();
    }

    @Property(tries = 2000)
    void thereIsDriftIfAndOnlyIfASynchronisationChangesSomething(@ForAll long seed) {
        Worlds world = new Worlds(seed);
        ProcessProperty template = world.template();
        Host host = world.host();
        Process process = world.process(template, host);

        boolean changes = !Instances.synchronize(template, process, host).equals(process);

        assertThat(Instances.drift(template, process, host).isEmpty()).isEqualTo(!changes);
    }

    @Property(tries = 1000)
    void synchronisingTwiceIsSynchronisingOnce(@ForAll long seed) {
        Worlds world = new Worlds(seed);
        ProcessProperty template = world.template();
        Host host = world.host();
        Process once = Instances.synchronize(template, world.process(template, host), host);

        assertThat(Instances.synchronize(template, once, host)).isEqualTo(once);
        assertThat(Instances.drift(template, once, host).isEmpty()).isTrue();
    }

    /** The rule said another way, field by field, without the code that applies it. */
    @Property(tries = 1000)
    void synchronisingOverwritesExactlyWhatIsLocked(@ForAll long seed) {
        Worlds world = new Worlds(seed);
        ProcessProperty template = world.template();
        Host host = world.host();
        Process process = world.process(template, host);
        Process fresh = Instances.instantiate(template, host);
        Process synced = Instances.synchronize(template, process, host);

        for (Field<?> field : Fields.PROCESS.fields()) {
            boolean isLocked = template.fields().get(field).asDefaultValue();
            ValueSet from = isLocked ? fresh.values() : process.values();
            assertThat(synced.values().scalar(field)).isEqualTo(from.scalar(field));
        }
        assertThat(synced.rows())
                .extracting(BoundRow::templateRowId)
                .isEqualTo(template.rows().stream().map(BindRow::rowId).toList());
        for (int i = 0; i < synced.rows().size(); i++) {
            BindRow row = template.rows().get(i);
            Optional<BoundRow> existing = process.rows().stream()
                    .filter(candidate -> candidate.templateRowId() == row.rowId())
                    .findFirst();
            for (Field<?> field : Fields.BIND_ROW.fields()) {
                BoundRow from = row.fields().get(field).asDefaultValue()
                        ? fresh.rows().get(i)
                        : existing.orElse(fresh.rows().get(i));
                assertThat(synced.rows().get(i).scalar(field)).isEqualTo(from.scalar(field));
            }
        }
    }

    @Property(tries = 1000)
    void editsOfFreeFieldsNeverMakeDrift(@ForAll long seed) {
        Worlds world = new Worlds(seed);
        ProcessProperty template = world.template();
        Host host = world.host();
        Process process = Instances.synchronize(template, world.process(template, host), host);

        Process edited = Instances.edit(template, process, world.changes(template, process))
                .orThrow();

        assertThat(Instances.drift(template, edited, host).differences()).isEmpty();
        assertThat(Instances.synchronize(template, edited, host)).isEqualTo(edited);
    }

    @Property(tries = 1000)
    void whatCountsIsWhatASynchronisationLeaves(@ForAll long seed) {
        Worlds world = new Worlds(seed);
        ProcessProperty template = world.template();
        Host host = world.host();
        Process process = world.process(template, host);
        Process synced = Instances.synchronize(template, process, host);
        Effective effective = Instances.effective(template, process, host);

        assertThat(effective).isEqualTo(Instances.effective(template, synced, host));
        for (Effective.Value value : effective.values()) {
            assertThat(Optional.ofNullable(value.value()))
                    .isEqualTo(synced.values().scalar(value.field()));
            assertThat(value.origin() == Origin.LOCKED)
                    .isEqualTo(!Instances.editableFields(template).fields().contains(value.field()));
        }
        assertThat(effective.rows()).hasSameSizeAs(synced.rows());
    }

    @Property(tries = 500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void allThatTheGeneratedWorldsAreMadeOfOccurs(@ForAll long seed) {
        Worlds world = new Worlds(seed);
        ProcessProperty template = world.template();
        Host host = world.host();
        Process process = world.process(template, host);

        Statistics.label("drift")
                .collect(Instances.drift(template, process, host).isEmpty())
                .coverage(coverage -> {
                    coverage.check(true).percentage(share -> share > 10);
                    coverage.check(false).percentage(share -> share > 30);
                });
    }

    // ---- instantiate

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''| ''
                    1 | 127.0.0.1
                    2 | 0.0.0.0
                    3 | 10.0.0.1
                    4 | 1.2.3.4
                    5 | ::1
                    6 | ::
                    7 | fd00::1
                    8 | 2001:db8::1
                    """)
    void anAddressIsResolvedOnTheHost(String wire, String literal) {
        assertThat(HOST.resolve(Worlds.address(wire))).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    10.0.0.1            | 10.0.0.1
                    10.0.0.1,10.0.0.2   | 10.0.0.1
                    ,10.0.0.1,          | 10.0.0.1
                    ,,10.0.0.1,,,x      | 10.0.0.1
                    ''                  | ''
                    ,                   | ''
                    ,,,                 | ''
                    """)
    void theFirstAddressOfAListCounts(String list, String literal) {
        Host host = new Host(list, "o4," + list, "i6", "o6,x");

        assertThat(host.resolve(BindAddress.FIRST_INNER_V4)).isEqualTo(literal);
        assertThat(host.resolve(BindAddress.FIRST_OUTER_V4)).isEqualTo("o4");
        assertThat(host.resolve(BindAddress.FIRST_INNER_V6)).isEqualTo("i6");
        assertThat(host.resolve(BindAddress.FIRST_OUTER_V6)).isEqualTo("o6");
    }

    @Test
    void aHostWithoutAddressesLeavesThemEmpty() {
        for (String wire : List.of("3", "4", "7", "8")) {
            assertThat(Host.withoutAddresses().resolve(Worlds.address(wire))).isEmpty();
        }
    }

    @Test
    void everyValueIsCopiedLockedOrNot() {
        Process process = Instances.instantiate(
                template(spec("user", locked("root"), "timeout", free(30), "pid_file", templated("/p", null))), HOST);

        assertThat(process.values().get(Fields.BK_FUNC_NAME)).isEqualTo("java");
        assertThat(process.values().get(Fields.USER)).isEqualTo("root");
        assertThat(process.values().get(Fields.TIMEOUT)).isEqualTo(30);
        assertThat(process.values().get(Fields.PID_FILE)).isEqualTo("/p");
        assertThat(process.values().get(Fields.WORK_PATH)).as("null stays null").isNull();
        assertThat(process.rows()).isEmpty();
    }

    @Test
    void aRowIsMadeOfEachRow() {
        Process process = Instances.instantiate(
                template(specWithRows(
                        row("3", "80,443", "1", "row_id", 7, "enable", free(true)),
                        row(null, "53", "2", "enable", templated(null, true)))),
                HOST);

        assertThat(process.rows())
                .extracting(
                        BoundRow::templateRowId,
                        BoundRow::address,
                        row -> row.values().toString())
                .containsExactly(
                        tuple(7L, "10.0.0.1", "{port=80,443, protocol=1, enable=true}"),
                        tuple(8L, "", "{port=53, protocol=2, enable=false}"));
    }

    // ---- drift

    private static Process with(Process process, ValueSet.Builder values) {
        return new Process(values.build(), process.rows());
    }

    @Test
    void aLockedValueThatDiffersIsDrift() {
        ProcessProperty template = template(spec("user", locked("root"), "timeout", locked(null), "priority", free(1)));
        Process made = Instances.instantiate(template, HOST);
        Process changed = with(
                made,
                made.values().toBuilder()
                        .set(Fields.USER, "")
                        .set(Fields.TIMEOUT, 5L)
                        .set(Fields.PRIORITY, 2L)
                        .set(Fields.BK_FUNC_NAME, null));

        Drift drift = Instances.drift(template, changed, HOST);

        assertThat(drift.differences())
                .containsExactly(
                        new FieldDiffers(Fields.BK_FUNC_NAME, Scalar.of("java"), null),
                        new FieldDiffers(Fields.USER, Scalar.of("root"), Scalar.of("")),
                        new FieldDiffers(Fields.TIMEOUT, null, Scalar.of(5)));
        assertThat(drift.text()).isEqualTo("""
                        bk_func_name: locked to "java", is nothing
                        user: locked to "root", is ""
                        timeout: locked to nothing, is 5
                        """);
    }

    @Test
    void namesAreLockedThoughAStoredFlagSaysOtherwise() {
        ProcessProperty drafted = template(spec());
        var fields = new FieldSet.Builder(Fields.PROCESS);
        drafted.fields().forEachSet((name, value, lock) -> fields.restore(name, value, Lock.FREE));
        ProcessProperty stored = ProcessProperty.restore(fields.build(), drafted.bindInfo());
        Process made = Instances.instantiate(stored, HOST);

        assertThat(Instances.drift(stored, with(made, made.values().toBuilder().set(Fields.BK_FUNC_NAME, "x")), HOST)
                        .differences())
                .hasSize(1);
        assertThat(Instances.editableFields(stored).fields())
                .doesNotContain(Fields.BK_FUNC_NAME, Fields.BK_PROCESS_NAME)
                .hasSize(Fields.PROCESS.fields().size() - 2);
    }

    @Test
    void rowsAreMatchedByTheirTemplateRow() {
        ProcessProperty template = template(specWithRows(
                row("3", "80", "1", "row_id", 1),
                row("1", "81", "1", "row_id", 2, "enable", free(true)),
                row("1", "82", "1", "row_id", 3)));
        Process made = Instances.instantiate(template, HOST);
        BoundRow first = made.rows().get(0);
        BoundRow second = made.rows().get(1);
        BoundRow elsewhere = new BoundRow(1, "10.9.9.9", first.values());
        BoundRow changed = new BoundRow(
                2,
                second.address(),
                second.values().toBuilder()
                        .set(Fields.PORT, Ports.of("99"))
                        .set(Fields.ENABLE, false)
                        .build());
        BoundRow strange = new BoundRow(9, "", first.values());
        Process process = new Process(made.values(), List.of(changed, strange, elsewhere, second));

        Drift drift = Instances.drift(template, process, HOST);

        assertThat(drift.differences())
                .containsExactly(
                        new AddressDiffers(1, BindAddress.FIRST_INNER_V4, "10.0.0.1", "10.9.9.9"),
                        new RowFieldDiffers(2, Fields.PORT, Scalar.of("81"), Scalar.of("99")),
                        new RowMissing(made.rows().get(2)),
                        new RowUnexpected(strange),
                        new RowUnexpected(second),
                        new RowsOutOfOrder(List.of(1L, 2L), List.of(2L, 1L)));
        assertThat(drift.text()).isEqualTo("""
                        bind_info row 1 ip: locked to "10.0.0.1" (first inner v4), is "10.9.9.9"
                        bind_info row 2 port: locked to "81", is "99"
                        bind_info row 3: missing
                        bind_info row 9: not in the template
                        bind_info row 2: not in the template
                        bind_info: rows in the order [2, 1] instead of [1, 2]
                        """);
        assertThat(Instances.synchronize(template, process, HOST).rows())
                .containsExactly(
                        first,
                        new BoundRow(
                                2,
                                second.address(),
                                second.values().toBuilder()
                                        .set(Fields.ENABLE, false)
                                        .build()),
                        made.rows().get(2));
    }

    @Test
    void aRowListedTwiceIsUnexpectedTheSecondTime() {
        ProcessProperty template = template(specWithRows(row("1", "80", "1")));
        BoundRow row = Instances.instantiate(template, HOST).rows().get(0);
        Process process = new Process(template.fields().values(), List.of(row, row));

        assertThat(Instances.drift(template, process, HOST).differences()).containsExactly(new RowUnexpected(row));
    }

    @Test
    void aFreeAddressIsNoDrift() {
        Node.Mapping free = object("ip", free("3"), "port", locked("80"), "protocol", locked("1"));
        ProcessProperty template = template(specWithRows(free));
        Process made = Instances.instantiate(template, HOST);
        BoundRow moved = new BoundRow(1, "10.9.9.9", made.rows().get(0).values());
        Process process = new Process(made.values(), List.of(moved));

        assertThat(Instances.drift(template, process, HOST).isEmpty()).isTrue();
        assertThat(Instances.drift(template, made, Host.withoutAddresses()).isEmpty())
                .as("nor is a host that moved")
                .isTrue();
    }

    @Test
    void theFlagOfBindInfoChangesNothing() {
        for (Object flag : new Object[] {true, false, null}) {
            ProcessProperty template = template(spec("bind_info", templated(list(row("1", "80", "1")), flag)));
            Process without = new Process(template.fields().values(), List.of());

            assertThat(Instances.synchronize(template, without, HOST).rows()).hasSize(1);
        }
        for (Object none : new Object[] {null, locked(null), free(list())}) {
            ProcessProperty template = template(spec("bind_info", none));
            Process with = Instances.instantiate(template(specWithRows(row("1", "80", "1"))), HOST);

            assertThat(Instances.synchronize(template, with, HOST).rows()).isEmpty();
        }
    }

    // ---- what may be edited, what counts

    @Test
    void onlyFreeFieldsAreEditable() {
        ProcessProperty template = template(spec(
                "user",
                locked("root"),
                "work_path",
                free("/w"),
                "bind_info",
                locked(list(row("1", "80", "1", "row_id", 4, "enable", free(true)), row("1", "81", "1")))));

        EditableFields editable = Instances.editableFields(template);

        assertThat(editable.fields())
                .contains(Fields.WORK_PATH, Fields.TIMEOUT)
                .doesNotContain(Fields.USER, Fields.BK_FUNC_NAME, Fields.BK_PROCESS_NAME);
        assertThat(editable.rows())
                .containsExactly(
                        new EditableFields.Row(4, List.of(Fields.ENABLE)),
                        new EditableFields.Row(5, List.of(Fields.ENABLE)));
    }

    static Stream<Arguments> aValueComesFromSomewhere() {
        return Stream.of(
                Arguments.of(locked("a"), "a", "a", Origin.LOCKED),
                Arguments.of(locked("a"), "b", "a", Origin.LOCKED),
                Arguments.of(locked(null), "b", null, Origin.LOCKED),
                Arguments.of(free("a"), "a", "a", Origin.INITIAL),
                Arguments.of(free("a"), "b", "b", Origin.INSTANCE),
                Arguments.of(free("a"), null, null, Origin.INSTANCE),
                Arguments.of(free("a"), "", "", Origin.INSTANCE),
                Arguments.of(null, null, null, Origin.INITIAL),
                Arguments.of(null, "b", "b", Origin.INSTANCE));
    }

    @ParameterizedTest
    @MethodSource
    void aValueComesFromSomewhere(Object sent, String actual, String effective, Origin origin) {
        ProcessProperty template = template(spec("user", sent));
        Process made = Instances.instantiate(template, HOST);
        Process process = with(made, made.values().toBuilder().set(Fields.USER, actual));

        assertThat(Instances.effective(template, process, HOST).values())
                .filteredOn(value -> value.field() == Fields.USER)
                .containsExactly(
                        new Effective.Value(Fields.USER, effective == null ? null : Scalar.of(effective), origin));
    }

    @Test
    void theValuesOfARowComeFromSomewhereToo() {
        Node.Mapping row = object("ip", locked("3"), "port", free("80"), "protocol", locked("1"), "enable", free(null));
        ProcessProperty template = template(specWithRows(row));
        Process made = Instances.instantiate(template, HOST);
        ValueSet values = made.rows().get(0).values().toBuilder()
                .set(Fields.PORT, Ports.of("81"))
                .build();
        Process process = new Process(made.values(), List.of(new BoundRow(1, "10.9.9.9", values)));

        assertThat(Instances.effective(template, process, HOST).rows())
                .containsExactly(new Effective.Row(
                        1,
                        List.of(
                                new Effective.Value(Fields.IP, Scalar.of("10.0.0.1"), Origin.LOCKED),
                                new Effective.Value(Fields.PORT, Scalar.of("81"), Origin.INSTANCE),
                                new Effective.Value(Fields.PROTOCOL, Scalar.of("1"), Origin.LOCKED),
                                new Effective.Value(Fields.ENABLE, Scalar.of(false), Origin.INITIAL))));
    }

    // ---- structure

    @Test
    void partsOfAnotherKindAreRefused() {
        ValueSet process = new ValueSet.Builder(Fields.PROCESS).build();
        ValueSet row = new ValueSet.Builder(Fields.BIND_ROW).build();
        ValueSet chosen = row.toBuilder().set(Fields.IP, BindAddress.ANY_V4).build();

        assertThatIllegalArgumentException().isThrownBy(() -> new Process(row, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundRow(1, "", process));
        assertThatIllegalArgumentException().isThrownBy(() -> new BoundRow(1, "", chosen));
        assertThatIllegalArgumentException().isThrownBy(() -> process.get(Fields.PORT));
        assertThat(Objects.hash(process)).isEqualTo(Objects.hash(new ValueSet.Builder(Fields.PROCESS).build()));
    }

    @Test
    void aProcessComesBackFromItsScalars() {
        ProcessProperty template = template(spec("user", locked("root"), "timeout", free(3), "auto_start", free(true)));
        ValueSet values = Instances.instantiate(template, HOST).values();
        ValueSet.Builder restored = new ValueSet.Builder(Fields.PROCESS);
        values.forEachSet(restored::restore);

        assertThat(restored.restore("of_tomorrow", Scalar.of(1)).build())
                .isEqualTo(values)
                .hasSameHashCodeAs(values)
                .hasToString("{bk_func_name=java, bk_process_name=web, user=root, timeout=3, auto_start=true}");
        assertThatIllegalArgumentException().isThrownBy(() -> restored.restore("timeout", Scalar.of("x")));
        Validated<Process> unchanged = Instances.edit(template, new Process(values, List.of()), object());
        assertThat(unchanged.orThrow().values()).isEqualTo(values);
    }
}
