package io.proctemplate.application.contract;

import static io.proctemplate.application.contract.UniquenessContract.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import org.junit.jupiter.api.Test;

/** A template belongs to a business, or to a service template of it. */
public interface OwnerContract extends StorageUnderTest {

    @Test
    default void isEmptyUntilTheFirstBusiness() {
        UnitOfWork storage = emptyStorage();
        assertThat(storage.<Boolean>read(stores -> stores.businesses().isEmpty()))
                .isTrue();

        Given.newBusiness(storage);

        assertThat(storage.<Boolean>read(stores -> stores.businesses().isEmpty()))
                .isFalse();
    }

    @Test
    default void numbersServiceTemplatesFromOne() {
        UnitOfWork storage = emptyStorage();
        long business = Given.newBusiness(storage);

        assertThat(Given.newServiceTemplate(storage, business).serviceTemplateId())
                .isEqualTo(1);
        assertThat(Given.newServiceTemplate(storage, business).serviceTemplateId())
                .isGreaterThan(1);
    }

    @Test
    default void refusesABusinessTwice() {
        UnitOfWork storage = storage();
        long business = Given.newBusiness(storage);

        assertConflict(
                Constraint.ADMINISTERED,
                () -> Given.use(storage, stores -> stores.businesses().addBusiness(business, "another")));
    }

    @Test
    default void refusesAServiceTemplateOfNoBusiness() {
        assertConflict(Constraint.OWNER, () -> Given.newServiceTemplate(storage(), Given.unusedId()));
    }

    @Test
    default void refusesTemplatesOfNoBusiness() {
        UnitOfWork storage = storage();
        long business = Given.unusedId();

        assertConflict(Constraint.OWNER, () -> Given.keepNamed(storage, Scope.standalone(business), "a"));
        assertConflict(Constraint.OWNER, () -> Given.keepNamed(storage, new Scope(business, Given.unusedId()), "a"));
    }

    @Test
    default void refusesTemplatesOfNoServiceTemplate() {
        UnitOfWork storage = storage();
        Scope scope = new Scope(Given.newBusiness(storage), Given.unusedId());

        assertConflict(Constraint.OWNER, () -> Given.keepNamed(storage, scope, "a"));
    }

    @Test
    default void refusesTemplatesOfAServiceTemplateOfAnotherBusiness() {
        UnitOfWork storage = storage();
        Scope other = Given.newScope(storage);
        Scope scope = new Scope(Given.newBusiness(storage), other.serviceTemplateId());

        assertConflict(Constraint.OWNER, () -> Given.keepNamed(storage, scope, "a"));
    }
}
