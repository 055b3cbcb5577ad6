package io.proctemplate.domain.field;

import static io.proctemplate.domain.Sent.node;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.templated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FieldSetTest {

    /** What one field can be as it is sent: each kind of value a field takes, each flag, left out in part or whole. */
    static Stream<Arguments> everyFieldWithEveryFlag() {
        return Stream.of(Fields.PROCESS, Fields.BIND_ROW)
                .flatMap(catalogue -> catalogue.fields().stream()
                        .flatMap(field -> Stream.concat(Samples.of(field).stream(), Stream.of((Object) null))
                                .flatMap(value -> Stream.of(true, false, null)
                                        .map(flag -> Arguments.of(catalogue, field, value, flag)))));
    }

    @ParameterizedTest
    @MethodSource
    void everyFieldWithEveryFlag(Catalogue catalogue, Field<?> field, Object value, Boolean flag) {
        FieldSet drafted = draft(catalogue, field, templated(value, flag));
        Lock lock = field.is(Trait.ALWAYS_LOCKED) ? Lock.LOCKED : Lock.of(flag);

        List<Object> shown = new ArrayList<>();
        drafted.forEachSet((name, scalar, shownLock) -> shown.addAll(List.of(name, node(scalar), shownLock)));
        if (value == null && lock == Lock.UNSAID) {
            assertThat(shown).isEmpty();
        } else {
            assertThat(shown).containsExactly(field.name(), node(value), lock);
        }
        assertThat(restored(drafted)).isEqualTo(drafted).hasSameHashCodeAs(drafted);
    }

    private static FieldSet draft(Catalogue catalogue, Field<?> field, Node sent) {
        FieldSet.Builder builder = new FieldSet.Builder(catalogue);
        assertThat(builder.draft(field.name(), sent, Path.root(), new Violations.Collector()))
                .isTrue();
        return builder.build();
    }

    private static FieldSet restored(FieldSet set) {
        FieldSet.Builder builder = new FieldSet.Builder(set.catalogue());
        set.forEachSet(builder::restore);
        return builder.build();
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void aWholeSetComesBackAsItWasSent(@ForAll("sets") FieldSet set) {
        assertThat(restored(set)).isEqualTo(set);
        assertThat(set).hasToString(restored(set).toString());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void setsAreEqualIfAllTheirFieldsAre(@ForAll("sets") FieldSet one, @ForAll("sets") FieldSet other) {
        boolean alike = one.catalogue() == other.catalogue()
                && one.catalogue().fields().stream()
                        .allMatch(field -> one.get(field).equals(other.get(field)));

        assertThat(one.equals(other)).isEqualTo(alike);
    }

    @Provide
    Arbitrary<FieldSet> sets() {
        return Arbitraries.of(Fields.PROCESS, Fields.BIND_ROW).flatMap(FieldSetTest::sets);
    }

    private static Arbitrary<FieldSet> sets(Catalogue catalogue) {
        List<Arbitrary<Node>> sent = new ArrayList<>();
        for (Field<?> field : catalogue.fields()) {
            Arbitrary<Object> values =
                    Arbitraries.of(Samples.of(field)).map(Object.class::cast).injectNull(0.3);
            Arbitrary<Boolean> flags = Arbitraries.of(true, false).injectNull(0.3);
            Arbitrary<Node> wrapped = Combinators.combine(values, flags).as((value, flag) -> templated(value, flag));
            sent.add(Arbitraries.oneOf(wrapped, Arbitraries.of(Node.Null.NULL, object())));
        }
        return Combinators.combine(sent).as(nodes -> {
            FieldSet.Builder builder = new FieldSet.Builder(catalogue);
            for (int i = 0; i < nodes.size(); i++) {
                builder.draft(catalogue.fields().get(i).name(), nodes.get(i), Path.root(), new Violations.Collector());
            }
            return builder.build();
        });
    }

    @Test
    void aFieldThatWasNotSentIsUnset() {
        FieldSet empty = new FieldSet.Builder(Fields.PROCESS).build();

        assertThat(empty.get(Fields.USER)).isEqualTo(TemplatedField.unset());
        assertThat(empty.value(Fields.USER)).isNull();
        assertThat(empty).hasToString("{}");
    }

    @Test
    void absentNullAndEmptyAreKeptApart() {
        assertThat(draft(Fields.PROCESS, Fields.USER, templated("", null)))
                .isNotEqualTo(draft(Fields.PROCESS, Fields.USER, templated(null, null)));
        assertThat(draft(Fields.PROCESS, Fields.USER, templated(null, false)))
                .isNotEqualTo(draft(Fields.PROCESS, Fields.USER, templated(null, null)));
        assertThat(draft(Fields.PROCESS, Fields.USER, templated(null, null)))
                .isEqualTo(draft(Fields.PROCESS, Fields.USER, object()))
                .isEqualTo(draft(Fields.PROCESS, Fields.USER, Node.Null.NULL));
        assertThat(draft(Fields.BIND_ROW, Fields.IP, templated("", null)))
                .isNotEqualTo(draft(Fields.BIND_ROW, Fields.IP, templated(null, null)));
    }

    @Test
    void aStoredValueIsReadThoughItBreaksALimitOfToday() {
        FieldSet.Builder stored = new FieldSet.Builder(Fields.PROCESS);
        stored.restore("timeout", Scalar.of(99_999), Lock.FREE);
        stored.restore("user", Scalar.of(" " + "x".repeat(300)), Lock.LOCKED);
        stored.restore("bk_func_name", Scalar.of(""), Lock.FREE);

        assertThat(stored.build().get(Fields.TIMEOUT)).isEqualTo(TemplatedField.free(99_999L));
        assertThat(stored.build().get(Fields.USER)).isEqualTo(TemplatedField.locked(" " + "x".repeat(300)));
        assertThat(stored.build().get(Fields.BK_FUNC_NAME)).isEqualTo(TemplatedField.free(""));
    }

    @Test
    void aStoredValueOfTheWrongTypeIsADefect() {
        FieldSet.Builder stored = new FieldSet.Builder(Fields.PROCESS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stored.restore("timeout", Scalar.of("1"), Lock.FREE))
                .withMessageContaining("timeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldSet.Builder(Fields.BIND_ROW).restore("ip", Scalar.of("9"), Lock.FREE));
    }

    @Test
    void aStoredNameThatIsNoFieldIsPassedOver() {
        FieldSet.Builder stored = new FieldSet.Builder(Fields.PROCESS);
        stored.restore("field_of_tomorrow", Scalar.of("x"), Lock.LOCKED);

        assertThat(stored.build()).isEqualTo(new FieldSet.Builder(Fields.PROCESS).build());
    }

    @Test
    void aFieldOfAnotherCatalogueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FieldSet.Builder(Fields.PROCESS).set(Fields.PORT, TemplatedField.unset()));
        assertThat(new FieldSet.Builder(Fields.PROCESS)
                        .draft("port", Node.Null.NULL, Path.root(), new Violations.Collector()))
                .isFalse();
    }

    @Test
    void aBuiltSetNoLongerChanges() {
        FieldSet.Builder builder = new FieldSet.Builder(Fields.PROCESS);
        FieldSet before = builder.set(Fields.USER, TemplatedField.free("a")).build();
        builder.set(Fields.USER, TemplatedField.free("b"));

        assertThat(before.value(Fields.USER)).isEqualTo("a");
    }
}
