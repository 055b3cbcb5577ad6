package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.free;
import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.row;
import static io.proctemplate.domain.Sent.spec;
import static io.proctemplate.domain.Sent.templated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.proctemplate.domain.field.Constraint;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Samples;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.field.Trait;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessPropertyTest {
    private static final Path ROOT = Path.root();

    private static List<Violation> violations(Node.Mapping spec) {
        return ProcessProperty.draft(spec).violations().list();
    }

    /** A spec that is fine but for what is sent for {@code field}, put in the place of a sample if it is a name. */
    private static Node.Mapping with(Field<?> field, Object sent) {
        if (!field.is(Trait.REQUIRED)) {
            return spec(field.name(), sent);
        }
        String other = (field == Fields.BK_FUNC_NAME ? Fields.BK_PROCESS_NAME : Fields.BK_FUNC_NAME).name();
        return object(other, locked("other"), field.name(), sent);
    }

    private static Path at(Field<?> field) {
        return ROOT.member(field.name());
    }

    private static Path value(Field<?> field) {
        return at(field).member("value");
    }

    static Stream<Field<?>> all() {
        return Fields.PROCESS.fields().stream();
    }

    static Stream<Field<?>> texts() {
        return all().filter(field -> field.kind() == Kind.TEXT);
    }

    static Stream<Arguments> lengths() {
        return texts().map(field ->
                Arguments.of(field, only(field, Constraint.MaxBytes.class).bytes()));
    }

    static Stream<Arguments> ranges() {
        return all().filter(field -> field.kind() == Kind.INTEGER)
                .map(field -> only(field, Constraint.Range.class))
                .map(range -> Arguments.of(rangeOwner(range), range.min(), range.max()));
    }

    private static Field<?> rangeOwner(Constraint.Range range) {
        return all().filter(field -> field.constraints().stream().anyMatch(rule -> rule == range))
                .findFirst()
                .orElseThrow();
    }

    private static <C> C only(Field<?> field, Class<C> kind) {
        return field.constraints().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void textsAreLimitedInBytes(Field<?> field, int max) {
        String fits = "é".repeat(max / 2);
        String tooLong = fits + "x";

        assertThat(violations(with(field, locked(fits)))).isEmpty();
        assertThat(violations(with(field, locked(tooLong))))
                .containsExactly(Violation.tooLong(value(field), max, max + 1, tooLong));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void numbersAreInTheirRange(Field<?> field, long min, long max) {
        assertThat(violations(with(field, locked(min)))).isEmpty();
        assertThat(violations(with(field, locked(max)))).isEmpty();
        assertThat(violations(with(field, locked(min - 1))))
                .containsExactly(Violation.outOfRange(value(field), min, max, min - 1));
        if (max < Long.MAX_VALUE) {
            assertThat(violations(with(field, locked(max + 1))))
                    .containsExactly(Violation.outOfRange(value(field), min, max, max + 1));
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void textsTravelUnharmed(Field<?> field) {
        assertThat(violations(with(field, locked("a\0"))))
                .containsExactly(Violation.forbiddenCharacter(value(field), 0, "a\0"));
        assertThat(violations(with(field, locked("\u3000"))))
                .containsExactly(Violation.surroundingWhiteSpace(value(field), "\u3000"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void typesAreNeverConverted(Field<?> field) {
        Stream<Node> scalars =
                Stream.of("1", 1, true).map(value -> locked(value).node(0));
        Stream<Node> others = Stream.of(new Node.Inexact("1.0"), new Node.Inexact("1e3"), list("1"), object("a", 1));
        Stream.concat(scalars, others)
                .filter(node -> kindOf(node) != field.kind())
                .forEach(node -> assertThat(violations(with(field, locked(node))))
                        .containsExactly(Violation.wrongType(value(field), field.kind(), node.excerpt())));
    }

    private static Kind kindOf(Node node) {
        if (node instanceof Scalar scalar) {
            return scalar.fold(text -> Kind.TEXT, number -> Kind.INTEGER, flag -> Kind.FLAG);
        }
        return Kind.OBJECT;
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFieldIsAnObjectOrNull(Field<?> field) {
        assertThat(violations(with(field, "bare")))
                .containsExactly(Violation.wrongType(at(field), Kind.OBJECT, "bare"));
        assertThat(violations(with(field, list()))).containsExactly(Violation.wrongType(at(field), Kind.OBJECT, "[…]"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aFlagIsAFlagOrNull(Field<?> field) {
        Object fine = Samples.of(field).get(0);

        assertThat(violations(with(field, templated(fine, "true"))))
                .containsExactly(Violation.wrongType(at(field).member("as_default_value"), Kind.FLAG, "true"));
        assertThat(violations(with(field, templated(fine, 1))))
                .containsExactly(Violation.wrongType(at(field).member("as_default_value"), Kind.FLAG, "1"));
        assertThat(violations(with(field, templated(fine, null)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noValueIsFineUnlessItIsRequired(Field<?> field) {
        List<Violation> expected = field.is(Trait.REQUIRED) ? List.of(Violation.missing(value(field))) : List.of();

        for (Object sent : new Object[] {null, object(), templated(null, true), object("as_default_value", false)}) {
            assertThat(violations(with(field, sent))).as("%s", sent).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("texts")
    void anEmptyTextIsFineUnlessItIsRequired(Field<?> field) {
        List<Violation> expected = field.is(Trait.REQUIRED) ? List.of(Violation.missing(value(field))) : List.of();

        assertThat(violations(with(field, locked("")))).isEqualTo(expected);
    }

    @Test
    void bothNamesAreRequired() {
        assertThat(violations(object()))
                .containsExactly(
                        Violation.missing(value(Fields.BK_FUNC_NAME)),
                        Violation.missing(value(Fields.BK_PROCESS_NAME)));
    }

    @Test
    void aMissingNameIsToldNextToAFaultyFlag() {
        assertThat(violations(with(Fields.BK_PROCESS_NAME, templated(null, "yes"))))
                .containsExactlyInAnyOrder(
                        Violation.wrongType(at(Fields.BK_PROCESS_NAME).member("as_default_value"), Kind.FLAG, "yes"),
                        Violation.missing(value(Fields.BK_PROCESS_NAME)));
    }

    @Test
    void namesAreAlwaysLockedWithAWarningOnlyWhereTheCallerSaysOtherwise() {
        for (Field<String> name : List.of(Fields.BK_FUNC_NAME, Fields.BK_PROCESS_NAME)) {
            for (Object sent : List.of(free("a"), locked("a"), templated("a", null), object("value", "a"))) {
                Validated<ProcessProperty> drafted = ProcessProperty.draft(with(name, sent));
                List<Violation> warnings = sent.equals(free("a"))
                        ? List.of(Violation.lockForced(at(name).member("as_default_value")))
                        : List.of();

                assertThat(drafted.orThrow().fields().get(name)).isEqualTo(TemplatedField.locked("a"));
                assertThat(drafted.warnings().list()).as("%s", sent).isEqualTo(warnings);
            }
        }
    }

    @Test
    void otherFieldsKeepTheirFlag() {
        FieldSet fields = ProcessProperty.draft(spec(
                        "user",
                        locked("a"),
                        "work_path",
                        free("b"),
                        "pid_file",
                        templated("c", null),
                        "timeout",
                        free(null)))
                .orThrow()
                .fields();

        assertThat(fields.get(Fields.USER)).isEqualTo(TemplatedField.locked("a"));
        assertThat(fields.get(Fields.WORK_PATH)).isEqualTo(TemplatedField.free("b"));
        assertThat(fields.get(Fields.PID_FILE)).isEqualTo(new TemplatedField<>("c", Lock.UNSAID));
        assertThat(fields.get(Fields.TIMEOUT)).isEqualTo(TemplatedField.free(null));
        assertThat(fields.get(Fields.PRIORITY)).isEqualTo(TemplatedField.unset());
    }

    @Test
    void everyFaultOfASpecIsTold() {
        Node.Mapping spec = object(
                "bk_func_name",
                locked(""),
                "user",
                locked(" " + "x".repeat(256)),
                "proc_num",
                locked(0),
                "timeout",
                "5",
                "bind_info",
                locked(list(row("1", "0", "3"))));

        Path row = ROOT.member("bind_info").member("value").row(0);
        assertThat(violations(spec))
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(
                        value(Fields.BK_FUNC_NAME),
                        value(Fields.BK_PROCESS_NAME),
                        value(Fields.USER),
                        value(Fields.USER),
                        value(Fields.PROC_NUM),
                        at(Fields.TIMEOUT),
                        row.member("port").member("value"),
                        row.member("protocol").member("value"));
    }

    @Test
    void rowsSpeakBeforeNamesInASpecThatStandsAlone() {
        Violations violations = ProcessProperty.draft(object("bind_info", locked(list(row("1", "", "1")))))
                .violations();

        assertThat(violations.first().path().pointer()).isEqualTo("/bind_info/value/0/port/value");
        assertThat(violations.list())
                .extracting(Violation::path)
                .allSatisfy(path -> assertThat(path.outermostIndex()).isEmpty());
    }

    static Stream<Arguments> bindInfoIsKeptAsItWasSent() {
        return Stream.of(
                Arguments.of(null, TemplatedField.unset()),
                Arguments.of(object(), TemplatedField.unset()),
                Arguments.of(templated(null, null), TemplatedField.unset()),
                Arguments.of(templated(null, true), TemplatedField.locked(null)),
                Arguments.of(object("as_default_value", false), TemplatedField.free(null)),
                Arguments.of(free(list()), TemplatedField.free(new BindRows(List.of()))),
                Arguments.of(object("value", list()), new TemplatedField<>(new BindRows(List.of()), Lock.UNSAID)));
    }

    @ParameterizedTest
    @MethodSource
    void bindInfoIsKeptAsItWasSent(Object sent, TemplatedField<BindRows> kept) {
        ProcessProperty property =
                ProcessProperty.draft(spec("bind_info", sent)).orThrow();

        assertThat(property.bindInfo()).isEqualTo(kept);
    }

    @Test
    void bindInfoIsAnObjectWithAListOfObjects() {
        Path at = ROOT.member("bind_info");

        assertThat(violations(spec("bind_info", list()))).containsExactly(Violation.wrongType(at, Kind.OBJECT, "[…]"));
        assertThat(violations(spec("bind_info", locked("80"))))
                .containsExactly(Violation.wrongType(at.member("value"), Kind.LIST, "80"));
        assertThat(violations(spec("bind_info", templated(list(), 0))))
                .containsExactly(Violation.wrongType(at.member("as_default_value"), Kind.FLAG, "0"));
        assertThat(violations(spec("bind_info", locked(list(1, null)))))
                .containsExactly(
                        Violation.wrongType(at.member("value").row(0), Kind.OBJECT, "1"),
                        Violation.wrongType(at.member("value").row(1), Kind.OBJECT, "null"));
    }

    static Stream<Arguments> legacyKeysAreWarnedOf() {
        return Stream.of(
                Arguments.of("bind_ip", "bind_info[].ip"),
                Arguments.of("port", "bind_info[].port"),
                Arguments.of("protocol", "bind_info[].protocol"),
                Arguments.of("bk_enable_port", "bind_info[].enable"),
                Arguments.of("bk_gateway_ip", null),
                Arguments.of("bk_gateway_port", null));
    }

    @ParameterizedTest
    @MethodSource
    void legacyKeysAreWarnedOf(String key, String replacement) {
        assertThat(ProcessProperty.draft(spec(key, locked("x"))).warnings())
                .containsExactly(Violation.legacyKey(ROOT.member(key), key, replacement));
        assertThat(violations(spec(key, 1))).as("it is not looked at").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Port", "ip", "bk_gateway", "spec", ""})
    void otherKeysAreUnknown(String key) {
        assertThat(ProcessProperty.draft(spec(key, 1)).warnings())
                .containsExactly(Violation.unknownKey(ROOT.member(key), key));
    }

    @Test
    void keysOfAFieldAreItsTwo() {
        Node.Mapping extra = object("value", "a", "as_default_value", true, "default", 1);

        assertThat(ProcessProperty.draft(spec("user", extra)).warnings())
                .containsExactly(Violation.unknownKey(at(Fields.USER).member("default"), "default"));
    }

    @Test
    void noStartParameterCountsAsTheEmptyOne() {
        FunctionKey key = new FunctionKey("java", "");

        for (Object sent : new Object[] {null, object(), locked(null), locked("")}) {
            assertThat(ProcessProperty.draft(spec("bk_start_param_regex", sent))
                            .orThrow()
                            .functionKey())
                    .isEqualTo(key);
        }
        assertThat(ProcessProperty.draft(spec("bk_start_param_regex", free("-x")))
                        .orThrow()
                        .functionKey())
                .isEqualTo(new FunctionKey("java", "-x"));
    }

    @Test
    void isRestoredAsItWas() {
        ProcessProperty property = ProcessProperty.draft(
                        spec("user", free("root"), "bind_info", free(list(row("1", "80", "1")))))
                .orThrow();

        assertThat(ProcessProperty.restore(property.fields(), property.bindInfo()))
                .isEqualTo(property)
                .hasSameHashCodeAs(property)
                .hasToString(property.toString());
        assertThat(ProcessProperty.restore(property.fields(), TemplatedField.unset()))
                .isNotEqualTo(property);
        assertThat(ProcessProperty.restore(new FieldSet.Builder(Fields.PROCESS).build(), property.bindInfo()))
                .isNotEqualTo(property);
    }

    @Test
    void holdsTheFieldsOfAProcessOnly() {
        FieldSet rowFields = new FieldSet.Builder(Fields.BIND_ROW).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProcessProperty.restore(rowFields, TemplatedField.unset()));
    }
}
