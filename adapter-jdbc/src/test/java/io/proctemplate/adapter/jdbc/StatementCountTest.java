package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a unit of work sends to the database, whatever the size of its batch. */
class StatementCountTest {

    private interface Work {
        void on(UnitOfWork storage, CountingDataSource counter);
    }

    private static void counted(TestedEngine engine, Work work) {
        Config config = engine.newDatabase();
        try (Database database = Database.open(config);
                HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(config.url());
            pool.setUsername(config.user());
            pool.setPassword(config.password());
            CountingDataSource counter = new CountingDataSource(pool);
            assertThat(database.isReady()).isTrue();
            work.on(new JdbiUnitOfWork(counter.dataSource(), Engine.of(config.url())), counter);
        }
    }

    @ParameterizedTest
    @EnumSource
    void createsABatchOfAnySizeWithTwoStatementsAndACommit(TestedEngine engine) {
        counted(engine, (storage, counter) -> {
            Scope scope = Batches.newScope(storage, 1);
            Batches.create(storage, scope, "first", 1);
            counter.drain();

            Batches.create(storage, scope, "one", 1);
            List<String> forOne = counter.drain();
            Batches.create(storage, scope, "hundred", 100);
            List<String> forHundred = counter.drain();

            assertThat(forOne).hasSize(3).last().isEqualTo("commit");
            assertThat(forHundred).isEqualTo(forOne);
        });
    }

    @ParameterizedTest
    @EnumSource
    void asksForIdsOncePerThousand(TestedEngine engine) {
        counted(engine, (storage, counter) -> {
            int asked = 0;
            for (int i = 0; i < 50; i++) {
                storage.write(stores -> stores.processTemplates().nextIds(100));
                asked += counter.drain().size() - 1;
            }
            assertThat(asked).isEqualTo(50 * 100 / TemplateIds.BLOCK);

            storage.write(stores -> stores.processTemplates().nextIds(100 * TemplateIds.BLOCK));
            assertThat(counter.drain()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void refusesADuplicateAfterOneStatement(TestedEngine engine) {
        counted(engine, (storage, counter) -> {
            Scope scope = Batches.newScope(storage, 1);
            Batches.create(storage, scope, "taken", 100);
            counter.drain();

            assertThat(Batches.create(storage, scope, "taken", 100)).isEmpty();

            assertThat(counter.drain()).hasSize(2);
        });
    }

    @ParameterizedTest
    @EnumSource
    void readsAnyNumberOfTemplatesWithOneStatement(TestedEngine engine) {
        counted(engine, (storage, counter) -> {
            Scope scope = Batches.newScope(storage, 1);
            List<Long> ids = Batches.create(storage, scope, "a", 100);
            counter.drain();

            storage.read(stores -> stores.processTemplates().findByIds(1, ids));

            assertThat(counter.drain().stream().filter(sql -> sql.startsWith("SELECT")))
                    .hasSize(1);
        });
    }
}
