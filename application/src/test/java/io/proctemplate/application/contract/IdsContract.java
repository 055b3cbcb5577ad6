package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.UnitOfWork;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are positive, rise within a batch and are given once. */
public interface IdsContract extends StorageUnderTest {

    private List<Long> nextIds(UnitOfWork storage, int count) {
        return storage.write(stores -> stores.processTemplates().nextIds(count));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 2500})
    default void givesAsManyIdsAsAskedForInRisingOrder(int count) {
        List<Long> ids = nextIds(storage(), count);

        assertThat(ids).hasSize(count).doesNotHaveDuplicates().isSorted().allMatch(id -> id > 0);
    }

    @Test
    default void beginsWithOne() {
        assertThat(nextIds(emptyStorage(), 3)).first().isEqualTo(1L);
    }

    @Test
    default void givesNoIdTwiceToUnitsAtTheSameTime() throws Exception {
        UnitOfWork storage = storage();
        Callable<List<Long>> manyUnits = () -> {
            List<Long> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                List<Long> ids = nextIds(storage, 77);
                assertThat(ids).isSorted();
                all.addAll(ids);
            }
            return all;
        };

        List<List<Long>> results = Together.run(Collections.nCopies(6, manyUnits));

        assertThat(results.stream().flatMap(List::stream)).hasSize(6 * 30 * 77).doesNotHaveDuplicates();
    }

    @Test
    default void doesNotGiveTheIdsOfAnAbandonedUnitAgain() {
        UnitOfWork storage = storage();
        List<Long> abandoned = new ArrayList<>();
        assertThatThrownBy(() -> Given.use(storage, stores -> {
                    abandoned.addAll(stores.processTemplates().nextIds(10));
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(nextIds(storage, 10)).doesNotContainAnyElementsOf(abandoned);
    }
}
