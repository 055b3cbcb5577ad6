package io.proctemplate.application.contract;

import static io.proctemplate.application.contract.Family.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Business;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything belongs to a business. */
public interface BusinessContract extends StorageUnderTest {

    private static boolean exists(UnitOfWork storage, long business) {
        return storage.read(stores -> stores.businesses().businessExists(business));
    }

    @Test
    default void thereIsNoBusinessAtFirstNotEvenThatOfWhatIsBuiltIn() {
        UnitOfWork storage = emptyStorage();

        assertThat(storage.<Boolean>read(stores -> stores.businesses().isEmpty()))
                .isTrue();
        assertThat(exists(storage, ServiceCategory.BUILT_IN_BUSINESS)).isFalse();
        assertThat(exists(storage, 1)).isFalse();
    }

    @Test
    default void aBusinessExistsOnceItIsAdded() {
        UnitOfWork storage = emptyStorage();

        long business = Family.business(storage);

        assertThat(exists(storage, business)).isTrue();
        assertThat(exists(storage, business + 1)).isFalse();
        assertThat(storage.<Boolean>read(stores -> stores.businesses().isEmpty()))
                .isFalse();
    }

    @Test
    default void aBusinessIsAddedOnce() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);

        assertConflict(
                Constraint.ADMINISTERED,
                () -> Family.use(storage, stores -> stores.businesses().addBusiness(business, "another")));
    }

    @Test
    default void aBusinessAddedByAnAbandonedUnitDoesNotExist() {
        UnitOfWork storage = storage();
        long business = Family.unusedId();

        assertThatThrownBy(() -> Family.use(storage, stores -> {
                    stores.businesses().addBusiness(business, "business");
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(exists(storage, business)).isFalse();
    }

    @Test
    default void listsBusinessesById() {
        UnitOfWork storage = emptyStorage();
        Family.use(storage, stores -> {
            stores.businesses().addBusiness(30, "thirty é");
            stores.businesses().addBusiness(4, "four");
        });

        assertThat(storage.<List<Business>>read(stores -> stores.businesses().businesses()))
                .containsExactly(new Business(4, "four"), new Business(30, "thirty é"));
    }

    @Test
    default void removesABusinessThatHasNothingSoThatItMayBeAddedAnew() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);

        assertThat(removed(storage, business)).isTrue();
        assertThat(exists(storage, business)).isFalse();
        assertThat(removed(storage, business)).isFalse();

        Family.use(storage, stores -> stores.businesses().addBusiness(business, "again"));
        Family.processTemplate(storage, Scope.standalone(business), "p");
    }

    @Test
    default void keepsABusinessThatHasAnythingWithAllItHas() {
        UnitOfWork storage = storage();
        long withCategory = Family.business(storage);
        Family.category(storage, withCategory, "c");
        long withServiceTemplate = Family.business(storage);
        Family.serviceTemplate(storage, withServiceTemplate, "s");
        long withStandalone = Family.business(storage);
        Family.processTemplate(storage, Scope.standalone(withStandalone), "p");

        for (long business : List.of(withCategory, withServiceTemplate, withStandalone)) {
            assertConflict(Constraint.OWNER, () -> removed(storage, business));
            assertThat(exists(storage, business)).isTrue();
            Family.processTemplate(storage, Scope.standalone(business), "later");
        }
    }

    private static boolean removed(UnitOfWork storage, long business) {
        return storage.write(stores -> stores.businesses().removeBusiness(business));
    }
}
