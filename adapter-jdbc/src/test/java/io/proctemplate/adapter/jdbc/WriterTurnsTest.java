package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.contract.Background;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who may write to the embedded database while another unit does; {@link FaultTest} has the others. */
class WriterTurnsTest {
    private static final Duration SHORT = Duration.ofMillis(1);

    private static Config impatient(Config config) {
        return new Config(
                config.url(),
                config.user(),
                config.password(),
                config.poolSize(),
                config.connectionWait(),
                SHORT,
                config.statementWait());
    }

    private static int create(UnitOfWork storage, Scope scope, String name) {
        return Background.start(() -> Batches.create(storage, scope, name, 1))
                .orTimeout(1, TimeUnit.MINUTES)
                .join()
                .size();
    }

    @Test
    void nobodyElseWritesMeanwhileAndIsToldToComeAgain() {
        try (Database database = Database.open(impatient(TestedEngine.H2.newDatabase()))) {
            UnitOfWork storage = database.unitOfWork();
            Scope one = Batches.newScope(storage, 1);
            Scope other = Batches.newScope(storage, 2);

            storage.<Boolean>write(stores -> {
                Batches.create(stores, one, "a", 1);
                assertThatThrownBy(() -> create(storage, other, "b"))
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(StorageBusy.class);
                return true;
            });

            assertThat(create(storage, other, "b")).isEqualTo(1);
        }
    }

    @Test
    void whoeverReadsDoesNotWait() {
        try (Database database = Database.open(impatient(TestedEngine.H2.newDatabase()))) {
            UnitOfWork storage = database.unitOfWork();
            Scope scope = Batches.newScope(storage, 1);

            int businesses = storage.write(stores -> {
                Batches.create(stores, scope, "a", 1);
                return Background.start(() -> storage.<Integer>read(
                                others -> others.businesses().businesses().size()))
                        .orTimeout(1, TimeUnit.MINUTES)
                        .join();
            });

            assertThat(businesses).isEqualTo(1);
        }
    }

    @Test
    void aUnitThatFailedGivesItsTurnBack() {
        try (Database database = Database.open(impatient(TestedEngine.H2.newDatabase()))) {
            UnitOfWork storage = database.unitOfWork();
            Scope scope = Batches.newScope(storage, 1);

            assertThatThrownBy(() -> storage.write(stores -> {
                        throw new IllegalStateException("a defect");
                    }))
                    .hasMessageContaining("a defect");

            assertThat(create(storage, scope, "a")).isEqualTo(1);
        }
    }
}
