package io.proctemplate.domain.instance;

import static io.proctemplate.domain.Sent.free;
import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.PortFault;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EditTest {
    private static final Host HOST = new Host("10.0.0.1", "", "", "");
    private static final Path ROWS = Path.root().member("bind_info");

    /** user, pid_file and row 1 are locked; work_path, timeout and row 2 are free. */
    private static final ProcessProperty TEMPLATE = ProcessProperty.draft(spec(
                    "user", locked("root"),
                    "pid_file", locked(null),
                    "work_path", free("/w"),
                    "timeout", free(5),
                    "bind_info",
                            locked(list(
                                    object(
                                            "row_id", 1,
                                            "ip", locked("3"),
                                            "port", locked("80"),
                                            "protocol", locked("1"),
                                            "enable", locked(true)),
                                    object(
                                            "row_id", 2,
                                            "ip", free("1"),
                                            "port", free("81"),
                                            "protocol", free("1"),
                                            "enable", free(true))))))
            .orThrow();

    private static final Process MADE = Instances.instantiate(TEMPLATE, HOST);

    private static Validated<Process> edit(Object... changes) {
        return Instances.edit(TEMPLATE, MADE, object(changes));
    }

    private static Validated<Process> editRow(Object... change) {
        return edit("bind_info", list(object(change)));
    }

    @Test
    void freeFieldsChangeAndAllOthersStay() {
        Process edited = edit("work_path", "/x", "timeout", null).orThrow();

        assertThat(edited.values())
                .isEqualTo(MADE.values().toBuilder()
                        .set(Fields.WORK_PATH, "/x")
                        .set(Fields.TIMEOUT, null)
                        .build());
        assertThat(edited.rows()).isEqualTo(MADE.rows());
    }

    @Test
    void freeFieldsOfARowChange() {
        BoundRow edited = editRow(
                        "template_row_id", 2, "ip", "fd00::1", "port", "90-99", "protocol", "3", "enable", false)
                .orThrow()
                .rows()
                .get(1);

        assertThat(edited.address()).isEqualTo("fd00::1");
        assertThat(edited.values().toString()).isEqualTo("{port=90-99, protocol=3, enable=false}");
        assertThat(edited.templateRowId()).isEqualTo(2);
    }

    static Stream<Arguments> aLockedFieldIsNeverSilentlyDropped() {
        return Stream.of(
                Arguments.of("user", "www", "root"),
                Arguments.of("user", "", "root"),
                Arguments.of("user", null, "root"),
                Arguments.of("user", 1, "root"),
                Arguments.of("pid_file", "/p", null),
                Arguments.of("bk_func_name", "python", "java"),
                Arguments.of("bk_process_name", "WEB", "web"));
    }

    @ParameterizedTest
    @MethodSource
    void aLockedFieldIsNeverSilentlyDropped(String field, Object sent, String locked) {
        List<Violation> violations = edit(field, sent).violations().list();

        String shown = String.valueOf(sent);
        assertThat(violations)
                .containsExactly(Violation.fieldLocked(Path.root().member(field), field, locked, "web", shown));
        assertThat(violations.get(0).rejected()).hasValue(shown);
    }

    @Test
    void aLockedFieldOfARowIsNeverSilentlyDropped() {
        Path row = ROWS.row(0);

        assertThat(editRow("template_row_id", 1, "ip", "127.0.0.1", "port", "8", "protocol", "2", "enable", null)
                        .violations())
                .containsExactly(
                        Violation.fieldLocked(row.member("ip"), "ip", "3", "web", "127.0.0.1"),
                        Violation.fieldLocked(row.member("port"), "port", "80", "web", "8"),
                        Violation.fieldLocked(row.member("protocol"), "protocol", "1", "web", "2"),
                        Violation.fieldLocked(row.member("enable"), "enable", "true", "web", "null"));
    }

    @Test
    void toNameWhatAFieldIsLockedToIsNoChange() {
        assertThat(edit("user", "root", "pid_file", null, "bk_func_name", "java")
                        .orThrow())
                .isEqualTo(MADE);
        assertThat(editRow("template_row_id", 1, "ip", "10.0.0.1", "port", "80", "enable", true)
                        .orThrow())
                .isEqualTo(MADE);
    }

    @Test
    void toNameWhatAFieldIsLockedToUndoesDrift() {
        Process drifted =
                new Process(MADE.values().toBuilder().set(Fields.USER, "www").build(), MADE.rows());

        assertThat(Instances.edit(TEMPLATE, drifted, object("user", "root")).orThrow())
                .isEqualTo(MADE);
        assertThat(Instances.edit(TEMPLATE, drifted, object("user", "www")).violations())
                .hasSize(1);
    }

    static Stream<Arguments> valuesKeepTheRulesOfTheCatalogue() {
        Path path = Path.root().member("work_path");
        Path timeout = Path.root().member("timeout");
        return Stream.of(
                Arguments.of(object("work_path", " "), Violation.surroundingWhiteSpace(path, " ")),
                Arguments.of(object("work_path", 1), Violation.wrongType(path, Kind.TEXT, "1")),
                Arguments.of(object("work_path", free("/x")), Violation.wrongType(path, Kind.TEXT, "{…}")),
                Arguments.of(object("timeout", 0), Violation.outOfRange(timeout, 1, 10_000, 0)),
                Arguments.of(object("bind_info", 1), Violation.wrongType(ROWS, Kind.LIST, "1")),
                Arguments.of(object("bind_info", null), Violation.wrongType(ROWS, Kind.LIST, "null")),
                Arguments.of(object("bind_info", list(3)), Violation.wrongType(ROWS.row(0), Kind.OBJECT, "3")));
    }

    @ParameterizedTest
    @MethodSource
    void valuesKeepTheRulesOfTheCatalogue(Node.Mapping changes, Violation violation) {
        assertThat(Instances.edit(TEMPLATE, MADE, changes).violations()).containsExactly(violation);
    }

    static Stream<Arguments> valuesOfARowKeepTheirRules() {
        Path row = ROWS.row(0);
        return Stream.of(
                Arguments.of("port", "", Violation.missing(row.member("port"))),
                Arguments.of("port", null, Violation.missing(row.member("port"))),
                Arguments.of("port", "x", Violation.invalidPorts(row.member("port"), PortFault.SYNTAX, "x", "x")),
                Arguments.of("protocol", null, Violation.missing(row.member("protocol"))),
                Arguments.of("protocol", "3", Violation.familyMismatch(row, "127.0.0.1", "3")),
                Arguments.of("ip", "::1", Violation.familyMismatch(row, "::1", "1")),
                Arguments.of("ip", "localhost", Violation.notAnAddress(row.member("ip"), "localhost")),
                Arguments.of("ip", "3", Violation.notAnAddress(row.member("ip"), "3")),
                Arguments.of("ip", 3, Violation.wrongType(row.member("ip"), Kind.TEXT, "3")),
                Arguments.of("enable", "on", Violation.wrongType(row.member("enable"), Kind.FLAG, "on")));
    }

    @ParameterizedTest
    @MethodSource
    void valuesOfARowKeepTheirRules(String field, Object sent, Violation violation) {
        assertThat(editRow("template_row_id", 2, field, sent).violations()).containsExactly(violation);
    }

    @Test
    void aFaultThatWasThereBeforeDoesNotHinderAnotherChange() {
        BoundRow mismatched = new BoundRow(2, "::1", MADE.rows().get(1).values());
        Process process = new Process(MADE.values(), List.of(mismatched));

        Node.Mapping change = object("bind_info", list(object("template_row_id", 2, "enable", false)));
        assertThat(Instances.edit(TEMPLATE, process, change).violations()).isEmpty();
    }

    @Test
    void anAddressMayBeTakenAway() {
        for (Object none : new Object[] {"", null}) {
            assertThat(editRow("template_row_id", 2, "ip", none)
                            .orThrow()
                            .rows()
                            .get(1)
                            .address())
                    .isEmpty();
        }
    }

    @Test
    void aRowIsNamedByItsTemplateRow() {
        Path id = ROWS.row(0).member("template_row_id");

        assertThat(editRow("port", "1").violations()).containsExactly(Violation.missing(id));
        assertThat(editRow("template_row_id", null, "port", "1").violations()).containsExactly(Violation.missing(id));
        assertThat(editRow("template_row_id", "2").violations())
                .containsExactly(Violation.wrongType(id, Kind.INTEGER, "2"));
        assertThat(editRow("template_row_id", 3, "port", "1").violations())
                .containsExactly(Violation.notAChoice(id, List.of("1", "2"), "3"));
        assertThat(edit("bind_info", list(object("template_row_id", 2), object("template_row_id", 2)))
                        .violations())
                .containsExactly(Violation.duplicateRowId(ROWS.row(1).member("template_row_id"), 2, id));
    }

    @Test
    void aRowThatTheProcessLacksCannotBeEdited() {
        Process without = new Process(MADE.values(), MADE.rows().subList(0, 1));

        assertThat(Instances.edit(
                                TEMPLATE, without, object("bind_info", list(object("template_row_id", 2, "port", "1"))))
                        .violations())
                .containsExactly(Violation.notAChoice(ROWS.row(0).member("template_row_id"), List.of("1"), "2"));
    }

    @Test
    void everythingWrongIsToldAtOnceAndNothingChanged() {
        Validated<Process> refused =
                edit("user", "www", "timeout", 0, "bind_info", list(object("template_row_id", 1, "port", "1")), "x", 1);

        assertThat(refused.violations()).hasSize(3);
        assertThat(refused.warnings())
                .containsExactly(Violation.unknownKey(Path.root().member("x"), "x"));
        assertThat(MADE.rows().get(0).values().get(Fields.PORT)).isEqualTo(Ports.of("80"));
    }

    @Test
    void keysWithoutAMeaningAreWarnedOf() {
        assertThat(edit("port", "80", "bind_info", list(object("template_row_id", 2, "row_id", 2)))
                        .warnings())
                .containsExactly(
                        Violation.unknownKey(Path.root().member("port"), "port"),
                        Violation.unknownKey(ROWS.row(0).member("row_id"), "row_id"));
    }
}
