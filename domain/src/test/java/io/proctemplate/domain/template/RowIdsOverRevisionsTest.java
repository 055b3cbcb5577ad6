package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.specWithRows;
import static io.proctemplate.domain.Sent.templated;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowIdsOverRevisionsTest {
    private static final Path AT = Path.root().member("process_property");

    private static ProcessProperty property(Object... rows) {
        return ProcessProperty.draft(specWithRows(rows)).orThrow();
    }

    private static ProcessProperty revise(ProcessProperty property, Node bindInfo) {
        Violations.Collector out = new Violations.Collector();
        ProcessProperty revised = property.revise(object("bind_info", bindInfo), AT, out);
        assertThat(out.errors()).isEmpty();
        return revised;
    }

    private static Node.Mapping row(int port, Object... more) {
        return io.proctemplate.domain.Sent.row("1", Integer.toString(port), "1", more);
    }

    private static List<Long> ids(ProcessProperty property) {
        BindRows rows = property.bindInfo().value();
        return rows == null
                ? List.of()
                : rows.rows().stream().map(BindRow::rowId).toList();
    }

    @Test
    void rowsAreReplacedAsAWhole() {
        ProcessProperty before = property(row(1), row(2));

        ProcessProperty after = revise(before, locked(list(row(3, "row_id", 2))));

        assertThat(ids(after)).containsExactly(2L);
        assertThat(after.bindInfo().value().rows().get(0).fields().value(Fields.PORT))
                .hasToString("3");
        assertThat(revise(after, locked(list())).bindInfo().value().rows()).isEmpty();
    }

    @Test
    void rowsStayWhereTheyAreNotNamed() {
        ProcessProperty before = property(row(1), row(2));
        Violations.Collector out = new Violations.Collector();

        ProcessProperty after = before.revise(object("user", locked("root")), AT, out);

        assertThat(after.bindInfo()).isEqualTo(before.bindInfo());
    }

    @Test
    void anIdThatWasGivenStaysAndANewRowGetsAGreaterOne() {
        ProcessProperty before = property(row(1), row(2, "row_id", 5));

        ProcessProperty after =
                revise(before, locked(list(row(3), row(2, "row_id", 5), row(4, "row_id", 0), row(5, "row_id", null))));

        assertThat(ids(after)).containsExactly(7L, 5L, 8L, 9L);
    }

    @Test
    void anIdIsNotGivenAgainAfterItsRowIsGone() {
        ProcessProperty before = property(row(1), row(2), row(3));

        ProcessProperty without = revise(before, locked(list(row(1, "row_id", 1))));
        assertThat(without.lastRowId()).isEqualTo(3);
        assertThat(without.lostLastRow()).isTrue();
        ProcessProperty again = revise(without, locked(list(row(1, "row_id", 1), row(9))));
        assertThat(ids(again)).containsExactly(1L, 4L);
        assertThat(again.lostLastRow()).isFalse();
    }

    @Test
    void anIdIsNotGivenAgainAfterAllRowsAreGone() {
        ProcessProperty before = property(row(1), row(2));
        for (Node nothing : List.of(
                Node.Null.NULL,
                object(),
                locked(null),
                templated(null, null),
                locked(list()),
                object("value", list()))) {
            ProcessProperty without = revise(before, nothing);
            assertThat(ids(without)).isEmpty();
            assertThat(ids(revise(without, locked(list(row(3)))))).containsExactly(3L);
        }
        assertThat(revise(before, Node.Null.NULL).bindInfo().isUnset()).isTrue();
    }

    @Test
    void aRowThatNeedsAnIdWhereNoneIsLeftMustBringOne() {
        ProcessProperty before = property(row(1, "row_id", Long.MAX_VALUE));
        Violations.Collector out = new Violations.Collector();

        ProcessProperty without = revise(before, locked(list()));
        without.revise(object("bind_info", locked(list(row(1, "row_id", 4), row(2), row(3)))), AT, out);

        Path rows = AT.member("bind_info").member("value");
        assertThat(out.errors())
                .containsExactly(
                        Violation.missing(rows.row(1).member("row_id")),
                        Violation.missing(rows.row(2).member("row_id")));
        assertThat(ids(revise(without, locked(list(row(1, "row_id", 4)))))).containsExactly(4L);
    }

    /** Each number stands for an update: so many of the rows there are stay, and so many new ones come. */
    @Property(tries = 300)
    void aNewIdIsOneThatTheTemplateNeverHad(
            @ForAll @Size(max = 8) List<@IntRange(min = 0, max = 3) Integer> staying,
            @ForAll @Size(min = 8, max = 8) List<@IntRange(min = 0, max = 3) Integer> coming) {
        ProcessProperty property = property(row(1), row(2), row(3));
        Set<Long> everGiven = new HashSet<>(ids(property));
        for (int update = 0; update < staying.size(); update++) {
            List<Long> kept = ids(property).stream().limit(staying.get(update)).toList();
            Object[] rows = new Object[kept.size() + coming.get(update)];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = i < kept.size() ? row(i + 1, "row_id", kept.get(i)) : row(i + 1);
            }
            property = revise(property, locked(list(rows)));

            assertThat(ids(property).subList(0, kept.size())).isEqualTo(kept);
            List<Long> fresh = ids(property).subList(kept.size(), rows.length);
            assertThat(fresh).doesNotContainAnyElementsOf(everGiven).isSorted();
            everGiven.addAll(fresh);
        }
    }
}
