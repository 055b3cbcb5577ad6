package io.proctemplate.application;

import static io.proctemplate.application.Sent.object;
import static io.proctemplate.application.Sent.with;
import static io.proctemplate.application.World.ADMIN;
import static io.proctemplate.application.World.NEIGHBOUR;
import static io.proctemplate.application.World.STRANGER;
import static io.proctemplate.application.World.only;
import static io.proctemplate.application.World.refusal;
import static io.proctemplate.application.World.value;
import static io.proctemplate.application.World.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.World.Listed;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.Commands;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.NameRule;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceTemplateServiceTest {
    private static final Path ROOT = Path.root();
    private static final Path BUSINESS = ROOT.member("bk_biz_id");
    private static final Path NAME = ROOT.member("name");
    private static final Path CATEGORY = ROOT.member("service_category_id");

    private final World world = new World();
    private final long root = category(1, "root", 0);
    private final long child = category(1, "child", root);
    private final long foreign = category(2, "foreign", 0);

    private long category(long business, String name, long parent) {
        Node.Mapping body = object("bk_biz_id", business, "name", name, "bk_parent_id", parent);
        return value(world.application.serviceCategories().create(ADMIN, Commands.createServiceCategory(body)))
                .id();
    }

    private Outcome<ServiceTemplate> create(Caller caller, long business, String name, long category, Object... more) {
        Node.Mapping body =
                with(object("bk_biz_id", business, "name", name, "service_category_id", category, "x", 1), more);
        return world.application.serviceTemplates().create(caller, Commands.createServiceTemplate(body));
    }

    private Outcome<ServiceTemplate> update(Caller caller, long business, long id, Object... more) {
        Node.Mapping body = with(object("bk_biz_id", business, "id", id, "x", 1), more);
        Application later = Applications.over(world.storage, Clock.fixed(World.NOW.plusSeconds(5), ZoneOffset.UTC));
        return later.serviceTemplates().update(caller, Commands.updateServiceTemplate(body));
    }

    private Outcome<ServiceTemplate> get(Caller caller, long id, Object... more) {
        Node.Mapping body = with(object("service_template_id", id, "x", 1), more);
        return world.application.serviceTemplates().get(caller, Commands.serviceTemplate(body));
    }

    private Outcome<Nothing> delete(Caller caller, long business, long id) {
        Node.Mapping body = object("bk_biz_id", business, "service_template_id", id, "x", 1);
        return world.application.serviceTemplates().delete(caller, Commands.deleteServiceTemplate(body));
    }

    private Outcome<Long> list(Caller caller, Listed<ServiceTemplate> receiver, Object... more) {
        return ask(caller, receiver, with(object("bk_biz_id", 1, "x", 1), more));
    }

    private Outcome<Long> ask(Caller caller, Listed<ServiceTemplate> receiver, Node.Mapping body) {
        return world.application.serviceTemplates().list(caller, Commands.serviceTemplates(body), receiver);
    }

    private List<String> listed(Object... more) {
        return listed(ADMIN, more);
    }

    private List<String> listed(Caller caller, Object... more) {
        Listed<ServiceTemplate> listed = new Listed<>();
        Node.Mapping page = object("limit", 1000, "sort", "name");
        ask(caller, listed, with(object("bk_biz_id", 1, "page", page), more));
        assertThat(listed.count).isEqualTo(listed.items.size());
        return listed.items.stream().map(ServiceTemplate::name).toList();
    }

    private Optional<ServiceTemplate> stored(long id) {
        return world.storage.read(stores -> stores.serviceTemplates().find(id));
    }

    private static void assertWarned(Outcome<?> outcome) {
        assertThat(outcome.warnings()).containsExactly(Violation.unknownKey(ROOT.member("x"), "x"));
    }

    @Test
    void createsAServiceTemplateUnderALeaf() {
        Outcome<ServiceTemplate> outcome = create(ADMIN, 1, " new ", child, "bk_supplier_account", "acc");

        ServiceTemplate created = value(outcome);
        assertThat(created)
                .isEqualTo(new ServiceTemplate(created.id(), 1, "new", child, "acc", Stamp.created("ann", World.NOW)));
        assertThat(stored(created.id())).contains(created);
        assertWarned(outcome);
        assertThat(value(create(ADMIN, 2, "new", world.leaf)).supplierAccount()).isEqualTo("0");
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(violations(create(ADMIN, 9, "a/b", 999, "bk_supplier_account", " ")))
                .containsExactly(
                        Violation.unknownOwner(BUSINESS, 9),
                        Violation.unknownOwner(CATEGORY, 999),
                        Violation.surroundingWhiteSpace(ROOT.member("bk_supplier_account"), " "),
                        Violation.invalidName(NAME, NameRule.SERVICE_TEMPLATE, "a/b"));
        assertThat(violations(create(ADMIN, 1, "web", root, "bk_supplier_account", " ")))
                .containsExactly(
                        Violation.notALeaf(CATEGORY, root),
                        Violation.surroundingWhiteSpace(ROOT.member("bk_supplier_account"), " "),
                        Violation.nameTaken(NAME, "web", world.web));
        assertWarned(create(ADMIN, 1, "web", root));
    }

    @Test
    void eachFaultSpeaksByItsRule() {
        assertThat(refusal(create(ADMIN, 9, "n", world.leaf))
                        .violations()
                        .first()
                        .rule())
                .isEqualTo(Rule.UNKNOWN_OWNER);
        assertThat(refusal(create(ADMIN, 1, "n", 999)).violations().first().rule())
                .isEqualTo(Rule.UNKNOWN_OWNER);
        assertThat(refusal(create(ADMIN, 1, "n", root)).violations().first().rule())
                .isEqualTo(Rule.NOT_A_LEAF);
        assertThat(refusal(create(ADMIN, 1, "n", foreign)).violations().first().rule())
                .isEqualTo(Rule.CATEGORY_OF_OTHER_BUSINESS);
        assertThat(refusal(create(ADMIN, 1, "web", child)).violations().first().rule())
                .isEqualTo(Rule.NAME_TAKEN);
        assertThat(refusal(create(ADMIN, 1, " ", child)).violations().first().rule())
                .isEqualTo(Rule.MISSING);
    }

    @Test
    void aCategoryOfAnotherBusinessIsRefusedForTheBusiness() {
        assertThat(violations(create(ADMIN, 1, "n", foreign)))
                .containsExactly(Violation.categoryOfOtherBusiness(BUSINESS, 1, foreign));
        assertThat(violations(create(ADMIN, 9, "n", foreign)))
                .as("told once")
                .containsExactly(Violation.unknownOwner(BUSINESS, 9));
    }

    @Test
    void aBuiltInCategoryIsALeafUntilTheBusinessItselfHasAChildThere() {
        category(2, "sub", world.leaf);

        assertThat(value(create(ADMIN, 1, "n", world.leaf)).serviceCategoryId()).isEqualTo(world.leaf);
        assertThat(violations(create(ADMIN, 2, "n", world.leaf)))
                .containsExactly(Violation.notALeaf(CATEGORY, world.leaf));
    }

    @Test
    void namesAreOfOneServiceTemplateOfABusiness() {
        assertThat(violations(create(ADMIN, 1, "\tweb", child)))
                .containsExactly(Violation.nameTaken(NAME, "web", world.web));
        assertThat(value(create(ADMIN, 2, "web", world.leaf)).name()).isEqualTo("web");
        assertThat(value(create(ADMIN, 1, "WEB", child)).name()).isEqualTo("WEB");
    }

    @Test
    void aNameThatNoStoreCanHoldIsNotAskedFor() {
        assertThat(violations(create(ADMIN, 1, "a\0", child)))
                .containsExactly(Violation.invalidName(NAME, NameRule.SERVICE_TEMPLATE, "a\0"));
    }

    @Test
    void updatesWhatIsNamedAndStampsIt() {
        ServiceTemplate before = stored(world.web).orElseThrow();

        Outcome<ServiceTemplate> outcome = update(ADMIN, 1, world.web, "name", " www ", "service_category_id", child);

        ServiceTemplate expected = new ServiceTemplate(
                world.web,
                1,
                "www",
                child,
                before.supplierAccount(),
                before.stamp().changed("ann", World.NOW.plusSeconds(5)));
        assertThat(value(outcome)).isEqualTo(expected);
        assertThat(stored(world.web)).contains(expected);
        assertWarned(outcome);
    }

    @Test
    void whatIsEmptyOrMissingStays() {
        for (Object[] nothing :
                new Object[][] {{}, {"name", "", "service_category_id", 0}, {"name", null, "service_category_id", null}
                }) {
            ServiceTemplate after = value(update(ADMIN, 1, world.web, nothing));

            assertThat(after.name()).isEqualTo("web");
            assertThat(after.serviceCategoryId()).isEqualTo(world.leaf);
            assertThat(after.stamp().lastTime()).isEqualTo(World.NOW.plusSeconds(5));
        }
        assertThat(value(update(ADMIN, 1, world.web, "name", "www")).serviceCategoryId())
                .isEqualTo(world.leaf);
        assertThat(value(update(ADMIN, 1, world.web, "service_category_id", child))
                        .name())
                .isEqualTo("www");
    }

    @Test
    void anUpdateKeepsTheRulesOfACreation() {
        assertThat(violations(update(ADMIN, 1, world.web, "name", "api", "service_category_id", root)))
                .containsExactly(Violation.notALeaf(CATEGORY, root), Violation.nameTaken(NAME, "api", world.api));
        assertThat(violations(update(ADMIN, 1, world.web, "name", "a b", "service_category_id", 999)))
                .containsExactly(
                        Violation.unknownOwner(CATEGORY, 999),
                        Violation.invalidName(NAME, NameRule.SERVICE_TEMPLATE, "a b"));
        assertThat(violations(update(ADMIN, 1, world.web, "service_category_id", foreign)))
                .containsExactly(Violation.categoryOfOtherBusiness(BUSINESS, 1, foreign));
        assertThat(violations(update(ADMIN, 1, world.web, "name", "  "))).containsExactly(Violation.missing(NAME));
        assertThat(value(update(ADMIN, 1, world.web, "name", "web")).name())
                .as("its own")
                .isEqualTo("web");
        assertThat(value(update(ADMIN, 1, world.web, "name", "db")).name())
                .as("of another business")
                .isEqualTo("db");
    }

    @Test
    void aCategoryThatStaysNeedNotBeALeafAnyMore() {
        long used = value(create(ADMIN, 1, "n", child)).id();
        category(1, "grandchild", child);

        assertThat(value(update(ADMIN, 1, used, "name", "m", "service_category_id", child))
                        .serviceCategoryId())
                .isEqualTo(child);
    }

    @Test
    void whatIsNotInTheBusinessIsNotFound() {
        for (long id : new long[] {world.db, 999, 0}) {
            assertThat(refusal(update(ADMIN, 1, id, "name", "a b")))
                    .isEqualTo(Refusal.notFound(ObjectType.SERVICE_TEMPLATE, id));
            assertThat(refusal(delete(ADMIN, 1, id))).isEqualTo(Refusal.notFound(ObjectType.SERVICE_TEMPLATE, id));
            assertThat(refusal(get(ADMIN, id, "bk_biz_id", 1)))
                    .isEqualTo(Refusal.notFound(ObjectType.SERVICE_TEMPLATE, id));
        }
        assertThat(refusal(get(ADMIN, 999))).isEqualTo(Refusal.notFound(ObjectType.SERVICE_TEMPLATE, 999));
        assertThat(refusal(get(ADMIN, 999)).reason()).isEqualTo(Refusal.Reason.NOT_FOUND);
        assertThat(stored(world.db)).isPresent();
    }

    @Test
    void deletesAServiceTemplateWithItsProcessTemplates() {
        long gone = world.processTemplate(1, world.web, "a");
        long kept = world.processTemplate(1, world.api, "a");
        long standalone = world.processTemplate(1, Scope.STANDALONE, "a");

        Outcome<Nothing> outcome = delete(ADMIN, 1, world.web);

        assertThat(value(outcome)).isEqualTo(Nothing.NOTHING);
        assertWarned(outcome);
        assertThat(stored(world.web)).isEmpty();
        assertThat(world.stored(gone)).isEmpty();
        assertThat(world.stored(kept)).isPresent();
        assertThat(world.stored(standalone)).isPresent();
        assertThat(value(create(ADMIN, 1, "web", child)).id())
                .as("the name is free, the id is not")
                .isGreaterThan(world.db);
    }

    @Test
    void getsAServiceTemplate() {
        Outcome<ServiceTemplate> outcome = get(only(Action.FIND_BUSINESS_RESOURCE, world.web), world.web);

        assertThat(value(outcome)).isEqualTo(stored(world.web).orElseThrow());
        assertWarned(outcome);
        assertThat(value(get(ADMIN, world.web, "bk_biz_id", 1)).id()).isEqualTo(world.web);
    }

    @Test
    void withoutARightNothingTellsWhatIsThere() {
        for (Caller caller : List.of(STRANGER, NEIGHBOUR, only(Action.FIND_BUSINESS_RESOURCE, world.api))) {
            for (long id : new long[] {world.web, 999}) {
                assertThat(refusal(get(caller, id))).isEqualTo(Refusal.notFound(ObjectType.SERVICE_TEMPLATE, id));
                assertThat(refusal(get(caller, id, "bk_biz_id", 1)))
                        .isEqualTo(Refusal.forbidden(Action.FIND_BUSINESS_RESOURCE, Scope.standalone(1)));
                assertThat(refusal(update(caller, 1, id, "name", "a b")))
                        .isEqualTo(Refusal.forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, new Scope(1, id)));
                assertThat(refusal(delete(caller, 1, id)))
                        .isEqualTo(Refusal.forbidden(Action.DELETE_BIZ_SERVICE_TEMPLATE, new Scope(1, id)));
            }
            for (String name : List.of("web", "a/b", "fine")) {
                assertThat(refusal(create(caller, 1, name, 999)))
                        .isEqualTo(Refusal.forbidden(Action.CREATE_BIZ_SERVICE_TEMPLATE, Scope.standalone(1)));
            }
        }
        assertWarned(create(STRANGER, 1, "n", child));
    }

    @Test
    void aRightOnOneServiceTemplateIsEnoughForIt() {
        assertThat(value(update(only(Action.EDIT_BIZ_SERVICE_TEMPLATE, world.web), 1, world.web, "name", "www"))
                        .name())
                .isEqualTo("www");
        assertThat(refusal(delete(only(Action.EDIT_BIZ_SERVICE_TEMPLATE, world.web), 1, world.web))
                        .reason())
                .as("another right")
                .isEqualTo(Refusal.Reason.FORBIDDEN);
        assertThat(value(delete(only(Action.DELETE_BIZ_SERVICE_TEMPLATE, world.web), 1, world.web)))
                .isEqualTo(Nothing.NOTHING);
    }

    @Test
    void listsWhatFits() {
        create(ADMIN, 1, "WEB-2", child);

        assertThat(listed()).containsExactly("WEB-2", "api", "web");
        assertThat(listed("search", "eB")).containsExactly("WEB-2", "web");
        assertThat(listed("search", "web", "is_exact", true)).containsExactly("web");
        assertThat(listed("search", "%")).isEmpty();
        assertThat(listed("service_category_id", root)).containsExactly("WEB-2");
        assertThat(listed("service_category_id", child)).containsExactly("WEB-2");
        assertThat(listed("service_category_id", foreign)).isEmpty();
        assertThat(listed("service_template_ids", Sent.list(world.web, world.db, 999)))
                .containsExactly("web");
        assertThat(listed("service_template_ids", Sent.list(world.web, world.api), "search", "a"))
                .containsExactly("api");
    }

    @Test
    void countsAllAndDeliversAPage() {
        Listed<ServiceTemplate> listed = new Listed<>();

        Outcome<Long> outcome = list(ADMIN, listed, "page", object("start", 1, "limit", 1, "sort", "-name"));

        assertThat(value(outcome)).isEqualTo(2);
        assertThat(listed.count).isEqualTo(2);
        assertThat(listed.items).extracting(ServiceTemplate::name).containsExactly("api");
        assertWarned(outcome);
    }

    @Test
    void withoutTheRightAListTellsNothingNotEvenACount() {
        Listed<ServiceTemplate> listed = new Listed<>();
        Node.Mapping page = object("limit", 10);

        for (Caller caller :
                List.of(STRANGER, NEIGHBOUR, World.caller(new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 1L, null)))) {
            assertThat(refusal(list(caller, listed, "page", page)))
                    .isEqualTo(Refusal.forbidden(Action.FIND_BUSINESS_RESOURCE, Scope.standalone(1)));
            assertThat(refusal(list(caller, listed, "page", page, "service_template_ids", Sent.list(world.web))))
                    .isEqualTo(Refusal.forbidden(Action.FIND_BUSINESS_RESOURCE, new Scope(1, world.web)));
        }
        Caller ofWeb = only(Action.FIND_BUSINESS_RESOURCE, world.web);
        assertThat(refusal(list(ofWeb, listed, "page", page)).reason()).isEqualTo(Refusal.Reason.FORBIDDEN);
        assertThat(refusal(list(ofWeb, listed, "page", page, "service_template_ids", Sent.list(world.web, world.api))))
                .isEqualTo(Refusal.forbidden(Action.FIND_BUSINESS_RESOURCE, new Scope(1, world.api)));
        assertThat(listed.count).isEqualTo(-1);
        assertThat(listed(ofWeb, "service_template_ids", Sent.list(world.web))).containsExactly("web");
    }
}
