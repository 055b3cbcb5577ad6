package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.contract.Background;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may write to the embedded database while another unit does, and what is told before it is stored: nothing. */
class GroupCommitTest {
    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int BATCH = 3;

    private static Config config(Config config, Duration lockWait) {
        return new Config(
                config.url(),
                config.user(),
                config.password(),
                config.poolSize(),
                config.connectionWait(),
                lockWait,
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
        try (Database database = Database.open(config(TestedEngine.H2.newDatabase(), SHORT))) {
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
    void whoeverReadsDoesNotWaitForAUnitThatIsNotCommitted() {
        try (Database database = Database.open(config(TestedEngine.H2.newDatabase(), SHORT))) {
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
        try (Database database = Database.open(config(TestedEngine.H2.newDatabase(), SHORT))) {
            UnitOfWork storage = database.unitOfWork();
            Scope scope = Batches.newScope(storage, 1);

            assertThatThrownBy(() -> storage.write(stores -> {
                        throw new IllegalStateException("a defect");
                    }))
                    .hasMessageContaining("a defect");

            assertThat(create(storage, scope, "a")).isEqualTo(1);
        }
    }

    /** Ways to learn that a batch was created; each gives whether it has. */
    private enum Telling {
        READ(false) {
            @Override
            boolean hasSeen(UnitOfWork storage, Scope scope) {
                return storage.<Boolean>read(stores ->
                        !stores.processTemplates().findByIds(1, List.of(1L)).isEmpty());
            }
        },
        REFUSAL(true) {
            @Override
            boolean hasSeen(UnitOfWork storage, Scope scope) {
                return Batches.create(storage, scope, "a", BATCH).isEmpty();
            }
        },
        TRIAL_THAT_KEEPS_NOTHING(true) {
            @Override
            boolean hasSeen(UnitOfWork storage, Scope scope) {
                return storage.writeIf(
                        created -> false,
                        stores -> Batches.create(stores, scope, "a", BATCH).isEmpty());
            }
        },
        CONFLICT(true) {
            @Override
            boolean hasSeen(UnitOfWork storage, Scope scope) {
                List<ProcessTemplate> again = Batches.templates(List.of(1000L), scope, Batches.names("a", 1), "rival");
                try {
                    storage.write(stores -> {
                        stores.processTemplates().insert(again);
                        return true;
                    });
                    return false;
                } catch (Conflict taken) {
                    return true;
                }
            }
        };

        private final boolean writes;

        Telling(boolean writes) {
            this.writes = writes;
        }

        abstract boolean hasSeen(UnitOfWork storage, Scope scope);
    }

    /**
     * A batch is committed; that it is stored has to wait for another writer. Whoever tells of it takes a copy of the file
     * at once, which is what a process that is killed then would leave.
     */
    @ParameterizedTest
    @EnumSource
    void whatIsToldOfAUnitThatWasNotStoredYetIsStoredFirst(Telling telling, @TempDir Path directory) throws Exception {
        Config file = new Config("jdbc:h2:file:" + directory.resolve("db"), "sa", "", 4);
        try (Database database = Database.open(config(file, LONG))) {
            UnitOfWork storage = database.unitOfWork();
            Scope scope = Batches.newScope(storage, 1);
            Unit<Boolean> teller = new Unit<>(() -> {
                boolean seen = telling.hasSeen(storage, scope);
                copy(directory);
                return seen;
            });
            Unit<List<Long>> creator = new Unit<>(storage, stores -> Batches.create(stores, scope, "a", BATCH));
            Unit<Boolean> other = new Unit<>(storage, stores -> true);
            creator.start();
            creator.awaitWork();
            if (telling.writes) {
                teller.start();
                await(teller::isWaiting);
            }
            other.start();
            await(other::isWaiting);
            creator.goOn();
            other.awaitWork();
            if (!telling.writes) {
                teller.start();
            }
            await(() -> teller.isDone() || teller.isWaiting());
            other.goOn();

            assertThat(teller.result()).as("whether the batch was seen").isTrue();
            assertThat(creator.result()).hasSize(BATCH);
            assertThat(other.result()).isTrue();
        }
        try (Database copy = Database.open(new Config("jdbc:h2:file:" + directory.resolve("copy"), "sa", "", 1))) {
            assertThat(copy.unitOfWork()
                            .<List<ProcessTemplate>>read(
                                    stores -> stores.processTemplates().findByIds(1, List.of(1L, 2L, 3L))))
                    .hasSize(BATCH);
        }
    }

    private static void copy(Path directory) {
        try {
            Files.copy(directory.resolve("db.mv.db"), directory.resolve("copy.mv.db"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** Work of its own thread. One that writes stays within its transaction until it is told to go on. */
    private static final class Unit<R> {
        private final CountDownLatch works = new CountDownLatch(1);
        private final CountDownLatch goesOn = new CountDownLatch(1);
        private final FutureTask<R> task;
        private final Thread thread;

        Unit(Supplier<R> work) {
            task = new FutureTask<>(work::get);
            thread = new Thread(task);
        }

        Unit(UnitOfWork storage, Function<Stores, R> work) {
            task = new FutureTask<>(() -> storage.write(stores -> {
                R result = work.apply(stores);
                works.countDown();
                await(goesOn);
                return result;
            }));
            thread = new Thread(task);
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        void start() {
            thread.start();
        }

        void awaitWork() {
            await(works);
        }

        void goOn() {
            goesOn.countDown();
        }

        boolean isDone() {
            return task.isDone();
        }

        /** Whether it waits to write or to store. */
        boolean isWaiting() {
            Object blocker = LockSupport.getBlocker(thread);
            return blocker != null && blocker.getClass().getName().startsWith(Semaphore.class.getName());
        }

        R result() throws Exception {
            return task.get(LONG.toSeconds(), TimeUnit.SECONDS);
        }
    }
}
