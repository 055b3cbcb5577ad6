package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.contract.Seeds;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
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
            work.on(new JdbiUnitOfWork(counter.dataSource(), Engine.of(config.url()), config), counter);
        }
    }

    /** How a unit is made durable, as a statement more where a commit alone is not. */
    private static List<String> keeping(TestedEngine engine) {
        return engine == TestedEngine.H2 ? List.of("commit", "CHECKPOINT") : List.of("commit");
    }

    @ParameterizedTest
    @EnumSource
    void createsABatchOfAnySizeWithAsManyStatements(TestedEngine engine) {
        counted(engine, (storage, counter) -> {
            Scope scope = Batches.newScope(storage, 1);
            Batches.create(storage, scope, "first", 1);
            counter.drain();

            Batches.create(storage, scope, "one", 1);
            List<String> forOne = counter.drain();
            Batches.create(storage, scope, "hundred", 100);
            List<String> forHundred = counter.drain();

            assertThat(forOne).hasSize(engine == TestedEngine.H2 ? 7 : 1);
            assertThat(forHundred).isEqualTo(forOne);
        });
    }

    @ParameterizedTest
    @EnumSource
    void asksForIdsOncePerThousand(TestedEngine engine) {
        counted(engine, (storage, counter) -> {
            storage.write(stores -> stores.processTemplates().nextIds(0)); // the connection's first
            counter.drain();
            int asked = 0;
            for (int i = 0; i < 50; i++) {
                storage.write(stores -> stores.processTemplates().nextIds(100));
                asked += counter.drain().size() - keeping(engine).size();
            }
            assertThat(asked).isEqualTo(50 * 100 / TemplateIds.BLOCK);

            storage.write(stores -> stores.processTemplates().nextIds(100 * TemplateIds.BLOCK));
            assertThat(counter.drain()).hasSize(1 + keeping(engine).size());
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

            assertThat(counter.drain().stream().filter(sql -> !keeping(engine).contains(sql)))
                    .hasSize(1);
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

    /** What {@code work} sends for one template of a scope with one, and for a hundred of a scope with a hundred. */
    private static void assertSameForOneAndHundred(TestedEngine engine, int statements, BiConsumer<Stores, Kept> work) {
        counted(engine, (storage, counter) -> {
            Scope small = Batches.newScope(storage, 1);
            Scope large = Batches.newScope(storage, 2);
            Kept one = new Kept(small, Batches.create(storage, small, "a", 1));
            Kept hundred = new Kept(large, Batches.create(storage, large, "a", 100));

            assertThat(sent(storage, counter, work, one))
                    .hasSize(statements + keeping(engine).size())
                    .isEqualTo(sent(storage, counter, work, hundred))
                    .endsWith(keeping(engine).toArray(new String[0]));
        });
    }

    private record Kept(Scope scope, List<Long> ids) {
        ProcessTemplateFilter filter() {
            return new ProcessTemplateFilter(scope.businessId(), List.of(scope.serviceTemplateId()), ids);
        }
    }

    private static List<String> sent(
            UnitOfWork storage, CountingDataSource counter, BiConsumer<Stores, Kept> work, Kept kept) {
        counter.drain();
        storage.write(stores -> {
            work.accept(stores, kept);
            return kept;
        });
        return counter.drain();
    }

    @ParameterizedTest
    @EnumSource
    void readsTheAuditOfAnyNumberOfObjectsWithTwoStatements(TestedEngine engine) {
        Page<OfAuditEntry> page = new Page<>(0, 1000, List.of(new Order<>(OfAuditEntry.ID, true)));
        assertSameForOneAndHundred(engine, 2, (stores, kept) -> {
            AuditFilter filter = AuditFilter.of(kept.scope().businessId());
            List<AuditEntry> listed = new ArrayList<>();
            stores.audit().list(filter, page, listed::add);
            assertThat(listed).hasSameSizeAs(kept.ids());
            assertThat(stores.audit().count(filter)).isEqualTo(kept.ids().size());
        });
    }

    @ParameterizedTest
    @EnumSource
    void listsAndCountsWithOneStatementEach(TestedEngine engine) {
        Page<OfProcessTemplate> page = new Page<>(0, Page.ALL, List.of(new Order<>(OfProcessTemplate.ID, false)));
        Page<OfServiceTemplate> services = new Page<>(0, 200, List.of(new Order<>(OfServiceTemplate.ID, false)));

        assertSameForOneAndHundred(engine, 1, (stores, kept) -> {
            List<ProcessTemplate> listed = new ArrayList<>();
            stores.processTemplates().list(kept.filter(), page, listed::add);
            assertThat(listed).hasSameSizeAs(kept.ids());
        });
        assertSameForOneAndHundred(
                engine,
                1,
                (stores, kept) -> assertThat(stores.processTemplates().count(kept.filter()))
                        .isEqualTo(kept.ids().size()));
        assertSameForOneAndHundred(engine, 2, (stores, kept) -> {
            List<ServiceTemplate> listed = new ArrayList<>();
            ServiceTemplateFilter filter =
                    new ServiceTemplateFilter(kept.scope().businessId(), 1L, "s", false, null);
            stores.serviceTemplates().list(filter, services, listed::add);
            assertThat(stores.serviceTemplates().count(filter)).isEqualTo(listed.size());
        });
    }

    @ParameterizedTest
    @EnumSource
    void updatesWithOneStatementAndDeletesWithThree(TestedEngine engine) {
        assertSameForOneAndHundred(engine, 2, (stores, kept) -> {
            ProcessTemplate before =
                    stores.processTemplates().find(kept.ids().get(0)).orElseThrow();
            stores.processTemplates()
                    .update(ProcessTemplate.restore(
                            before.id(),
                            before.scope(),
                            before.supplierAccount(),
                            before.property(),
                            before.stamp(),
                            before.version() + 1));
        });
        assertSameForOneAndHundred(
                engine,
                3,
                (stores, kept) -> assertThat(
                                stores.processTemplates().delete(kept.scope().businessId(), kept.ids()))
                        .hasSameSizeAs(kept.ids()));
    }

    @ParameterizedTest
    @EnumSource
    void deletesAServiceTemplateWithAllItHasAndAuditsItWithEightStatements(TestedEngine engine) {
        assertSameForOneAndHundred(
                engine,
                8,
                (stores, kept) ->
                        Seeds.deleteServiceTemplate(stores, kept.scope().serviceTemplateId()));
    }
}
