package io.proctemplate.application;

import static io.proctemplate.application.Sent.object;
import static io.proctemplate.application.Sent.with;
import static io.proctemplate.application.World.ADMIN;
import static io.proctemplate.application.World.NEIGHBOUR;
import static io.proctemplate.application.World.STRANGER;
import static io.proctemplate.application.World.only;
import static io.proctemplate.application.World.refusal;
import static io.proctemplate.application.World.value;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.World.Listed;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.contract.Commands;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadAndDeleteProcessTemplatesTest {
    private static final Refusal MAY_NOT_READ = Refusal.forbidden(Action.FIND_BUSINESS_RESOURCE, Scope.standalone(1));
    private static final Refusal MAY_NOT_EDIT =
            Refusal.forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, Scope.standalone(1));

    private final World world = new World();
    private final long first = world.processTemplate(1, world.web, "a");
    private final long second = world.processTemplate(1, world.web, "b");
    private final long ofApi = world.processTemplate(1, world.api, "a");
    private final long standalone = world.processTemplate(1, Scope.STANDALONE, "a");
    private final long elsewhere = world.processTemplate(2, world.db, "a");

    private Outcome<Nothing> delete(Caller caller, long business, Long... ids) {
        Node.Mapping body = object("bk_biz_id", business, "process_templates", Sent.list((Object[]) ids), "x", 1);
        return world.application.processTemplates().delete(caller, Commands.deleteProcessTemplates(body));
    }

    private Outcome<ProcessTemplate> get(Caller caller, long id, Object business) {
        Node.Mapping body = object("process_template_id", id, "bk_biz_id", business, "x", 1);
        return world.application.processTemplates().get(caller, Commands.processTemplate(body));
    }

    private Outcome<Long> list(Caller caller, Listed<ProcessTemplate> receiver, Object... namesAndValues) {
        Node.Mapping body = with(object("bk_biz_id", 1, "x", 1), namesAndValues);
        return world.application.processTemplates().list(caller, Commands.processTemplates(body), receiver);
    }

    private List<Long> listed(Object... namesAndValues) {
        return listed(ADMIN, namesAndValues);
    }

    private List<Long> listed(Caller caller, Object... namesAndValues) {
        Listed<ProcessTemplate> listed = new Listed<>();
        assertThat(value(list(caller, listed, namesAndValues))).isEqualTo(listed.count);
        return listed.items.stream().map(ProcessTemplate::id).toList();
    }

    private void assertWarned(Outcome<?> outcome) {
        assertThat(outcome.warnings())
                .containsExactly(Violation.unknownKey(Path.root().member("x"), "x"));
    }

    @Test
    void deletesAllThatAreNamed() {
        Outcome<Nothing> outcome = delete(ADMIN, 1, first, standalone, ofApi, first);

        assertThat(value(outcome)).isEqualTo(Nothing.NOTHING);
        assertWarned(outcome);
        assertThat(Stream.of(first, standalone, ofApi).flatMap(id -> world.stored(id).stream()))
                .isEmpty();
        assertThat(world.stored(second)).isPresent();
        assertThat(world.processTemplate(1, world.web, "a"))
                .as("the name is free")
                .isGreaterThan(elsewhere);
    }

    @Test
    void deletesNothingIfOneIsUnknownInTheBusiness() {
        Outcome<Nothing> outcome = delete(ADMIN, 1, first, 999L, elsewhere, second, 0L);

        assertThat(refusal(outcome)).isEqualTo(Refusal.processTemplatesUnknown(List.of(999L, elsewhere, 0L)));
        assertWarned(outcome);
        assertThat(world.stored(first)).isPresent();
        assertThat(world.stored(second)).isPresent();
    }

    @Test
    void deletionIsNotRepeatable() {
        delete(ADMIN, 1, first);

        assertThat(refusal(delete(ADMIN, 1, first))).isEqualTo(Refusal.processTemplatesUnknown(List.of(first)));
    }

    @Test
    void aRightOnTheServiceTemplateIsEnoughToDeleteThere() {
        Caller ofWeb = only(Action.EDIT_BIZ_SERVICE_TEMPLATE, world.web);

        assertThat(value(delete(ofWeb, 1, first, second))).isEqualTo(Nothing.NOTHING);
    }

    @Test
    void withoutTheRightOnEachNothingTellsWhatIsThere() {
        Caller ofWeb = only(Action.EDIT_BIZ_SERVICE_TEMPLATE, world.web);

        for (Long other : List.of(ofApi, standalone, elsewhere, 999L)) {
            assertThat(refusal(delete(ofWeb, 1, first, other))).isEqualTo(MAY_NOT_EDIT);
            for (Caller caller : List.of(STRANGER, NEIGHBOUR, caller(Action.FIND_BUSINESS_RESOURCE))) {
                assertThat(refusal(delete(caller, 1, other))).isEqualTo(MAY_NOT_EDIT);
            }
        }
        assertWarned(delete(STRANGER, 1, first));
        assertThat(world.stored(first)).isPresent();
    }

    private static Caller caller(Action action) {
        return World.caller(new Grant(action, 1L, null));
    }

    @Test
    void getsATemplateWithItsBusinessOrWithout() {
        for (Object business : new Object[] {1, null}) {
            Outcome<ProcessTemplate> outcome = get(caller(Action.FIND_BUSINESS_RESOURCE), first, business);

            assertThat(value(outcome)).isEqualTo(world.stored(first).orElseThrow());
            assertWarned(outcome);
        }
    }

    @Test
    void aTemplateOfAnotherBusinessIsNotFound() {
        for (long id : new long[] {elsewhere, 999, 0}) {
            assertThat(refusal(get(ADMIN, id, 1))).isEqualTo(Refusal.notFound(ObjectType.PROCESS_TEMPLATE, id));
        }
        assertThat(refusal(get(ADMIN, 999, null))).isEqualTo(Refusal.notFound(ObjectType.PROCESS_TEMPLATE, 999));
        assertWarned(get(ADMIN, 999, null));
    }

    @Test
    void withoutABusinessWhatTheCallerMayNotReadIsNotFound() {
        for (Caller caller : List.of(STRANGER, NEIGHBOUR, caller(Action.EDIT_BIZ_SERVICE_TEMPLATE))) {
            for (long id : new long[] {first, standalone, 999}) {
                assertThat(refusal(get(caller, id, null))).isEqualTo(Refusal.notFound(ObjectType.PROCESS_TEMPLATE, id));
            }
        }
    }

    @Test
    void withABusinessTheRefusalForRightsIsTheSameForWhatIsThereAndWhatIsNot() {
        Caller ofWeb = only(Action.FIND_BUSINESS_RESOURCE, world.web);

        for (long id : new long[] {ofApi, standalone, elsewhere, 999}) {
            for (Caller caller : List.of(STRANGER, NEIGHBOUR, ofWeb)) {
                assertThat(refusal(get(caller, id, 1))).isEqualTo(MAY_NOT_READ);
            }
        }
        assertThat(value(get(ofWeb, first, 1)).id()).isEqualTo(first);
        assertThat(value(get(ofWeb, first, null)).id()).isEqualTo(first);
    }

    @Test
    void listsByServiceTemplateAndIds() {
        assertThat(listed("service_template_id", world.web)).containsExactly(second, first);
        assertThat(listed("service_template_id", 0)).containsExactly(standalone);
        assertThat(listed("service_template_ids", Sent.list(world.web, 0))).containsExactly(standalone, second, first);
        assertThat(listed("process_template_ids", Sent.list(first, elsewhere, ofApi, 999)))
                .containsExactly(ofApi, first);
        assertThat(listed("process_template_ids", Sent.list(first, ofApi), "service_template_id", world.web))
                .containsExactly(first);
        assertThat(listed("process_template_ids", Sent.list(), "service_template_id", world.web))
                .containsExactly(second, first);
        assertThat(listed("service_template_id", world.db))
                .as("of another business")
                .isEmpty();
        assertThat(listed("service_template_id", 999)).isEmpty();
    }

    @Test
    void countsAllAndDeliversAPage() {
        Listed<ProcessTemplate> listed = new Listed<>();

        Outcome<Long> outcome = list(
                ADMIN,
                listed,
                "service_template_id",
                world.web,
                "page",
                object("start", 1, "limit", 1, "sort", "bk_process_name"));

        assertThat(value(outcome)).isEqualTo(2);
        assertThat(listed.count).isEqualTo(2);
        assertThat(listed.items).extracting(ProcessTemplate::name).containsExactly("b");
        assertWarned(outcome);
    }

    @Test
    void withoutTheRightAListTellsNothingNotEvenACount() {
        Caller ofWeb = only(Action.FIND_BUSINESS_RESOURCE, world.web);
        Listed<ProcessTemplate> listed = new Listed<>();

        for (Caller caller : List.of(STRANGER, NEIGHBOUR, caller(Action.EDIT_BIZ_SERVICE_TEMPLATE))) {
            assertThat(refusal(list(caller, listed, "service_template_id", world.web)))
                    .isEqualTo(Refusal.forbidden(Action.FIND_BUSINESS_RESOURCE, new Scope(1, world.web)));
            assertThat(refusal(list(caller, listed, "service_template_id", 999)))
                    .isEqualTo(Refusal.forbidden(Action.FIND_BUSINESS_RESOURCE, new Scope(1, 999)));
            assertThat(refusal(list(caller, listed, "process_template_ids", Sent.list(first))))
                    .isEqualTo(MAY_NOT_READ);
            assertThat(refusal(list(caller, listed, "service_template_id", 0))).isEqualTo(MAY_NOT_READ);
        }
        Refusal ofOther = refusal(list(ofWeb, listed, "service_template_ids", Sent.list(world.web, world.api)));
        assertThat(ofOther).isEqualTo(Refusal.forbidden(Action.FIND_BUSINESS_RESOURCE, new Scope(1, world.api)));
        assertThat(refusal(list(ofWeb, listed, "process_template_ids", Sent.list(first))))
                .isEqualTo(MAY_NOT_READ);
        assertThat(listed.count).isEqualTo(-1);
        assertThat(listed.items).isEmpty();
        assertWarned(list(STRANGER, listed, "service_template_id", 0));
    }

    @Test
    void aRightOnTheServiceTemplateIsEnoughToListIt() {
        Caller ofWeb = only(Action.FIND_BUSINESS_RESOURCE, world.web);

        assertThat(listed(ofWeb, "service_template_id", world.web)).containsExactly(second, first);
        assertThat(listed(ofWeb, "service_template_ids", Sent.list(world.web, world.web)))
                .containsExactly(second, first);
        assertThat(listed(ofWeb, "process_template_ids", Sent.list(first, ofApi), "service_template_id", world.web))
                .containsExactly(first);
    }
}
