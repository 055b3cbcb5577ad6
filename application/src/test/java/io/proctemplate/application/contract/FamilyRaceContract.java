package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Writers that get into each other's way leave nothing over, and long lists come whole. */
public interface FamilyRaceContract extends StorageUnderTest {

    /** A batch as the application creates it; whether it was created. */
    private static boolean create(UnitOfWork storage, Scope scope, List<String> names) {
        List<FunctionKey> keys = names.stream().map(Given::function).toList();
        try {
            Given.use(storage, stores -> {
                stores.processTemplates().survey(scope, names, keys);
                Given.insertNamed(stores.processTemplates(), scope, names);
            });
            return true;
        } catch (Conflict lostRace) {
            assertThat(lostRace.constraint()).isEqualTo(Constraint.OWNER);
            return false;
        }
    }

    @Test
    default void aBatchComesBeforeTheDeletionOfItsServiceTemplateOrIsRefused() throws Exception {
        UnitOfWork storage = storage();
        long business = Given.newBusiness(storage);
        List<String> names = IntStream.range(0, 20).mapToObj(i -> "n" + i).toList();
        for (int round = 0; round < 10; round++) {
            Scope scope = Given.newServiceTemplate(storage, business);
            long id = scope.serviceTemplateId();
            Callable<Boolean> batch = () -> create(storage, scope, names);
            Callable<Boolean> deletion = () -> {
                Given.use(storage, stores -> Seeds.deleteServiceTemplate(stores, id));
                return true;
            };

            Together.run(List.of(batch, deletion));

            assertThat(storage.<Boolean>read(
                            stores -> stores.serviceTemplates().find(id).isPresent()))
                    .isFalse();
            assertThat(storage.<Long>read(
                            stores -> stores.processTemplates().count(new ProcessTemplateFilter(business, null, null))))
                    .isZero();
            assertThat(create(storage, scope, names)).isFalse();
        }
    }

    @Test
    default void listsThousandsOneByOne() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        String[] names = IntStream.range(0, 2000).mapToObj(i -> "n" + i).toArray(String[]::new);
        List<Long> ids = Given.keepNamed(storage, scope, names);
        Page<OfProcessTemplate> page = new Page<>(0, Page.ALL, List.of(new Order<>(OfProcessTemplate.ID, true)));
        List<ProcessTemplate> listed = new ArrayList<>();

        storage.<Boolean>read(stores -> {
            stores.processTemplates()
                    .list(
                            new ProcessTemplateFilter(scope.businessId(), List.of(scope.serviceTemplateId()), null),
                            page,
                            listed::add);
            return true;
        });

        assertThat(listed.stream().map(ProcessTemplate::id).sorted().toList()).isEqualTo(ids);
        assertThat(listed.get(0).id()).isEqualTo(ids.get(1999));
    }
}
