package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftBatchTest {
    private static final Scope SCOPE = new Scope(1, 2);
    private static final Path PROCESSES = Path.root().member("processes");

    private static DraftBatch batch(Object... items) {
        return DraftBatch.read(SCOPE, "0", list(items), PROCESSES);
    }

    private static Node.Mapping named(String processName, String function, Object startParameter) {
        return object(
                "spec",
                object(
                        "bk_process_name",
                        locked(processName),
                        "bk_func_name",
                        locked(function),
                        "bk_start_param_regex",
                        locked(startParameter)));
    }

    private static Path name(int item) {
        return PROCESSES.item(item).member("spec").member("bk_process_name").member("value");
    }

    private static Path function(int item) {
        return PROCESSES.item(item).member("spec").member("bk_func_name").member("value");
    }

    @Test
    void givesADraftForEachItemInOrder() {
        DraftBatch batch = batch(named("a", "f", "1"), named("b", "f", "2"));

        assertThat(batch.violations()).isEmpty();
        assertThat(batch.size()).isEqualTo(2);
        assertThat(batch.drafts())
                .extracting(draft -> draft.property().processName())
                .containsExactly("a", "b");
        assertThat(batch.drafts()).allSatisfy(draft -> {
            assertThat(draft.scope()).isEqualTo(SCOPE);
            assertThat(draft.supplierAccount()).isEqualTo("0");
        });
    }

    @Test
    void everyItemIsAnObjectWithASpec() {
        Path second = PROCESSES.item(1).member("spec");
        DraftBatch batch =
                batch("a", object("x", 1), object("spec", list()), object("spec", null), named("a", "f", ""));

        assertThat(batch.violations())
                .containsExactly(
                        Violation.wrongType(PROCESSES.item(0), Kind.OBJECT, "a"),
                        Violation.missing(second),
                        Violation.wrongType(PROCESSES.item(2).member("spec"), Kind.OBJECT, "[…]"),
                        Violation.missing(PROCESSES.item(3).member("spec")));
        assertThat(batch.warnings())
                .containsExactly(Violation.unknownKey(PROCESSES.item(1).member("x"), "x"));
        assertThat(batch.processNames()).containsExactly("a");
        assertThat(batch.scope()).isEqualTo(SCOPE);
        assertThatIllegalStateException().isThrownBy(batch::drafts);
    }

    @Test
    void asksForEachNameAndKeyOnceThoseOfFaultyItemsToo() {
        Node faultyElsewhere = object("spec", spec("proc_num", locked(0)));
        DraftBatch batch = batch(named("a", "f", null), named("b", "f", ""), named("a", "g", ""), faultyElsewhere);

        assertThat(batch.processNames()).containsExactly("a", "b", "web");
        assertThat(batch.functionKeys())
                .containsExactly(new FunctionKey("f", ""), new FunctionKey("g", ""), new FunctionKey("java", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\0", "\uD800lone", " blank", "blank\u3000"})
    void doesNotAskTheStoreForANameThatNothingStoredCanBear(String name) {
        assertThat(batch(named(name, "f", "")).processNames()).isEmpty();
        assertThat(batch(named("a", name, "")).functionKeys()).isEmpty();
        assertThat(batch(named("a", "f", name)).functionKeys()).isEmpty();
    }

    @Test
    void clashesWithStoredNamesAndKeys() {
        DraftBatch batch = batch(named("a", "f", null), named("b", "g", "-x"), named("c", "h", ""));
        TakenNames stored = new TakenNames(Map.of("a", 7L, "z", 8L), Map.of(new FunctionKey("g", "-x"), 9L));

        assertThat(batch.clashes(stored).list())
                .containsExactly(
                        Violation.processNameTaken(name(0), "a", 7),
                        Violation.functionTaken(function(1), "g", "-x", 9));
    }

    @Test
    void aDuplicatePointsAtBothItems() {
        DraftBatch batch = batch(named("a", "f", null), named("b", "g", ""), named("a", "f", ""), named("a", "g", "x"));

        assertThat(batch.clashes(TakenNames.none()).list())
                .containsExactly(
                        Violation.processNameTaken(name(2), "a", name(0)),
                        Violation.functionTaken(function(2), "f", "", function(0)),
                        Violation.processNameTaken(name(3), "a", name(0)));
    }

    @Test
    void theStoredHolderIsNamedBeforeTheOtherItem() {
        DraftBatch batch = batch(named("a", "f", ""), named("a", "g", ""));

        assertThat(batch.clashes(new TakenNames(Map.of("a", 7L), Map.of())).list())
                .containsExactly(
                        Violation.processNameTaken(name(0), "a", 7), Violation.processNameTaken(name(1), "a", 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "e\u0301", "a ", "ａ"})
    void namesAreComparedExactly(String other) {
        Node.Mapping first = named(other.equals("e\u0301") ? "\u00E9" : "a", "f", "");

        assertThat(batch(first, named(other, "g", ""))
                        .clashes(TakenNames.none())
                        .list())
                .extracting(Violation::rule)
                .isEmpty();
    }
}
