package io.proctemplate.application.contract;

import static io.proctemplate.application.contract.Family.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.ServiceCategory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Categories form trees, each of a business, beside the built-in one that is everybody's. */
public interface ServiceCategoryContract extends StorageUnderTest {
    long NO_PARENT = ServiceCategory.NO_PARENT;

    private static Optional<ServiceCategory> find(UnitOfWork storage, long id) {
        return storage.read(stores -> stores.serviceCategories().find(id));
    }

    private static List<ServiceCategory> list(UnitOfWork storage, long business) {
        return storage.read(stores -> stores.serviceCategories().list(business));
    }

    private static OptionalLong byName(UnitOfWork storage, long business, long parent, String name) {
        return storage.read(stores -> stores.serviceCategories().findByName(business, parent, name));
    }

    private static boolean hasChildren(UnitOfWork storage, long business, long id) {
        return storage.read(stores -> stores.serviceCategories().hasChildren(business, id));
    }

    private static boolean isUsed(UnitOfWork storage, long id) {
        return storage.read(stores -> stores.serviceCategories().isUsed(id));
    }

    private static void delete(UnitOfWork storage, long id) {
        Family.use(storage, stores -> stores.serviceCategories().delete(id));
    }

    private static void update(UnitOfWork storage, ServiceCategory category) {
        Family.use(storage, stores -> stores.serviceCategories().update(category));
    }

    private static ServiceCategory builtIn(UnitOfWork storage) {
        return find(storage, Family.builtInLeaf(storage)).orElseThrow();
    }

    @Test
    default void aNewStorageHasTheBuiltInPair() {
        UnitOfWork storage = emptyStorage();

        List<ServiceCategory> builtIn = list(storage, 1);

        assertThat(builtIn).hasSize(2);
        long root = builtIn.get(0).id();
        long leaf = builtIn.get(1).id();
        assertThat(builtIn)
                .containsExactly(
                        new ServiceCategory(root, 0, "Default", root, NO_PARENT, "0", true),
                        new ServiceCategory(leaf, 0, "Default", root, root, "0", true));
        assertThat(root).isPositive().isLessThan(leaf);
        assertThat(list(storage, ServiceCategory.BUILT_IN_BUSINESS)).isEqualTo(builtIn);
        assertThat(find(storage, leaf)).contains(builtIn.get(1));
    }

    @Test
    default void givesBackWhatWasKept() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        String longName = "\uD842\uDFB7".repeat(128);

        ServiceCategory top = Family.category(storage, business, longName);
        ServiceCategory child = Family.child(storage, business, top, "汉字_:-()é");
        ServiceCategory low = Family.child(storage, business, child, longName);
        ServiceCategory ofBuiltIn = Family.child(storage, business, builtIn(storage), "a");

        long other = Family.business(storage);
        for (ServiceCategory kept : List.of(top, child, low, ofBuiltIn)) {
            assertThat(find(storage, kept.id())).contains(kept);
            assertThat(storage.<Optional<ServiceCategory>>write(
                            stores -> stores.serviceCategories().findLocked(business, kept.id())))
                    .contains(kept);
            assertThat(storage.<Optional<ServiceCategory>>write(
                            stores -> stores.serviceCategories().findLocked(other, kept.id())))
                    .as("of another business")
                    .isEmpty();
            assertThat(list(storage, business)).contains(kept);
        }
        assertThat(low.rootId()).isEqualTo(top.id());
        assertThat(find(storage, Family.unusedId())).isEmpty();
        assertThat(storage.<Optional<ServiceCategory>>write(
                        stores -> stores.serviceCategories().findLocked(business, Family.unusedId())))
                .isEmpty();
    }

    @Test
    default void aCategoryIdIsNeverGivenTwice() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceCategory gone = Family.category(storage, business, "a");
        delete(storage, gone.id());
        List<Long> abandoned = new ArrayList<>();
        assertThatThrownBy(() -> Family.use(storage, stores -> {
                    abandoned.add(stores.serviceCategories().nextId());
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class);

        long next = Family.category(storage, business, "a").id();

        assertThat(next).isGreaterThan(gone.id()).isNotEqualTo(abandoned.get(0));
        assertThat(gone.id()).isGreaterThan(builtIn(storage).id());
    }

    @Test
    default void aCategoryNeedsItsBusinessAndItsParent() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        long unknown = Family.unusedId();
        ServiceCategory nowhere = new ServiceCategory(unknown, business, "n", unknown, NO_PARENT, "acc", false);

        assertConflict(Constraint.OWNER, () -> Family.category(storage, Family.unusedId(), "a"));
        assertConflict(Constraint.CATEGORY, () -> Family.child(storage, business, nowhere, "a"));
        assertThat(list(storage, business)).allMatch(ServiceCategory::builtIn);
    }

    @Test
    default void aNameIsOnceUnderAParentOfABusiness() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceCategory top = Family.category(storage, business, "a");
        Family.child(storage, business, top, "b");
        Family.child(storage, business, builtIn(storage), "c");

        assertConflict(Constraint.SERVICE_CATEGORY_NAME, () -> Family.category(storage, business, "a"));
        assertConflict(Constraint.SERVICE_CATEGORY_NAME, () -> Family.child(storage, business, top, "b"));
        assertConflict(Constraint.SERVICE_CATEGORY_NAME, () -> Family.child(storage, business, builtIn(storage), "c"));

        long other = Family.business(storage);
        ServiceCategory othersTop = Family.category(storage, other, "a");
        assertThat(Family.child(storage, other, othersTop, "b").id()).isPositive();
        assertThat(Family.child(storage, other, builtIn(storage), "c").id()).isPositive();
        assertThat(Family.child(storage, business, top, "a").id()).isPositive();
    }

    @Test
    default void namesOfCategoriesAreComparedExactly() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);

        List<ServiceCategory> kept = Lookalikes.ALL.stream()
                .map(name -> Family.category(storage, business, name))
                .toList();

        for (ServiceCategory category : kept) {
            assertThat(byName(storage, business, NO_PARENT, category.name())).hasValue(category.id());
        }
    }

    @Test
    default void findsANameAmongOwnAndBuiltInOnes() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceCategory leaf = builtIn(storage);
        ServiceCategory top = Family.category(storage, business, "a");
        ServiceCategory child = Family.child(storage, business, top, "b");
        Family.category(storage, Family.business(storage), "foreign");

        assertThat(byName(storage, business, NO_PARENT, "a")).hasValue(top.id());
        assertThat(byName(storage, business, top.id(), "b")).hasValue(child.id());
        assertThat(byName(storage, business, NO_PARENT, "b")).isEmpty();
        assertThat(byName(storage, business, NO_PARENT, "Default")).hasValue(leaf.parentId());
        assertThat(byName(storage, business, leaf.parentId(), "Default")).hasValue(leaf.id());
        assertThat(byName(storage, business, NO_PARENT, "foreign")).isEmpty();
    }

    @Test
    default void aBusinessSeesItsOwnChildrenAndBuiltInOnes() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        long other = Family.business(storage);
        ServiceCategory leaf = builtIn(storage);
        ServiceCategory top = Family.category(storage, business, "a");
        Family.child(storage, business, Family.child(storage, business, top, "b"), "c");

        assertThat(hasChildren(storage, business, top.id())).isTrue();
        assertThat(hasChildren(storage, business, leaf.parentId())).isTrue();
        assertThat(hasChildren(storage, business, leaf.id())).isFalse();

        Family.child(storage, other, leaf, "a");
        assertThat(hasChildren(storage, other, leaf.id())).isTrue();
        assertThat(hasChildren(storage, business, leaf.id())).isFalse();
    }

    @Test
    default void aCategoryIsUsedWhileAServiceTemplateHangsOnIt() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceCategory top = Family.category(storage, business, "a");
        ServiceCategory child = Family.child(storage, business, top, "b");
        long user = Family.serviceTemplate(storage, business, "t", child.id()).id();

        assertThat(isUsed(storage, child.id())).isTrue();
        assertThat(isUsed(storage, top.id())).isFalse();
        assertConflict(Constraint.CATEGORY, () -> delete(storage, child.id()));

        Family.use(storage, stores -> Seeds.deleteServiceTemplate(stores, user));
        assertThat(isUsed(storage, child.id())).isFalse();
    }

    @Test
    default void takesAwayWhatNothingHangsOn() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceCategory top = Family.category(storage, business, "a");
        ServiceCategory child = Family.child(storage, business, top, "b");

        assertConflict(Constraint.CATEGORY, () -> delete(storage, top.id()));
        delete(storage, child.id());
        assertThat(find(storage, child.id())).isEmpty();
        delete(storage, top.id());

        assertThat(list(storage, business)).allMatch(ServiceCategory::builtIn);
    }

    @Test
    default void renamesOneCategory() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceCategory top = Family.category(storage, business, "a");
        ServiceCategory other = Family.category(storage, business, "b");

        update(storage, top.renamed("汉"));

        assertThat(find(storage, top.id())).contains(top.renamed("汉"));
        assertThat(find(storage, other.id())).contains(other);
        assertConflict(Constraint.SERVICE_CATEGORY_NAME, () -> update(storage, top.renamed("b")));
        update(storage, other.renamed("a"));
        assertThat(byName(storage, business, NO_PARENT, "a")).hasValue(other.id());
    }

    @Test
    default void listsOwnAndBuiltInOnesByTheCodesOfTheirNamesThenById() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        Family.category(storage, Family.business(storage), "foreign");
        ServiceCategory b = Family.category(storage, business, "b");
        ServiceCategory underscore = Family.category(storage, business, "_");
        ServiceCategory upper = Family.category(storage, business, "B");
        ServiceCategory han = Family.category(storage, business, "汉");
        ServiceCategory accented = Family.category(storage, business, "é");
        ServiceCategory again = Family.child(storage, business, b, "b");
        ServiceCategory leaf = builtIn(storage);
        ServiceCategory root = find(storage, leaf.parentId()).orElseThrow();

        assertThat(list(storage, business)).containsExactly(upper, root, leaf, underscore, b, again, accented, han);
    }
}
