package io.proctemplate.application.contract;

import static io.proctemplate.application.contract.Family.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.ServiceCategory;
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
}
