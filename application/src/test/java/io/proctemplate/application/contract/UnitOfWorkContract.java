package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A unit is done as a whole or not at all. */
public interface UnitOfWorkContract extends StorageUnderTest {

    @Test
    default void keepsWhatAUnitDid() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);

        List<Long> ids = Given.keepNamed(storage, scope, "a", "b");

        assertThat(Given.found(storage, scope, ids))
                .extracting(ProcessTemplate::name)
                .containsExactly("a", "b");
    }

    @Test
    default void showsAUnitItsOwnChanges() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);

        List<ProcessTemplate> seen = storage.write(stores -> {
            List<Long> ids = Given.insertNamed(stores.processTemplates(), scope, List.of("a"));
            return stores.processTemplates().findByIds(scope.businessId(), ids);
        });

        assertThat(seen).extracting(ProcessTemplate::name).containsExactly("a");
    }

    @Test
    default void keepsNothingOfAUnitThatThrowsAndLetsTheExceptionThrough() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        long otherBusiness = Given.unusedId();
        IllegalStateException thrown = new IllegalStateException("enough");

        assertThatThrownBy(() -> Given.use(storage, stores -> {
                    Given.insertNamed(stores.processTemplates(), scope, List.of("a"));
                    stores.businesses().addBusiness(otherBusiness, "business");
                    throw thrown;
                }))
                .isSameAs(thrown);

        Given.use(storage, stores -> stores.businesses().addBusiness(otherBusiness, "business"));
        assertThat(Given.keepNamed(storage, scope, "a")).hasSize(1);
    }

    @Test
    default void keepsNothingOfAUnitThatIsDoneForTrial() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);

        List<Long> ids = storage.writeIf(
                result -> false, stores -> Given.insertNamed(stores.processTemplates(), scope, List.of("a", "b")));

        assertThat(Given.found(storage, scope, ids)).isEmpty();
        assertThat(Given.keepNamed(storage, scope, "a", "b")).hasSize(2).doesNotContainAnyElementsOf(ids);
    }

    @Test
    default void keepsAUnitForWhatCameOfIt() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);

        List<Long> ids = storage.writeIf(
                result -> result.size() == 2,
                stores -> Given.insertNamed(stores.processTemplates(), scope, List.of("a", "b")));

        assertThat(Given.found(storage, scope, ids)).hasSize(2);
    }

    @Test
    default void keepsNothingOfAUnitThatConflicts() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        Given.keepNamed(storage, scope, "taken");

        assertThatThrownBy(() -> Given.keepNamed(storage, scope, "a", "b", "taken"))
                .isInstanceOf(Conflict.class);

        assertThat(Given.keepNamed(storage, scope, "a", "b")).hasSize(2);
    }

    /** A storage may keep the writer waiting instead. */
    @Test
    default void readsOneState() throws Exception {
        UnitOfWork storage = storage();
        String user = "user " + Given.unusedId();
        Grant grant = new Grant(null, null, null);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try {
            List<List<Grant>> seen = storage.read(stores -> {
                List<Grant> before = stores.access().grantsOf(user);
                waitAWhileFor(writer.submit(
                        () -> Given.use(storage, others -> others.access().addGrant(user, grant))));
                return List.of(before, stores.access().grantsOf(user));
            });
            assertThat(seen).containsOnly(List.of());
        } finally {
            writer.shutdown();
            assertThat(writer.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        }

        List<Grant> after = storage.read(stores -> stores.access().grantsOf(user));
        assertThat(after).containsExactly(grant);
    }

    private static void waitAWhileFor(Future<?> write) {
        try {
            write.get(200, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return; // waits for this unit to end
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
