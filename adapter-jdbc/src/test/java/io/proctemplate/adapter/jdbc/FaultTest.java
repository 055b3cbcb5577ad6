package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.contract.Together;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.StorageFailure.Operation;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/** What the application is told when the database cannot. */
class FaultTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Databases databases = new Databases();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(Fault.class.getPackageName());

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
        databases.close();
    }

    private UnitOfWork open(Config config) {
        return databases.open(config).unitOfWork();
    }

    private static Config impatient(TestedEngine engine, int poolSize) {
        Config config = engine.newDatabase();
        return new Config(config.url(), config.user(), config.password(), poolSize, SHORT, SHORT, SHORT);
    }

    /** Does {@code second} while {@code first} is under way. */
    private static void during(UnitOfWork storage, Consumer<ProcessTemplateStore> first, Runnable second)
            throws Exception {
        CountDownLatch underWay = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        Callable<Boolean> holder = () -> storage.write(stores -> {
            first.accept(stores.processTemplates());
            underWay.countDown();
            return await(done);
        });
        Callable<Boolean> other = () -> {
            await(underWay);
            try {
                second.run();
            } finally {
                done.countDown();
            }
            return true;
        };
        assertThat(Together.run(List.of(holder, other))).containsOnly(true);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isBusyWhenNoConnectionIsFree(TestedEngine engine) throws Exception {
        UnitOfWork storage = open(impatient(engine, 1));

        during(storage, store -> {}, () -> {
            assertThatThrownBy(() -> storage.write(stores -> "never")).isInstanceOf(StorageBusy.class);
            assertThatThrownBy(() -> storage.read(stores -> "never")).isInstanceOf(StorageBusy.class);
        });

        assertThat(storage.<String>write(stores -> "again")).isEqualTo("again");
        assertThat(log.list).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void isBusyWhenTheScopeIsNotFreeInTime(TestedEngine engine) throws Exception {
        UnitOfWork storage = open(impatient(engine, 2));
        Scope scope = Batches.newScope(storage, 1);

        during(
                storage,
                store -> store.survey(scope, List.of(), List.of()),
                () -> assertThatThrownBy(() -> Batches.create(storage, scope, "a", 2))
                        .isInstanceOf(StorageBusy.class));

        assertThat(Batches.create(storage, scope, "a", 2)).hasSize(2);
    }

    /** One that is told to wait for a lock for longer than it may run. */
    @Test
    void isBusyWhenAStatementTakesTooLong() throws Exception {
        Config config = TestedEngine.POSTGRESQL.newDatabase();
        UnitOfWork storage = open(
                new Config(config.url(), config.user(), config.password(), 2, SHORT, Duration.ofMinutes(1), SHORT));
        Scope scope = Batches.newScope(storage, 1);

        during(
                storage,
                store -> store.survey(scope, List.of(), List.of()),
                () -> assertThatThrownBy(() -> Batches.create(storage, scope, "a", 2))
                        .isInstanceOf(StorageBusy.class));

        assertThat(Batches.create(storage, scope, "a", 2)).hasSize(2);
        assertThat(log.list).singleElement().asString().contains("SQLState 57014");
    }

    /** On H2 one writes at a time: {@link GroupCommitTest}. */
    @Test
    void letsWritersOfOtherScopesPass() throws Exception {
        UnitOfWork storage = open(impatient(TestedEngine.POSTGRESQL, 2));
        Scope scope = Batches.newScope(storage, 1);
        Scope other = Batches.newScope(storage, 2);

        during(storage, store -> Batches.create(store, scope, "a", 2), () -> {
            assertThat(Batches.create(storage, other, "a", 2)).hasSize(2);
            assertThat(Batches.create(storage, Scope.standalone(1), "a", 2)).hasSize(2);
        });
    }

    /** On H2 one writes at a time, so they cannot cross: {@link GroupCommitTest}. */
    @Test
    void doesAUnitAgainThatWasGivenUpForAnother() throws Exception {
        UnitOfWork storage = open(TestedEngine.POSTGRESQL.newDatabase());
        Scope first = Batches.newScope(storage, 1);
        Scope second = Batches.newScope(storage, 2);
        CountDownLatch bothHoldOne = new CountDownLatch(2);

        List<List<Long>> created = Together.run(List.of(
                crossing(storage, first, second, bothHoldOne, "x"),
                crossing(storage, second, first, bothHoldOne, "y")));

        assertThat(created).allSatisfy(ids -> assertThat(ids).hasSize(2));
        assertThat(log.list) // the one done again may take its lock back before the other wakes up
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.getFormattedMessage()).contains("done again", "SQLState 40"));
    }

    /** Not even without the lock that a survey takes. */
    @ParameterizedTest
    @EnumSource
    void keepsBatchesOfTheSameNamesInOneOrder(TestedEngine engine) throws Exception {
        UnitOfWork storage = open(engine.newDatabase());
        for (int round = 1; round <= 10; round++) {
            Scope scope = Batches.newScope(storage, round);
            List<ProcessTemplate> forth = storage.write(stores ->
                    Batches.templates(stores.processTemplates().nextIds(100), scope, Batches.names("a", 100), "admin"));
            List<ProcessTemplate> back = new ArrayList<>(storage.write(stores -> Batches.templates(
                    stores.processTemplates().nextIds(100), scope, Batches.names("a", 100), "admin")));
            Collections.reverse(back);

            List<Boolean> won = Together.run(List.of(inserting(storage, forth), inserting(storage, back)));

            assertThat(won).containsOnlyOnce(true);
        }
        assertThat(log.list).isEmpty();
    }

    private static Callable<Boolean> inserting(UnitOfWork storage, List<ProcessTemplate> templates) {
        return () -> {
            try {
                storage.write(stores -> {
                    stores.processTemplates().insert(templates);
                    return true;
                });
                return true;
            } catch (Conflict lostRace) {
                return false;
            }
        };
    }

    private static Callable<List<Long>> crossing(
            UnitOfWork storage, Scope first, Scope second, CountDownLatch bothHoldOne, String prefix) {
        return () -> storage.write(stores -> {
            Batches.create(stores.processTemplates(), first, prefix, 2);
            bothHoldOne.countDown();
            await(bothHoldOne);
            return Batches.create(stores.processTemplates(), second, prefix, 2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhetherReadingOrWritingFailedAndLogsItWithoutValues(TestedEngine engine) throws Exception {
        Config config = engine.newDatabase();
        UnitOfWork storage = open(config);
        TestedEngine.execute(config, "ALTER TABLE business ADD CONSTRAINT ck_name CHECK (name <> 'confidential')");
        TestedEngine.execute(config, "DROP TABLE user_grant");

        assertFailure(
                Operation.WRITE,
                () -> storage.write(stores -> {
                    stores.businesses().addBusiness(1, "confidential");
                    return 1;
                }));
        assertFailure(
                Operation.READ, () -> storage.read(stores -> stores.access().grantsOf("confidential")));
        assertFailure(
                Operation.READ, () -> storage.write(stores -> stores.access().grantsOf("confidential")));

        assertThat(log.list).hasSize(3).allSatisfy(event -> {
            assertThat(event.getFormattedMessage()).contains("SQLState").doesNotContain("confidential");
            assertThat(event.getThrowableProxy()).isNull();
        });
        assertThat(log.list.get(0).getFormattedMessage()).contains("INSERT INTO business");
    }

    private static void assertFailure(Operation operation, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        StorageFailure.class,
                        failure -> assertThat(failure.operation()).isEqualTo(operation));
    }

    @ParameterizedTest
    @EnumSource
    void failsToReadADocumentThatIsNone(TestedEngine engine) throws Exception {
        Config config = engine.newDatabase();
        UnitOfWork storage = open(config);
        List<Long> ids = Batches.create(storage, Batches.newScope(storage, 1), "a", 1);
        for (String document :
                List.of("", "[]", "{", "{\"proc_num\":[\"x\",1]}", "{\"proc_num\":1}", "{\"user\":[\"x\",9]}")) {
            TestedEngine.execute(config, "UPDATE process_template SET property = '" + document + "'");

            assertFailure(
                    Operation.READ,
                    () -> storage.read(stores -> stores.processTemplates().findByIds(1, ids)));
        }
        assertThat(log.list)
                .hasSize(6)
                .allSatisfy(
                        event -> assertThat(event.getFormattedMessage()).contains("Process template " + ids.get(0)));
    }

    @ParameterizedTest
    @EnumSource
    void failsWhenTheDatabaseIsClosed(TestedEngine engine) {
        Database database = databases.open(engine.newDatabase());
        UnitOfWork storage = database.unitOfWork();
        database.close();

        assertFailure(Operation.WRITE, () -> storage.write(stores -> 1));
        assertFailure(Operation.READ, () -> storage.read(stores -> 1));
    }
}
