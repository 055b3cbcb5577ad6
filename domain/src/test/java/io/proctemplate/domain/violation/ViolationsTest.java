package io.proctemplate.domain.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.domain.violation.Violation.Contradiction;
import io.proctemplate.domain.violation.Violation.FamilyMismatch;
import io.proctemplate.domain.violation.Violation.Holder;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.Missing;
import io.proctemplate.domain.violation.Violation.MissingParameter;
import io.proctemplate.domain.violation.Violation.OutOfRange;
import io.proctemplate.domain.violation.Violation.ProcessNameTaken;
import io.proctemplate.domain.violation.Violation.TooLong;
import io.proctemplate.domain.violation.Violation.TooMany;
import io.proctemplate.domain.violation.Violation.UnknownKey;
import io.proctemplate.domain.violation.Violation.UnknownOwner;
import io.proctemplate.domain.violation.Violation.WrongType;
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
            new WrongType(process(1, "user"), Kind.OBJECT, "x"),
            new MissingParameter(ROOT.member("bk_biz_id")),
            new TooMany(PROCESSES, 1, 2),
            new UnknownOwner(ROOT.member("bk_biz_id"), 7),
            new FamilyMismatch(row(0, 0, "protocol"), "1", "3"),
            new Missing(process(0, "bk_func_name")),
            new TooLong(process(0, "user"), 1, 2, "xx"),
            new OutOfRange(process(0, "timeout"), 1, 2, 3),
            new OutOfRange(row(1, 0, "row_id"), 1, 2, 3),
            new Contradiction(process(1, "bk_biz_id"), 1, 2),
            new ProcessNameTaken(process(0, "bk_process_name"), "web", Holder.stored(3)));

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
        Violation second = new Missing(process(1, "a"));
        Violation first = new OutOfRange(process(0, "b"), 1, 2, 3);
        Violation alsoFirst = new Missing(process(0, "a"));
        Violation body = new UnknownOwner(ROOT.member("bk_biz_id"), 7);

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

        Violations ranges = all.only(OutOfRange.class);
        Violations others = all.without(OutOfRange.class);

        assertThat(ranges.list()).hasSize(2).hasOnlyElementsOfType(OutOfRange.class);
        assertThat(others.list()).hasSize(BY_PRECEDENCE.size() - 2).doesNotHaveAnyElementsOfTypes(OutOfRange.class);
        assertThat(ranges.and(others).list()).containsExactlyInAnyOrderElementsOf(all.list());
        assertThat(others.only(OutOfRange.class).isEmpty()).isTrue();
    }

    @Test
    void noneAddsNothing() {
        Violations some = Violations.of(List.of(new Missing(ROOT)));

        assertThat(some.and(Violations.none())).isSameAs(some);
        assertThat(Violations.none().and(some)).isSameAs(some);
        assertThat(Violations.of(List.of())).isSameAs(Violations.none());
    }

    @Test
    void tellsWhetherAStepFoundAnything() {
        Violations violations = Violations.of(List.of(new TooMany(PROCESSES, 1, 2)));

        assertThat(violations.anyIn(Violation.Check.LIMIT)).isTrue();
        assertThat(violations.anyIn(Violation.Check.SHAPE)).isFalse();
    }

    @Test
    void keepsABoundedNumberAndCountsThemAll() {
        Violations.Collector out = new Violations.Collector();
        for (int i = 0; i < Violations.Collector.KEPT + 5; i++) {
            out.error(new OutOfRange(process(i, "timeout"), 1, 2, 3));
            out.warning(new UnknownKey(process(i, "x"), "x"));
        }

        assertThat(out.errorCount()).isEqualTo(Violations.Collector.KEPT + 5);
        assertThat(out.errors()).hasSize(Violations.Collector.KEPT);
        assertThat(out.warnings()).hasSize(Violations.Collector.KEPT);
    }

    @Test
    void neverLosesTheOneThatSpeaksForAll() {
        Violations.Collector out = new Violations.Collector();
        for (int i = 0; i < Violations.Collector.KEPT; i++) {
            out.error(new OutOfRange(process(i, "timeout"), 1, 2, 3));
        }
        Violation shape = new WrongType(process(Violations.Collector.KEPT, "user"), Kind.OBJECT, "x");
        out.error(shape);
        out.error(new WrongType(process(Violations.Collector.KEPT + 1, "user"), Kind.OBJECT, "y"));
        out.error(new OutOfRange(process(0, "timeout"), 1, 2, 3));

        assertThat(out.errors()).hasSize(Violations.Collector.KEPT);
        assertThat(out.errors().first()).isEqualTo(shape);
    }
}
