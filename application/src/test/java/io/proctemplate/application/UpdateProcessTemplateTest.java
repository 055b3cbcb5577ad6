package io.proctemplate.application;

import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;
import static io.proctemplate.application.Sent.with;
import static io.proctemplate.application.World.ADMIN;
import static io.proctemplate.application.World.NEIGHBOUR;
import static io.proctemplate.application.World.STRANGER;
import static io.proctemplate.application.World.only;
import static io.proctemplate.application.World.refusal;
import static io.proctemplate.application.World.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.Commands;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateProcessTemplateTest {
    private static final Path PROPERTY = Path.root().member("process_property");

    private final World world = new World();
    private final long id = world.processTemplate(1, world.web, "a", "f", "1");

    private Outcome<ProcessTemplate> update(Object... namesAndValues) {
        return updateBy(ADMIN, 1, id, object(namesAndValues));
    }

    private Outcome<ProcessTemplate> updateBy(
            Caller caller, long business, long template, Node.Mapping changes, Object... more) {
        Node.Mapping request =
                with(object("bk_biz_id", business, "process_template_id", template, "process_property", changes), more);
        return world.application.processTemplates().update(caller, Commands.updateProcessTemplate(request));
    }

    private static Node.Mapping locked(Object value) {
        return object("value", value, "as_default_value", true);
    }

    private static Path value(String field) {
        return PROPERTY.member(field).member("value");
    }

    @Test
    void givesBackAndKeepsTheTemplateAsItIsNow() {
        ProcessTemplate before = world.stored(id).orElseThrow();

        ProcessTemplate after = World.value(update("user", locked("root")));

        assertThat(after).isEqualTo(world.stored(id).orElseThrow());
        assertThat(after.property().fields().get(Fields.USER)).isEqualTo(TemplatedField.locked("root"));
        assertThat(after.version()).isEqualTo(before.version() + 1);
        assertThat(after.property().functionKey()).isEqualTo(before.property().functionKey());
        assertThat(after.stamp()).isEqualTo(new Stamp("ann", "ann", World.NOW, World.NOW));
    }

    @Test
    void stampsTheChange() {
        Instant later = World.NOW.plusSeconds(5);
        Application application = Applications.over(world.storage, Clock.fixed(later, ZoneOffset.UTC));
        Caller bob = new Caller("app", "bob", RequestId.of("r2"), ADMIN.grants());
        Node.Mapping body =
                object("bk_biz_id", 1, "process_template_id", id, "process_property", object("user", locked("x")));

        ProcessTemplate after =
                World.value(application.processTemplates().update(bob, Commands.updateProcessTemplate(body)));

        assertThat(after.stamp()).isEqualTo(new Stamp("ann", "bob", World.NOW, later));
    }

    @Test
    void tellsFaultyValuesAndTakenNamesAtOnceAndChangesNothing() {
        long name = world.processTemplate(1, world.web, "b", "g", "");
        long function = world.processTemplate(1, world.web, "c", "f", "2");
        ProcessTemplate before = world.stored(id).orElseThrow();

        Outcome<ProcessTemplate> outcome = update(
                "bk_process_name", locked("b"), "bk_start_param_regex", locked("2"), "proc_num", locked(0), "x", 1);

        assertThat(violations(outcome))
                .containsExactly(
                        Violation.outOfRange(value("proc_num"), 1, 10_000, 0),
                        Violation.processNameTaken(value("bk_process_name"), "b", name),
                        Violation.functionTaken(value("bk_start_param_regex"), "f", "2", function));
        assertThat(refusal(outcome).violations().first().rule()).isEqualTo(Rule.OUT_OF_RANGE);
        assertThat(outcome.warnings()).containsExactly(Violation.unknownKey(PROPERTY.member("x"), "x"));
        assertThat(world.stored(id)).contains(before);
    }

    @Test
    void itsOwnNamesAreNotTaken() {
        assertThat(World.value(update("bk_process_name", locked("a"), "bk_start_param_regex", locked("1")))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void namesOfOtherScopesAreNotTaken() {
        world.processTemplate(1, world.api, "b", "f", "2");
        world.processTemplate(1, Scope.STANDALONE, "b", "f", "2");
        world.processTemplate(2, world.db, "b", "f", "2");

        assertThat(World.value(update("bk_process_name", locked("b"), "bk_start_param_regex", locked("2")))
                        .name())
                .isEqualTo("b");
    }

    @Test
    void noStartParameterIsTheEmptyOne() {
        long other = world.processTemplate(1, world.web, "b", "f", "");

        for (Object nothing : new Object[] {null, object(), locked(null), locked("")}) {
            assertThat(violations(update("bk_start_param_regex", nothing)))
                    .containsExactly(Violation.functionTaken(value("bk_start_param_regex"), "f", "", other));
        }
    }

    @Test
    void aNameGivenUpIsFree() {
        update("bk_process_name", locked("z"), "bk_start_param_regex", locked("9"));

        assertThat(world.processTemplate(1, world.web, "a", "f", "1")).isGreaterThan(id);
    }

    @Test
    void theFunctionNameIsKeptWithAWarning() {
        Outcome<ProcessTemplate> outcome = update("bk_func_name", locked("g"), "user", locked("root"));

        assertThat(World.value(outcome).property().functionKey().functionName()).isEqualTo("f");
        assertThat(outcome.warnings()).containsExactly(Violation.fixedValue(value("bk_func_name"), "f"));
    }

    @Test
    void newBindRowsNeverGetAnIdThatTheTemplateHad() {
        Node.Mapping row = object("port", locked("80"), "protocol", locked("1"));
        assertThat(rowIds(update("bind_info", locked(list(row, row, row))))).containsExactly(1L, 2L, 3L);
        assertThat(rowIds(update("bind_info", locked(list(row))))).containsExactly(4L);
        assertThat(rowIds(update("bind_info", null))).isEmpty();
        assertThat(rowIds(update("user", locked("root")))).isEmpty();
        assertThat(rowIds(update("bind_info", locked(list(row, row))))).containsExactly(5L, 6L);
    }

    private static List<Long> rowIds(Outcome<ProcessTemplate> outcome) {
        var rows = World.value(outcome).property().bindInfo().value();
        return rows == null
                ? List.of()
                : rows.rows().stream().map(BindRow::rowId).toList();
    }

    @Test
    void aVersionThatIsNoLongerCurrentIsRefusedWithBoth() {
        update("user", locked("root"));
        ProcessTemplate current = world.stored(id).orElseThrow();

        for (long other : new long[] {1, 3, 0, -1}) {
            assertThat(refusal(updateBy(ADMIN, 1, id, object("user", locked("x")), "version", other)))
                    .isEqualTo(Refusal.staleVersion(id, other, 2));
        }
        assertThat(world.stored(id)).contains(current);
        assertThat(World.value(updateBy(ADMIN, 1, id, object("user", locked("x")), "version", 2))
                        .version())
                .isEqualTo(3);
    }

    @Test
    void whatIsNotInTheBusinessIsNotFound() {
        long elsewhere = world.processTemplate(2, world.db, "a");

        for (long unknown : new long[] {elsewhere, 999, 0, -1}) {
            assertThat(refusal(updateBy(ADMIN, 1, unknown, object())))
                    .isEqualTo(Refusal.notFound(ObjectType.PROCESS_TEMPLATE, unknown));
        }
        assertThat(refusal(updateBy(ADMIN, 2, id, object())))
                .isEqualTo(Refusal.notFound(ObjectType.PROCESS_TEMPLATE, id));
        assertThat(refusal(updateBy(ADMIN, 77, id, object())))
                .isEqualTo(Refusal.notFound(ObjectType.PROCESS_TEMPLATE, id));
    }

    @Test
    void withoutARightNothingTellsWhatIsThere() {
        long standalone = world.processTemplate(1, Scope.STANDALONE, "a");
        long ofApi = world.processTemplate(1, world.api, "a");
        Refusal forbidden = Refusal.forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, Scope.standalone(1));

        for (Caller caller : List.of(STRANGER, NEIGHBOUR, only(Action.FIND_BUSINESS_RESOURCE, world.web), reader())) {
            for (long any : new long[] {id, standalone, 999}) {
                assertThat(refusal(updateBy(caller, 1, any, object("bk_process_name", null), "version", 9)))
                        .isEqualTo(forbidden);
            }
        }
        Caller ofWeb = only(Action.EDIT_BIZ_SERVICE_TEMPLATE, world.web);
        for (long any : new long[] {ofApi, standalone, 999}) {
            assertThat(refusal(updateBy(ofWeb, 1, any, object()))).isEqualTo(forbidden);
        }
    }

    private static Caller reader() {
        return World.caller(new Grant(Action.FIND_BUSINESS_RESOURCE, 1L, null));
    }

    @Test
    void aRightOnTheServiceTemplateIsEnough() {
        Caller ofWeb = only(Action.EDIT_BIZ_SERVICE_TEMPLATE, world.web);

        assertThat(World.value(updateBy(ofWeb, 1, id, object("user", locked("root"))))
                        .version())
                .isEqualTo(2);
    }
}
