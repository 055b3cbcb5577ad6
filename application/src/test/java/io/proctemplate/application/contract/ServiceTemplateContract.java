package io.proctemplate.application.contract;

import static io.proctemplate.application.contract.Family.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A service template belongs to a business and a category; process templates belong to it. */
public interface ServiceTemplateContract extends StorageUnderTest {
    Instant LATER = Instant.parse("2026-12-31T23:59:59.999Z");

    private static Optional<ServiceTemplate> find(UnitOfWork storage, long id) {
        return storage.read(stores -> stores.serviceTemplates().find(id));
    }

    private static OptionalLong byName(UnitOfWork storage, long business, String name) {
        return storage.read(stores -> stores.serviceTemplates().findByName(business, name));
    }

    private static void update(UnitOfWork storage, ServiceTemplate changed) {
        Family.use(storage, stores -> stores.serviceTemplates().update(changed));
    }

    private static void delete(UnitOfWork storage, long id) {
        Family.use(storage, stores -> Seeds.deleteServiceTemplate(stores, id));
    }

    private static ServiceTemplate changed(ServiceTemplate before, String name, long category) {
        return new ServiceTemplate(
                before.id(),
                before.businessId(),
                name,
                category,
                before.supplierAccount(),
                before.stamp().changed("bob", LATER));
    }

    @Test
    default void serviceTemplatesAreNumberedFromOne() {
        UnitOfWork storage = emptyStorage();
        long business = Family.business(storage);

        assertThat(Family.serviceTemplate(storage, business, "a").id()).isEqualTo(1);
        assertThat(Family.serviceTemplate(storage, business, "b").id()).isGreaterThan(1);
    }

    @Test
    default void givesBackTheServiceTemplateThatWasKept() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        long other = Family.business(storage);
        long category = Family.category(storage, business, "c").id();
        Stamp stamp = new Stamp("汉 ann", "b'ob\"", Instant.parse("1970-01-01T00:00:00.001Z"), LATER);

        ServiceTemplate kept =
                Family.serviceTemplate(storage, business, "\uD83D\uDE80".repeat(256), category, "account 汉", stamp);

        assertThat(find(storage, kept.id())).contains(kept);
        assertThat(storage.<Optional<ServiceTemplate>>write(
                        stores -> stores.serviceTemplates().findLocked(business, kept.id())))
                .contains(kept);
        assertThat(storage.<Optional<ServiceTemplate>>write(
                        stores -> stores.serviceTemplates().findLocked(other, kept.id())))
                .as("of another business")
                .isEmpty();
        assertThat(find(storage, Family.unusedId())).isEmpty();
        assertThat(storage.<Optional<ServiceTemplate>>write(
                        stores -> stores.serviceTemplates().findLocked(business, Family.unusedId())))
                .isEmpty();
    }

    @Test
    default void aServiceTemplateNeedsItsBusinessAndItsCategory() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceTemplate kept = Family.serviceTemplate(storage, business, "kept");

        assertConflict(Constraint.OWNER, () -> Family.serviceTemplate(storage, Family.unusedId(), "a"));
        assertConflict(Constraint.CATEGORY, () -> Family.serviceTemplate(storage, business, "a", Family.unusedId()));
        assertConflict(Constraint.CATEGORY, () -> update(storage, changed(kept, "kept", Family.unusedId())));
        assertThat(find(storage, kept.id())).contains(kept);
    }

    @Test
    default void aServiceTemplatesNameIsOnceInABusiness() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceTemplate first = Family.serviceTemplate(storage, business, "a");
        ServiceTemplate second = Family.serviceTemplate(storage, business, "b");

        assertConflict(Constraint.SERVICE_TEMPLATE_NAME, () -> Family.serviceTemplate(storage, business, "a"));
        assertConflict(
                Constraint.SERVICE_TEMPLATE_NAME,
                () -> update(storage, changed(second, "a", second.serviceCategoryId())));
        long other = Family.business(storage);
        assertThat(byName(storage, other, "a")).isEmpty();
        assertThat(Family.serviceTemplate(storage, other, "a").id()).isPositive();
        assertThat(byName(storage, business, "a")).hasValue(first.id());
        assertThat(byName(storage, business, "c")).isEmpty();
    }

    @Test
    default void namesOfServiceTemplatesAreComparedExactly() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);

        List<ServiceTemplate> kept = Lookalikes.ALL.stream()
                .map(name -> Family.serviceTemplate(storage, business, name))
                .toList();

        for (ServiceTemplate template : kept) {
            assertThat(byName(storage, business, template.name())).hasValue(template.id());
        }
    }

    @Test
    default void keepsTheChangedServiceTemplateAndNoOther() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceCategory category = Family.category(storage, business, "c");
        ServiceTemplate before = Family.serviceTemplate(storage, business, "a");
        ServiceTemplate other = Family.serviceTemplate(storage, business, "b");
        ServiceTemplate after = changed(before, "汉", category.id());

        update(storage, after);

        assertThat(find(storage, before.id())).contains(after);
        assertThat(find(storage, other.id())).contains(other);
        assertThat(byName(storage, business, "a")).isEmpty();
        update(storage, changed(other, "a", other.serviceCategoryId()));
        assertThat(byName(storage, business, "a")).hasValue(other.id());
    }

    @Test
    default void processTemplatesGoWithTheirServiceTemplate() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceTemplate gone = Family.serviceTemplate(storage, business, "a");
        Scope kept = Family.serviceTemplate(storage, business, "b").scope();
        List<ProcessTemplate> going = List.of(
                Family.processTemplate(storage, gone.scope(), "x"), Family.processTemplate(storage, gone.scope(), "y"));
        List<ProcessTemplate> staying = List.of(
                Family.processTemplate(storage, kept, "x"),
                Family.processTemplate(storage, Scope.standalone(business), "x"));

        delete(storage, gone.id());

        assertThat(find(storage, gone.id())).isEmpty();
        for (ProcessTemplate template : going) {
            assertThat(storage.<Optional<ProcessTemplate>>read(
                            stores -> stores.processTemplates().find(template.id())))
                    .isEmpty();
        }
        for (ProcessTemplate template : staying) {
            assertThat(storage.<Optional<ProcessTemplate>>read(
                            stores -> stores.processTemplates().find(template.id())))
                    .contains(template);
        }
        assertConflict(Constraint.OWNER, () -> Family.processTemplate(storage, gone.scope(), "z"));
    }

    @Test
    default void aServiceTemplateIdIsNeverGivenTwice() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceTemplate gone = Family.serviceTemplate(storage, business, "a");
        delete(storage, gone.id());
        List<Long> abandoned = new ArrayList<>();
        assertThatThrownBy(() -> Family.use(storage, stores -> {
                    abandoned.add(stores.serviceTemplates().nextId());
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Family.serviceTemplate(storage, business, "a").id())
                .isGreaterThan(gone.id())
                .isNotEqualTo(abandoned.get(0));
    }

    @Test
    default void anAbandonedUnitDeletesNothing() {
        UnitOfWork storage = storage();
        ServiceTemplate kept = Family.serviceTemplate(storage, Family.business(storage), "a");
        ProcessTemplate template = Family.processTemplate(storage, kept.scope(), "x");

        assertThatThrownBy(() -> Family.use(storage, stores -> {
                    stores.serviceTemplates().update(changed(kept, "b", kept.serviceCategoryId()));
                    Seeds.deleteServiceTemplate(stores, kept.id());
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(find(storage, kept.id())).contains(kept);
        assertThat(storage.<Optional<ProcessTemplate>>read(
                        stores -> stores.processTemplates().find(template.id())))
                .contains(template);
    }
}
