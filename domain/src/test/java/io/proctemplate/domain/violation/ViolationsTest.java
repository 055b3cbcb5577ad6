package io.proctemplate.domain.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.domain.violation.Violation.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ViolationsTest {
    private static final Path ROOT = Path.root();
    private static final Path PROCESSES = ROOT.member("processes");

    /** One violation of each step, in the order in which the contract (4.3) lets them speak for the request. */
    private static final List<Violation> BY_PRECEDENCE = List.of(
            Violation.wrongType(process(1, "user"), Kind.OBJECT, "x"),
            Violation.missingParameter(ROOT.member("bk_biz_id")),
            Violation.tooMany(PROCESSES, 1, 2),
            Violation.unknownOwner(ROOT.member("bk_biz_id"), 7),
            Violation.familyMismatch(row(0, 0, "protocol"), "1", "3"),
            Violation.missing(process(0, "bk_func_name")),
            Violation.tooLong(process(0, "user"), 1, 2, "xx"),
            Violation.outOfRange(process(0, "timeout"), 1, 2, 3),
            Violation.outOfRange(row(1, 0, "row_id"), 1, 2, 3),
            Violation.contradiction(process(1, "bk_biz_id"), 1, 2),
            Violation.processNameTaken(process(0, "bk_process_name"), "web", 3));

    private static Path process(int index, String field) {
        return PROCESSES.item(index).member("spec").member(field);
    }

    private static Path row(int process, int row, String field) {
        return process(process, "bind_info").member("value").row(row).member(field);
    }

    @Property(tries = 200)
    void theFirstIsTheOneThatComesFirstInTheOrderOfTheChecks(@ForAll long seed) {
        List<Violation> left = new ArrayList<>(BY_PRECEDENCE);
        while (!left.isEmpty()) {
            List<Violation> shuffled = new ArrayList<>(left);
            Collections.shuffle(shuffled, new java.util.Random(seed));
            assertThat(Violations.of(shuffled).first()).isEqualTo(left.remove(0));
        }
    }

    @Test
    void thereIsNoFirstOfNone() {
        assertThatThrownBy(() -> Violations.none().first()).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void theListIsInTheOrderOfTheInput() {
        Violation second = Violation.missing(process(1, "a"));
        Violation first = Violation.outOfRange(process(0, "b"), 1, 2, 3);
        Violation alsoFirst = Violation.missing(process(0, "a"));
        Violation body = Violation.unknownOwner(ROOT.member("bk_biz_id"), 7);

        assertThat(Violations.of(List.of(second, first, alsoFirst, body)).list())
                .containsExactly(body, first, alsoFirst, second);
        assertThat(Violations.of(List.of(second, first))
                        .and(Violations.of(List.of(alsoFirst, body)))
                        .list())
                .containsExactly(body, first, alsoFirst, second);
    }

    @Test
    void thoseOfOneKindAndTheOthersAreAllOfThem() {
        Violations all = Violations.of(BY_PRECEDENCE);

        Violations ranges = all.only(Rule.OUT_OF_RANGE);
        Violations others = all.without(Rule.OUT_OF_RANGE);

        assertThat(ranges.list()).hasSize(2).allMatch(violation -> violation.rule() == Rule.OUT_OF_RANGE);
        assertThat(others.list())
                .hasSize(BY_PRECEDENCE.size() - 2)
                .noneMatch(violation -> violation.rule() == Rule.OUT_OF_RANGE);
        assertThat(ranges.and(others).list()).containsExactlyInAnyOrderElementsOf(all.list());
        assertThat(others.only(Rule.OUT_OF_RANGE).isEmpty()).isTrue();
    }

    @Test
    void noneAddsNothing() {
        Violations some = Violations.of(List.of(Violation.missing(ROOT)));

        assertThat(some.and(Violations.none())).isSameAs(some);
        assertThat(Violations.none().and(some)).isSameAs(some);
        assertThat(Violations.of(List.of())).isSameAs(Violations.none());
    }

    @Test
    void tellsWhetherAStepFoundAnything() {
        Violations violations = Violations.of(List.of(Violation.tooMany(PROCESSES, 1, 2)));

        assertThat(violations.anyIn(Rule.Check.LIMIT)).isTrue();
        assertThat(violations.anyIn(Rule.Check.SHAPE)).isFalse();
    }

    @Test
    void keepsABoundedNumberAndCountsThemAll() {
        Violations.Collector out = new Violations.Collector();
        for (int i = 0; i < Violations.Collector.KEPT + 5; i++) {
            out.error(Violation.outOfRange(process(i, "timeout"), 1, 2, 3));
            out.warning(Violation.unknownKey(process(i, "x"), "x"));
        }

        assertThat(out.errorCount()).isEqualTo(Violations.Collector.KEPT + 5);
        assertThat(out.errors()).hasSize(Violations.Collector.KEPT);
        assertThat(out.warnings()).hasSize(Violations.Collector.KEPT);
    }

    @Test
    void neverLosesTheOneThatSpeaksForAll() {
        Violations.Collector out = new Violations.Collector();
        for (int i = 0; i < Violations.Collector.KEPT; i++) {
            out.error(Violation.outOfRange(process(i, "timeout"), 1, 2, 3));
        }
        Violation shape = Violation.wrongType(process(Violations.Collector.KEPT, "user"), Kind.OBJECT, "x");
        out.error(shape);
        out.error(Violation.wrongType(process(Violations.Collector.KEPT + 1, "user"), Kind.OBJECT, "y"));
        out.error(Violation.outOfRange(process(0, "timeout"), 1, 2, 3));

        assertThat(out.errors()).hasSize(Violations.Collector.KEPT);
        assertThat(out.errors().first()).isEqualTo(shape);
    }
}
