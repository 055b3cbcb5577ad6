package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.free;
import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.row;
import static io.proctemplate.domain.Sent.spec;
import static io.proctemplate.domain.Sent.templated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RevisionTest {
    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05.006Z");
    private static final Instant CHANGED = Instant.parse("2026-01-03T03:04:05.006Z");
    private static final Path AT = Path.root().member("process_property");

    /** Function java, process name web, with more members. */
    private static ProcessTemplate template(Object... more) {
        ProcessProperty property = ProcessProperty.draft(spec(more)).orThrow();
        return new ProcessTemplate.Draft(new Scope(1, 2), "acc", property).identified(7, Stamp.created("ann", CREATED));
    }

    private static Revision revise(ProcessTemplate template, Object... namesAndValues) {
        return template.revise(object(namesAndValues), AT);
    }

    private static ProcessTemplate revised(ProcessTemplate template, Object... namesAndValues) {
        return revise(template, namesAndValues).revised("bob", CHANGED);
    }

    private static Path value(String field) {
        return AT.member(field).member("value");
    }

    @Test
    void isOneVersionLaterAndStampedAndElseTheSame() {
        ProcessTemplate before = template("user", free("root"), "bind_info", locked(list(row("1", "80", "1"))));

        ProcessTemplate after = revised(before);

        assertThat(after)
                .isEqualTo(new ProcessTemplate(
                        7, new Scope(1, 2), "acc", before.property(), new Stamp("ann", "bob", CREATED, CHANGED), 2));
        assertThat(revised(after).version()).isEqualTo(3);
    }

    static Stream<Arguments> replacesValueAndFlagOfWhatIsThere() {
        return Stream.of(
                Arguments.of(locked("new"), new TemplatedField<>("new", Lock.LOCKED)),
                Arguments.of(free("new"), new TemplatedField<>("new", Lock.FREE)),
                Arguments.of(templated("new", null), new TemplatedField<>("new", Lock.UNSAID)),
                Arguments.of(object("value", "new"), new TemplatedField<>("new", Lock.UNSAID)),
                Arguments.of(object("as_default_value", false), new TemplatedField<>(null, Lock.FREE)),
                Arguments.of(locked(null), new TemplatedField<>(null, Lock.LOCKED)),
                Arguments.of(locked(""), new TemplatedField<>("", Lock.LOCKED)),
                Arguments.of(object(), TemplatedField.unset()),
                Arguments.of(templated(null, null), TemplatedField.unset()),
                Arguments.of(null, TemplatedField.unset()));
    }

    @ParameterizedTest
    @MethodSource
    void replacesValueAndFlagOfWhatIsThere(Node sent, TemplatedField<String> expected) {
        ProcessTemplate before = template("description", locked("old"), "user", locked("root"));

        ProcessTemplate after = revised(before, "description", sent);

        assertThat(after.property().fields().get(Fields.DESCRIPTION)).isEqualTo(expected);
        assertThat(after.property().fields().get(Fields.USER)).isEqualTo(TemplatedField.locked("root"));
    }

    @Test
    void keepsTheFunctionNameAndWarnsOfAnotherOne() {
        for (Object other : new Object[] {"perl", "", null, " perl"}) {
            Revision revision = revise(template(), "bk_func_name", locked(other), "user", locked("root"));

            assertThat(revision.violations()).isEmpty();
            assertThat(revision.warnings()).containsExactly(Violation.fixedValue(value("bk_func_name"), "java"));
            ProcessProperty after = revision.revised("bob", CHANGED).property();
            assertThat(after.fields().get(Fields.BK_FUNC_NAME)).isEqualTo(TemplatedField.locked("java"));
            assertThat(after.fields().value(Fields.USER)).isEqualTo("root");
        }
    }

    @Test
    void warnsOfAFunctionNameTakenAway() {
        assertThat(revise(template(), "bk_func_name", null).warnings())
                .containsExactly(Violation.fixedValue(AT.member("bk_func_name"), "java"));
    }

    @Test
    void saysNothingAboutTheSameFunctionName() {
        assertThat(revise(template(), "bk_func_name", locked("java")).warnings())
                .isEmpty();
        assertThat(revise(template(), "bk_func_name", object("value", "java")).warnings())
                .isEmpty();
    }

    @Test
    void looksAtAFixedFieldLikeAtAnyOther() {
        Revision revision =
                revise(template(), "bk_func_name", object("value", "java", "as_default_value", false, "extra", 1));

        assertThat(revision.warnings())
                .containsExactlyInAnyOrder(
                        Violation.lockForced(AT.member("bk_func_name").member("as_default_value")),
                        Violation.unknownKey(AT.member("bk_func_name").member("extra"), "extra"));
        assertThat(revise(template(), "bk_func_name", locked(5)).violations())
                .containsExactly(Violation.wrongType(value("bk_func_name"), Kind.TEXT, "5"));
        assertThat(revise(template(), "bk_func_name", "perl").violations())
                .containsExactly(Violation.wrongType(AT.member("bk_func_name"), Kind.OBJECT, "perl"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepsTheProcessNameLocked(boolean flag) {
        Revision revision = revise(template(), "bk_process_name", templated("site", flag));

        assertThat(revision.revised("bob", CHANGED).property().fields().get(Fields.BK_PROCESS_NAME))
                .isEqualTo(TemplatedField.locked("site"));
        assertThat(revision.warnings())
                .isEqualTo(
                        flag
                                ? Violations.none()
                                : Violations.of(List.of(Violation.lockForced(
                                        AT.member("bk_process_name").member("as_default_value")))));
    }

    @Test
    void aProcessNameCannotBeTakenAway() {
        for (Object nothing : new Object[] {null, object(), locked(null), locked("")}) {
            assertThat(revise(template(), "bk_process_name", nothing).violations())
                    .containsExactly(Violation.missing(value("bk_process_name")));
        }
    }

    @Test
    void tellsEverythingThatIsWrongWithPointersIntoTheRequest() {
        Revision revision = revise(
                template(),
                "user",
                locked("x".repeat(257)),
                "proc_num",
                locked(0),
                "bind_info",
                locked(list(row("1", "80", "3"))),
                "work_path",
                locked(" /"));

        assertThat(revision.violations())
                .containsExactlyInAnyOrder(
                        Violation.tooLong(value("user"), 256, 257, "x".repeat(257)),
                        Violation.outOfRange(value("proc_num"), 1, 10_000, 0),
                        Violation.familyMismatch(
                                value("bind_info").row(0).member("protocol").member("value"), "1", "3"),
                        Violation.surroundingWhiteSpace(value("work_path"), " /"));
        assertThat(revision.violations().first().path().pointer())
                .as("bind rows come before the rest")
                .isEqualTo("/process_property/bind_info/value/0/protocol/value");
        assertThatThrownBy(() -> revision.revised("bob", CHANGED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void warnsOfWhatItDoesNotKnowAndOfPortsClaimedTwice() {
        Revision revision = revise(
                template("bind_info", locked(list(row("1", "80", "1")))),
                "extra",
                1,
                "bind_ip",
                "1",
                "bind_info",
                locked(list(row("1", "80", "1"), row("1", "79-81", "1"))));

        Path rows = value("bind_info");
        assertThat(revision.warnings())
                .containsExactlyInAnyOrder(
                        Violation.unknownKey(AT.member("extra"), "extra"),
                        Violation.legacyKey(AT.member("bind_ip"), "bind_ip", "bind_info[].ip"),
                        Violation.overlappingRows(
                                rows.row(1).member("port").member("value"),
                                rows.row(0).member("port").member("value"),
                                "79-81"));
    }

    @Test
    void staysInItsBusiness() {
        assertThat(revise(template(), "bk_biz_id", locked(1)).violations()).isEmpty();
        assertThat(revise(template(), "bk_biz_id", 9).violations())
                .containsExactly(Violation.contradiction(AT.member("bk_biz_id"), 1, 9));
    }

    @Test
    void keepsItsSupplierAccountAndWarnsOfAnotherOne() {
        assertThat(revise(template(), "bk_supplier_account", "acc").warnings()).isEmpty();

        Revision revision = revise(template(), "bk_supplier_account", locked("other"));

        assertThat(revision.warnings()).containsExactly(Violation.fixedValue(AT.member("bk_supplier_account"), "acc"));
        assertThat(revision.revised("bob", CHANGED).supplierAccount()).isEqualTo("acc");
    }

    @Test
    void asksForTheNamesItWouldBearThoseOfFaultyChangesToo() {
        Revision revision = revise(template(), "bk_process_name", locked("site"), "proc_num", locked(0));

        assertThat(revision.processNames()).containsExactly("site");
        assertThat(revision.functionKeys()).containsExactly(new FunctionKey("java", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nul\0", "\uD800lone", " blank"})
    void doesNotAskTheStoreForANameThatNothingStoredCanBear(String name) {
        assertThat(revise(template(), "bk_process_name", locked(name)).processNames())
                .isEmpty();
        assertThat(revise(template(), "bk_start_param_regex", locked(name)).functionKeys())
                .isEmpty();
        assertThat(revise(template(), "bk_process_name", null).processNames()).isEmpty();
    }

    @Test
    void clashesWithNamesAndKeysOfOthersButNotWithItsOwn() {
        Revision revision = revise(template(), "bk_process_name", locked("site"), "bk_start_param_regex", locked("-x"));
        FunctionKey key = new FunctionKey("java", "-x");

        assertThat(revision.clashes(new TakenNames(Map.of("site", 7L), Map.of(key, 7L))))
                .isEmpty();
        assertThat(revision.clashes(new TakenNames(Map.of("site", 8L), Map.of(key, 9L))))
                .containsExactly(
                        Violation.processNameTaken(value("bk_process_name"), "site", 8),
                        Violation.functionTaken(value("bk_start_param_regex"), "java", "-x", 9));
    }

    @Test
    void changesAreJudgedWithoutATemplate() {
        Node.Mapping faulty = object("bk_func_name", locked("perl"), "user", locked(1), "proc_num", locked(0), "x", 1);

        assertThat(Revision.judge(1, faulty, AT).violations())
                .containsExactly(
                        Violation.wrongType(value("user"), Kind.TEXT, "1"),
                        Violation.outOfRange(value("proc_num"), 1, 10_000, 0));
        assertThat(Revision.judge(1, faulty, AT).warnings())
                .as("what is kept is not known yet")
                .containsExactly(Violation.unknownKey(AT.member("x"), "x"));
        assertThat(Revision.judge(1, object("bk_biz_id", 2), AT).violations())
                .containsExactly(Violation.contradiction(AT.member("bk_biz_id"), 1, 2));
        assertThat(Revision.judge(1, object("user", locked("root")), AT).violations())
                .isEmpty();
    }
}
