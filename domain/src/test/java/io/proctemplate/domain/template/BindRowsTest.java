package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.node;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.row;
import static io.proctemplate.domain.Sent.specWithRows;
import static io.proctemplate.domain.Sent.templated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.proctemplate.domain.field.AddressFamily;
import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.PortFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BindRowsTest {
    private static final Path ROWS = Path.root().member("bind_info").member("value");
    private static final Object ABSENT = new Object();

    private static List<Violation> violations(Object... rows) {
        return ProcessProperty.draft(specWithRows(rows)).violations().list();
    }

    private static List<BindRow> drafted(Object... rows) {
        return ProcessProperty.draft(specWithRows(rows))
                .orThrow()
                .bindInfo()
                .value()
                .rows();
    }

    private static Path at(int row, String... members) {
        Path path = ROWS.row(row);
        for (String member : members) {
            path = path.member(member);
        }
        return path;
    }

    /** A row on a port of its own, with this row id. */
    private static Node.Mapping withId(Object rowId, int port) {
        return rowId == ABSENT
                ? row("1", Integer.toString(port), "1")
                : row("1", Integer.toString(port), "1", "row_id", rowId);
    }

    static Stream<Arguments> aRowIsRefusedFor() {
        List<String> addresses = List.of("1", "2", "3", "4", "5", "6", "7", "8");
        List<String> protocols = List.of("1", "2", "3", "4");
        return Stream.of(
                Arguments.of(
                        row("127.0.0.1", "80", "1"),
                        Violation.notAChoice(at(0, "ip", "value"), addresses, "127.0.0.1")),
                Arguments.of(row("0", "80", "1"), Violation.notAChoice(at(0, "ip", "value"), addresses, "0")),
                Arguments.of(row("9", "80", "1"), Violation.notAChoice(at(0, "ip", "value"), addresses, "9")),
                Arguments.of(row(" 1", "80", "1"), Violation.notAChoice(at(0, "ip", "value"), addresses, " 1")),
                Arguments.of(row("1", "80", "5"), Violation.notAChoice(at(0, "protocol", "value"), protocols, "5")),
                Arguments.of(row("1", "80", "tcp"), Violation.notAChoice(at(0, "protocol", "value"), protocols, "tcp")),
                Arguments.of(row("1", "80", ""), Violation.missing(at(0, "protocol", "value"))),
                Arguments.of(row("1", "80", null), Violation.missing(at(0, "protocol", "value"))),
                Arguments.of(row("1", "", "1"), Violation.missing(at(0, "port", "value"))),
                Arguments.of(row("1", null, "1"), Violation.missing(at(0, "port", "value"))),
                Arguments.of(
                        row("1", "0", "1"), Violation.invalidPorts(at(0, "port", "value"), PortFault.RANGE, "0", "0")),
                Arguments.of(
                        row("1", "80 ", "1"),
                        Violation.invalidPorts(at(0, "port", "value"), PortFault.SYNTAX, "80 ", "80 ")),
                Arguments.of(
                        row("1", "9-8", "1"),
                        Violation.invalidPorts(at(0, "port", "value"), PortFault.BACKWARDS, "9-8", "9-8")),
                Arguments.of(
                        row("1", "8,7-9", "1"),
                        Violation.invalidPorts(at(0, "port", "value"), PortFault.OVERLAP, "8", "8,7-9")),
                Arguments.of(
                        object("ip", locked("1"), "protocol", locked("1")), Violation.missing(at(0, "port", "value"))),
                Arguments.of(
                        object("ip", locked("1"), "port", locked("1")), Violation.missing(at(0, "protocol", "value"))));
    }

    @ParameterizedTest
    @MethodSource
    void aRowIsRefusedFor(Node.Mapping row, Violation violation) {
        assertThat(violations(row)).containsExactly(violation);
    }

    static Stream<Arguments> aTypeIsRefused() {
        return Stream.of(
                Arguments.of(object("ip", "1"), Violation.wrongType(at(0, "ip"), Kind.OBJECT, "1")),
                Arguments.of(object("ip", locked(1)), Violation.wrongType(at(0, "ip", "value"), Kind.TEXT, "1")),
                Arguments.of(object("port", locked(80)), Violation.wrongType(at(0, "port", "value"), Kind.TEXT, "80")),
                Arguments.of(
                        object("protocol", locked(1)), Violation.wrongType(at(0, "protocol", "value"), Kind.TEXT, "1")),
                Arguments.of(
                        object("enable", locked("on")), Violation.wrongType(at(0, "enable", "value"), Kind.FLAG, "on")),
                Arguments.of(
                        object("enable", templated(true, "x")),
                        Violation.wrongType(at(0, "enable", "as_default_value"), Kind.FLAG, "x")),
                Arguments.of(object("row_id", "1"), Violation.wrongType(at(0, "row_id"), Kind.INTEGER, "1")),
                Arguments.of(object("row_id", true), Violation.wrongType(at(0, "row_id"), Kind.INTEGER, "true")),
                Arguments.of(object("row_id", locked(1)), Violation.wrongType(at(0, "row_id"), Kind.INTEGER, "{…}")),
                Arguments.of(
                        object("row_id", new Node.Inexact("1.0")),
                        Violation.wrongType(at(0, "row_id"), Kind.INTEGER, "1.0")));
    }

    @ParameterizedTest
    @MethodSource
    void aTypeIsRefused(Node.Mapping row, Violation violation) {
        assertThat(violations(row))
                .filteredOn(found -> found.rule() != Rule.MISSING)
                .containsExactly(violation);
    }

    @Test
    void addressAndProtocolAreOfOneFamily() {
        for (BindAddress address : BindAddress.values()) {
            for (Protocol protocol : Protocol.values()) {
                boolean alike = address.family().map(protocol.family()::equals).orElse(true);
                List<Violation> expected = alike
                        ? List.of()
                        : List.of(
                                Violation.familyMismatch(at(0, "protocol", "value"), address.wire(), protocol.wire()));

                assertThat(violations(row(address.wire(), "80", protocol.wire())))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void theFamiliesAreThoseOfTheContract() {
        assertThat(Stream.of("1", "2", "3", "4").map(BindRowsTest::family)).containsOnly(AddressFamily.IPV4);
        assertThat(Stream.of("5", "6", "7", "8").map(BindRowsTest::family)).containsOnly(AddressFamily.IPV6);
        assertThat(BindAddress.NONE.family()).isEmpty();
        assertThat(List.of(Protocol.TCP, Protocol.UDP))
                .extracting(Protocol::family)
                .containsOnly(AddressFamily.IPV4);
        assertThat(List.of(Protocol.TCP6, Protocol.UDP6))
                .extracting(Protocol::family)
                .containsOnly(AddressFamily.IPV6);
    }

    private static AddressFamily family(String wire) {
        return Stream.of(BindAddress.values())
                .filter(address -> address.wire().equals(wire))
                .findFirst()
                .flatMap(BindAddress::family)
                .orElseThrow();
    }

    @Test
    void anAddressIsNotNeeded() {
        assertThat(drafted(row("", "80", "1"))).extracting(BindRow::address).containsExactly(BindAddress.NONE);
        assertThat(drafted(row(null, "80", "3"))).extracting(BindRow::address).containsExactly(BindAddress.NONE);
        assertThat(drafted(object("port", locked("80"), "protocol", locked("4"))))
                .extracting(BindRow::address)
                .containsExactly(BindAddress.NONE);
    }

    @Test
    void theFaultsOfARowAreToldInTheOrderOfTheContract() {
        Node.Mapping row = object(
                "row_id", -1, "enable", locked(true), "protocol", locked("9"), "port", locked("x"), "ip", locked("z"));

        assertThat(violations(row))
                .extracting(Violation::path)
                .containsExactly(
                        at(0, "ip", "value"), at(0, "port", "value"), at(0, "protocol", "value"), at(0, "row_id"));
        assertThat(violations(row("1", "x", "3", "row_id", -1)))
                .extracting(Violation::path)
                .containsExactly(at(0, "port", "value"), at(0, "protocol", "value"), at(0, "row_id"));
    }

    @Test
    void unknownKeysOfARowAreWarnedOf() {
        Node.Mapping row = row("1", "80", "1", "prot", locked("2"), "template_row_id", 1);

        assertThat(ProcessProperty.draft(specWithRows(row)).warnings())
                .containsExactly(
                        Violation.unknownKey(at(0, "prot"), "prot"),
                        Violation.unknownKey(at(0, "template_row_id"), "template_row_id"));
    }

    @Test
    void aRowKeepsWhatWasSent() {
        BindRow row = drafted(row("7", "80,90-99", "3", "enable", templated(false, null), "row_id", 12))
                .get(0);

        assertThat(row.rowId()).isEqualTo(12);
        assertThat(row.address()).isEqualTo(BindAddress.FIRST_INNER_V6);
        assertThat(row.ports()).hasToString("80,90-99");
        assertThat(row.protocol()).isEqualTo(Protocol.TCP6);
        assertThat(row.fields().value(Fields.ENABLE)).isFalse();
        assertThat(row.fields().get(Fields.IP)).isEqualTo(TemplatedField.locked(BindAddress.FIRST_INNER_V6));
    }

    @Test
    void aRowHoldsTheFieldsOfARowOnly() {
        FieldSet other = new FieldSet.Builder(Fields.PROCESS).build();

        assertThatIllegalArgumentException().isThrownBy(() -> new BindRow(1, other));
    }

    static Stream<Arguments> idsAreGivenToRowsWithoutOne() {
        return Stream.of(
                Arguments.of(List.of(ABSENT, ABSENT), List.of(1L, 2L)),
                Arguments.of(List.of(ABSENT, 7, 0, 3), List.of(8L, 7L, 9L, 3L)),
                Arguments.of(List.of(5, ABSENT), List.of(5L, 6L)),
                Arguments.of(List.of(2, 1), List.of(2L, 1L)),
                Arguments.of(List.of(Long.MAX_VALUE), List.of(Long.MAX_VALUE)),
                Arguments.of(
                        List.of(Long.MAX_VALUE - 2, ABSENT, 0),
                        List.of(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1, Long.MAX_VALUE)));
    }

    @ParameterizedTest
    @MethodSource
    void idsAreGivenToRowsWithoutOne(List<Object> sent, List<Long> ids) {
        assertThat(drafted(rowsWith(sent))).extracting(BindRow::rowId).isEqualTo(ids);
    }

    private static Object[] rowsWith(List<Object> ids) {
        Object[] rows = new Object[ids.size()];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = withId(ids.get(i), 1000 + i);
        }
        return rows;
    }

    @Test
    void anIdIsNotNegativeNorGivenTwice() {
        assertThat(violations(withId(3, 1), withId(-3, 2), withId(3, 3), withId(-3, 4), withId(0, 5), withId(0, 6)))
                .containsExactly(
                        Violation.outOfRange(at(1, "row_id"), 0, Long.MAX_VALUE, -3),
                        Violation.duplicateRowId(at(2, "row_id"), 3, at(0, "row_id")),
                        Violation.outOfRange(at(3, "row_id"), 0, Long.MAX_VALUE, -3));
    }

    @Test
    void eachRepetitionPointsAtTheFirstRowWithTheId() {
        assertThat(violations(withId(3, 1), withId(3, 2), withId(3, 3)))
                .containsExactly(
                        Violation.duplicateRowId(at(1, "row_id"), 3, at(0, "row_id")),
                        Violation.duplicateRowId(at(2, "row_id"), 3, at(0, "row_id")));
    }

    @Test
    void anIdLeavesRoomForTheRowsWithoutOne() {
        assertThat(violations(withId(ABSENT, 1), withId(Long.MAX_VALUE - 1, 2), withId(null, 3)))
                .containsExactly(Violation.outOfRange(at(1, "row_id"), 0, Long.MAX_VALUE - 2, Long.MAX_VALUE - 1));
    }

    @Property(tries = 300)
    void assignedIdsAreNewUniqueAndRisingAndGivenOnesStay(@ForAll("ids") List<Object> sent) {
        List<Long> ids = drafted(rowsWith(sent)).stream().map(BindRow::rowId).toList();

        List<Long> assigned = new ArrayList<>();
        long greatest = 0;
        for (int i = 0; i < sent.size(); i++) {
            if (sent.get(i) instanceof Long id && id > 0) {
                assertThat(ids.get(i)).isEqualTo(id);
                greatest = Math.max(greatest, id);
            } else {
                assigned.add(ids.get(i));
            }
        }
        for (int i = 0; i < assigned.size(); i++) {
            assertThat(assigned.get(i)).isEqualTo(greatest + 1 + i);
        }
        Set<Long> distinct = new HashSet<>(ids);
        assertThat(distinct).hasSameSizeAs(ids);
    }

    @Provide
    Arbitrary<List<Object>> ids() {
        Arbitrary<List<Long>> given =
                Arbitraries.longs().between(1, 40).list().uniqueElements().ofMaxSize(5);
        Arbitrary<List<Object>> missing =
                Arbitraries.of(ABSENT, 0L, node(null)).list().ofMaxSize(4);
        return given.flatMap(some -> missing.flatMap(none -> {
            List<Object> all = new ArrayList<>(some);
            all.addAll(none);
            return Arbitraries.shuffle(all);
        }));
    }

    @Test
    void anEmptyListOfRowsIsFine() {
        assertThat(drafted()).isEmpty();
        assertThat(violations(list().items().toArray())).isEmpty();
    }
}
