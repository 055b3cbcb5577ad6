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

import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.contract.Commands;
import io.proctemplate.application.contract.Seeds;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.NameRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceCategoryServiceTest {
    private static final Path ROOT = Path.root();
    private static final Path NAME = ROOT.member("name");
    private static final Path PARENT = ROOT.member("bk_parent_id");

    private final World world = new World();
    private final ServiceCategory builtInLeaf = stored(world.leaf);
    private final ServiceCategory builtInRoot = stored(builtInLeaf.parentId());

    private ServiceCategory stored(long id) {
        return world.storage.read(stores -> stores.serviceCategories().find(id)).orElseThrow();
    }

    private Outcome<ServiceCategory> create(Caller caller, long business, String name, Object... more) {
        Node.Mapping body = with(object("bk_biz_id", business, "name", name, "x", 1), more);
        return world.application.serviceCategories().create(caller, Commands.createServiceCategory(body));
    }

    private ServiceCategory created(long business, String name, long parent) {
        return value(create(ADMIN, business, name, "bk_parent_id", parent));
    }

    private Outcome<ServiceCategory> update(Caller caller, long business, long id, String name) {
        Node.Mapping body = object("bk_biz_id", business, "id", id, "name", name, "x", 1);
        return world.application.serviceCategories().update(caller, Commands.updateServiceCategory(body));
    }

    private Outcome<Nothing> delete(Caller caller, long business, long id) {
        Node.Mapping body = object("bk_biz_id", business, "id", id, "x", 1);
        return world.application.serviceCategories().delete(caller, Commands.deleteServiceCategory(body));
    }

    private Outcome<List<ServiceCategory>> list(Caller caller, long business) {
        Node.Mapping body = object("bk_biz_id", business, "x", 1);
        return world.application.serviceCategories().list(caller, Commands.serviceCategories(body));
    }

    private static void assertWarned(Outcome<?> outcome) {
        assertThat(outcome.warnings()).containsExactly(Violation.unknownKey(ROOT.member("x"), "x"));
    }

    @Test
    void aNewStorageHasTheBuiltInPair() {
        assertThat(builtInRoot)
                .isEqualTo(new ServiceCategory(builtInRoot.id(), 0, "Default", builtInRoot.id(), 0, "0", true));
        assertThat(builtInLeaf)
                .isEqualTo(
                        new ServiceCategory(world.leaf, 0, "Default", builtInRoot.id(), builtInRoot.id(), "0", true));
    }

    @Test
    void createsATree() {
        Outcome<ServiceCategory> outcome = create(ADMIN, 1, "top", "bk_supplier_account", "acc");
        ServiceCategory top = value(outcome);
        assertWarned(outcome);
        assertThat(top).isEqualTo(new ServiceCategory(top.id(), 1, "top", top.id(), 0, "acc", false));

        ServiceCategory middle = created(1, "middle", top.id());
        ServiceCategory low = created(1, "low", middle.id());

        assertThat(low).isEqualTo(new ServiceCategory(low.id(), 1, "low", top.id(), middle.id(), "0", false));
        assertThat(stored(low.id())).isEqualTo(low);
        assertThat(created(1, "under", builtInRoot.id()).rootId()).isEqualTo(builtInRoot.id());
    }

    @Test
    void aParentMustBeOneTheBusinessCanSee() {
        long foreign = created(2, "foreign", 0).id();

        for (long parent : new long[] {foreign, 999, -1}) {
            assertThat(violations(create(ADMIN, 1, "n", "bk_parent_id", parent)))
                    .containsExactly(Violation.unknownOwner(PARENT, parent));
        }
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        assertThat(violations(create(ADMIN, 9, "a b", "bk_parent_id", 999, "bk_supplier_account", " ")))
                .containsExactly(
                        Violation.unknownOwner(ROOT.member("bk_biz_id"), 9),
                        Violation.unknownOwner(PARENT, 999),
                        Violation.surroundingWhiteSpace(ROOT.member("bk_supplier_account"), " "),
                        Violation.invalidName(NAME, NameRule.SERVICE_CATEGORY, "a b"));
        assertThat(violations(create(ADMIN, 1, "Default", "bk_supplier_account", " ")))
                .containsExactly(
                        Violation.surroundingWhiteSpace(ROOT.member("bk_supplier_account"), " "),
                        Violation.categoryNameTaken(NAME, "Default", builtInRoot.id()));
        assertThat(violations(create(ADMIN, 1, ""))).containsExactly(Violation.missing(NAME));
        assertWarned(create(ADMIN, 1, ""));
    }

    @Test
    void nothingBelongsToTheBusinessOfWhatIsBuiltIn() {
        assertThat(violations(create(ADMIN, 0, "n")))
                .containsExactly(Violation.unknownOwner(ROOT.member("bk_biz_id"), 0));
    }

    @Test
    void aNameIsTakenUnderItsParentByOwnAndBuiltInOnes() {
        ServiceCategory top = created(1, "top", 0);
        ServiceCategory child = created(1, "child", top.id());
        created(1, "mine", builtInRoot.id());

        assertThat(violations(create(ADMIN, 1, "top")))
                .containsExactly(Violation.categoryNameTaken(NAME, "top", top.id()));
        assertThat(violations(create(ADMIN, 1, "child", "bk_parent_id", top.id())))
                .containsExactly(Violation.categoryNameTaken(NAME, "child", child.id()));
        assertThat(violations(create(ADMIN, 1, "Default", "bk_parent_id", builtInRoot.id())))
                .containsExactly(Violation.categoryNameTaken(NAME, "Default", builtInLeaf.id()));
        assertThat(refusal(create(ADMIN, 1, "top")).violations().first().rule()).isEqualTo(Rule.CATEGORY_NAME_TAKEN);

        assertThat(created(2, "top", 0).name()).as("of another business").isEqualTo("top");
        assertThat(created(2, "mine", builtInRoot.id()).name()).isEqualTo("mine");
        assertThat(created(1, "child", 0).name()).as("under another parent").isEqualTo("child");
        assertThat(created(1, "Top", 0).name()).as("in another case").isEqualTo("Top");
    }

    @Test
    void renames() {
        ServiceCategory top = created(1, "top", 0);
        ServiceCategory child = created(1, "child", top.id());
        created(1, "sister", top.id());

        Outcome<ServiceCategory> outcome = update(ADMIN, 1, child.id(), "儿子");
        assertThat(value(outcome)).isEqualTo(child.renamed("儿子"));
        assertThat(stored(child.id())).isEqualTo(child.renamed("儿子"));
        assertWarned(outcome);

        assertThat(violations(update(ADMIN, 1, child.id(), "sister")))
                .singleElement()
                .extracting(Violation::rule)
                .isEqualTo(Rule.CATEGORY_NAME_TAKEN);
        assertThat(violations(update(ADMIN, 1, child.id(), "a b")))
                .containsExactly(Violation.invalidName(NAME, NameRule.SERVICE_CATEGORY, "a b"));
        assertThat(violations(update(ADMIN, 1, top.id(), "Default")))
                .containsExactly(Violation.categoryNameTaken(NAME, "Default", builtInRoot.id()));
        assertThat(value(update(ADMIN, 1, child.id(), "儿子")).name())
                .as("its own")
                .isEqualTo("儿子");
    }

    @Test
    void whatIsBuiltInStaysAsItIs() {
        for (ServiceCategory builtIn : List.of(builtInRoot, builtInLeaf)) {
            for (long business : new long[] {0, 1}) {
                Refusal refusal = Refusal.protectedObject(Reason.BUILT_IN, ObjectType.SERVICE_CATEGORY, builtIn.id());
                assertThat(refusal(update(ADMIN, business, builtIn.id(), "Default")))
                        .isEqualTo(refusal);
                assertThat(refusal(update(ADMIN, business, builtIn.id(), "a b")))
                        .isEqualTo(refusal);
                assertThat(refusal(delete(ADMIN, business, builtIn.id()))).isEqualTo(refusal);
            }
            assertThat(stored(builtIn.id())).isEqualTo(builtIn);
        }
    }

    @Test
    void deletesWhatHasNoChildrenAndIsNotUsed() {
        ServiceCategory top = created(1, "top", 0);
        ServiceCategory child = created(1, "child", top.id());
        Node.Mapping body = object("bk_biz_id", 1, "name", "n", "service_category_id", child.id());
        long user = value(world.application.serviceTemplates().create(ADMIN, Commands.createServiceTemplate(body)))
                .id();

        Outcome<Nothing> parent = delete(ADMIN, 1, top.id());
        assertThat(refusal(parent))
                .isEqualTo(Refusal.protectedObject(Reason.HAS_CHILDREN, ObjectType.SERVICE_CATEGORY, top.id()));
        assertWarned(parent);
        Outcome<Nothing> used = delete(ADMIN, 1, child.id());
        assertThat(refusal(used))
                .isEqualTo(Refusal.protectedObject(Reason.IN_USE, ObjectType.SERVICE_CATEGORY, child.id()));

        world.storage.write(stores -> {
            Seeds.deleteServiceTemplate(stores, user);
            return user;
        });
        assertThat(value(delete(ADMIN, 1, child.id()))).isEqualTo(Nothing.NOTHING);
        assertThat(value(delete(ADMIN, 1, top.id()))).isEqualTo(Nothing.NOTHING);
        assertThat(created(1, "top", 0).id())
                .as("the name is free, the id is not")
                .isGreaterThan(child.id());
    }

    @Test
    void whatIsNotInTheBusinessIsNotFound() {
        long foreign = created(2, "foreign", 0).id();

        for (long id : new long[] {foreign, 999, 0}) {
            assertThat(refusal(update(ADMIN, 1, id, "n"))).isEqualTo(Refusal.notFound(ObjectType.SERVICE_CATEGORY, id));
            assertThat(refusal(delete(ADMIN, 1, id))).isEqualTo(Refusal.notFound(ObjectType.SERVICE_CATEGORY, id));
        }
        assertWarned(delete(ADMIN, 1, 999));
    }

    @Test
    void listsOwnAndBuiltInOnesByName() {
        created(1, "b", 0);
        long second = created(1, "a", 0).id();
        long first = created(2, "a", 0).id();

        Outcome<List<ServiceCategory>> outcome = list(ADMIN, 1);

        assertThat(value(outcome)).extracting(ServiceCategory::name).containsExactly("Default", "Default", "a", "b");
        assertThat(value(outcome))
                .extracting(ServiceCategory::id)
                .contains(second)
                .doesNotContain(first);
        assertWarned(outcome);
    }

    @Test
    void withoutARightNothingTellsWhatIsThere() {
        long own = created(1, "own", 0).id();

        for (Caller caller : List.of(
                STRANGER,
                NEIGHBOUR,
                only(Action.EDIT_BIZ_SERVICE_CATEGORY, world.web),
                only(Action.DELETE_BIZ_SERVICE_CATEGORY, world.web))) {
            for (long id : new long[] {own, world.leaf, 999}) {
                assertThat(refusal(update(caller, 1, id, "a b"))).isEqualTo(lacking(Action.EDIT_BIZ_SERVICE_CATEGORY));
                assertThat(refusal(delete(caller, 1, id))).isEqualTo(lacking(Action.DELETE_BIZ_SERVICE_CATEGORY));
            }
            for (String name : List.of("own", "a b")) {
                assertThat(refusal(create(caller, 1, name))).isEqualTo(lacking(Action.CREATE_BIZ_SERVICE_CATEGORY));
            }
            assertThat(refusal(list(caller, 1))).isEqualTo(lacking(Action.FIND_BUSINESS_RESOURCE));
        }
        assertWarned(list(STRANGER, 1));
    }

    private static Refusal lacking(Action action) {
        return Refusal.forbidden(action, Scope.standalone(1));
    }
}
