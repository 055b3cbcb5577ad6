package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.row;
import static io.proctemplate.domain.Sent.spec;
import static io.proctemplate.domain.Sent.specWithRows;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.PortRange;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PortClaimsTest {
    private static final Path PROCESSES = Path.root().member("processes");

    private static Violations warnings(Node.Mapping... specs) {
        Object[] items = new Object[specs.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = object("spec", specs[i]);
        }
        return DraftBatch.read(new Scope(1, 1), "0", list(items), PROCESSES).warnings();
    }

    private static Path port(int process, int row) {
        return PROCESSES
                .item(process)
                .member("spec")
                .member("bind_info")
                .member("value")
                .row(row)
                .member("port")
                .member("value");
    }

    @Test
    void rowsOfOneProcessThatOverlapAreWarnedOf() {
        assertThat(warnings(specWithRows(row("1", "80", "1"), row("1", "443", "1"), row("1", "70-90,100", "1"))))
                .containsExactly(Violation.overlappingRows(port(0, 2), port(0, 0), "70-90,100"));
    }

    @Test
    void rowsOfTwoProcessesThatOverlapAreWarnedOf() {
        assertThat(warnings(specWithRows(row("2", "80", "1")), spec(), specWithRows(row("2", "80", "1"))))
                .containsExactly(Violation.overlappingRows(port(2, 0), port(0, 0), "80"));
    }

    @Test
    void anotherAddressOrProtocolIsAnotherEndpoint() {
        assertThat(warnings(specWithRows(
                        row("1", "80", "1"), row("2", "80", "1"), row("1", "80", "2"), row("", "80", "1"))))
                .isEmpty();
    }

    @Test
    void noAddressAndTheEmptyOneAreTheSameEndpoint() {
        assertThat(warnings(specWithRows(row(null, "80", "1"), row("", "80", "1"))))
                .containsExactly(Violation.overlappingRows(port(0, 1), port(0, 0), "80"));
    }

    @Test
    void aRowGetsOneWarningHoweverManyItMeets() {
        assertThat(warnings(specWithRows(row("1", "80", "1"), row("1", "90", "1"), row("1", "1-100", "1"))))
                .containsExactly(Violation.overlappingRows(port(0, 2), port(0, 0), "1-100"));
    }

    @Test
    void rowsOfAProcessWithFaultyRowsClaimNothing() {
        assertThat(warnings(specWithRows(row("1", "80", "1"), row("1", "x", "1")), specWithRows(row("1", "80", "1"))))
                .isEmpty();
    }

    /** The naive way: for each port, who had it first. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void agreesWithALookAtEachSinglePort(@ForAll("claims") List<Ports> claims) {
        PortClaims all = new PortClaims();
        Map<Integer, Integer> firstOf = new HashMap<>();
        Violations.Collector out = new Violations.Collector();
        List<Violation> expected = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            all.claim(rows(claims.get(i)), Path.root().item(i), out);
            Integer holder = null;
            for (PortRange range : claims.get(i).ranges()) {
                for (int port = range.first(); port <= range.last(); port++) {
                    holder = holder == null ? firstOf.get(port) : holder;
                }
            }
            if (holder != null) {
                expected.add(Violation.overlappingRows(
                        place(i), place(holder), claims.get(i).toString()));
            }
            for (PortRange range : claims.get(i).ranges()) {
                for (int port = range.first(); port <= range.last(); port++) {
                    firstOf.putIfAbsent(port, i);
                }
            }
        }

        assertThat(out.warnings().list()).isEqualTo(expected);
    }

    private static Path place(int item) {
        return Path.root().item(item).row(0).member("port").member("value");
    }

    private static BindRows rows(Ports ports) {
        Node.Mapping row = row("1", ports.toString(), "1");
        BindRows rows =
                ProcessProperty.draft(specWithRows(row)).orThrow().bindInfo().value();
        assertThat(rows.rows().get(0).fields().get(Fields.PORT)).isEqualTo(TemplatedField.locked(ports));
        return rows;
    }

    @Provide
    Arbitrary<List<Ports>> claims() {
        Arbitrary<String> range = Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.integers().between(0, 12))
                .as((first, more) -> new PortRange(first, first + more).toString());
        Arbitrary<Ports> ports = range.list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(items -> Ports.of(String.join(",", items)))
                .filter(list -> list.firstOverlap().isEmpty());
        return ports.list().ofMinSize(1).ofMaxSize(12);
    }

    @Test
    void manyWideRowsAreClaimedInNoTime() {
        Object[] rows = IntStream.range(0, 20_000)
                .mapToObj(i -> row("1", "1-65535", "1"))
                .toArray();

        assertThat(warnings(specWithRows(rows))).hasSize(Violations.Collector.KEPT);
    }
}
