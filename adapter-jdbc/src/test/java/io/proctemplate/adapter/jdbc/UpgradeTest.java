package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.contract.Seeds;
import io.proctemplate.application.spi.AccessStore.NumberedLogin;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A database of the version before is taken over, and that version may go on writing to it. */
class UpgradeTest {
    private static final List<String> H2_MIGRATIONS = List.of(
            "V2__service_templates_and_categories.sql",
            "V3__administration.sql",
            "V4__audit.sql",
            "V5__repeats.sql",
            "V6__audit_list.sql",
            "V7__rights_of_kept_answers.sql",
            "V8__audit_of_administration.sql",
            "V9__audit_of_all_businesses.sql");

    /** As version 1 writes; frozen, whatever the program does now. */
    private static final List<String> BUSINESS =
            List.of("INSERT INTO business (id, name) VALUES (7, 'b')", "INSERT INTO scope VALUES (7, 0)");

    private static final String LOGIN = "INSERT INTO login (token_hash, user_name, expires) VALUES ('%s', 'ann', 5)";

    private static List<String> serviceTemplate(long id, String name) {
        return List.of(
                "INSERT INTO scope (bk_biz_id, service_template_id) VALUES (7, " + id + ")",
                "INSERT INTO service_template (id, bk_biz_id, name, creator) VALUES (" + id + ", 7, '" + name
                        + "', 'ann')");
    }

    private static String processTemplate(long id, long serviceTemplate) {
        return """
                INSERT INTO process_template (id, bk_biz_id, service_template_id, create_time, last_time, version,
                    process_name, func_name, start_param, supplier_account, creator, modifier, property)
                VALUES (%d, 7, %d, 5, 6, 1, 'p%d', 'f', '%d', '0', 'ann', 'bob',
                    '{"bk_process_name":1,"bk_func_name":1,"proc_num":[2,1],"bind_info":[[[3,{"port":["80",1]}]],1]}')
                """.formatted(id, serviceTemplate, id, id);
    }

    private static void execute(Connection connection, List<String> sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String one : sql) {
                statement.execute(one);
            }
        }
    }

    private static void migrate(Config config, String version) {
        Flyway.configure()
                .dataSource(config.url(), config.user(), config.password())
                .locations(Engine.of(config.url()).migrations())
                .target(version)
                .load()
                .migrate();
    }

    /** The first two have one name, the third one in upper case. */
    private static void makeVersion1(Config config, Connection connection) throws SQLException {
        migrate(config, "1");
        List<String> sql = new ArrayList<>(BUSINESS);
        sql.addAll(serviceTemplate(901, "Web"));
        sql.addAll(serviceTemplate(902, "Web"));
        sql.addAll(serviceTemplate(903, "WEB 汉"));
        sql.add(processTemplate(1001, 901));
        sql.add(processTemplate(1002, 0));
        sql.add("INSERT INTO app VALUES ('old', 'ab', 'cd', TRUE, TRUE)");
        sql.add(LOGIN.formatted("h1"));
        sql.add(LOGIN.formatted("h2"));
        execute(connection, sql);
    }

    private static List<ServiceTemplate> search(UnitOfWork storage, String text) {
        List<ServiceTemplate> found = new ArrayList<>();
        ServiceTemplateFilter filter = new ServiceTemplateFilter(7, null, text, false, null);
        Page<OfServiceTemplate> page = new Page<>(0, Page.ALL, List.of(new Order<>(OfServiceTemplate.ID, false)));
        storage.<Boolean>read(stores -> {
            stores.serviceTemplates().list(filter, page, found::add);
            return true;
        });
        return found;
    }

    private static void assertTakenOver(UnitOfWork storage) {
        assertThat(storage.<List<NumberedLogin>>read(stores -> stores.access().logins()))
                .extracting(NumberedLogin::id)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 0);
        assertThat(storage.<Optional<RegisteredApp>>read(
                        stores -> stores.access().findApp("old")))
                .contains(new RegisteredApp("old", new SecretHash("ab", "cd"), true, true, Set.of()));
        long leaf = storage.read(Seeds::builtInLeaf);
        assertThat(search(storage, "web")).extracting(ServiceTemplate::name).containsExactly("Web", "Web-902", "WEB 汉");
        assertThat(search(storage, "web")).allSatisfy(template -> {
            assertThat(template.serviceCategoryId()).isEqualTo(leaf);
            assertThat(template.supplierAccount()).isEqualTo("0");
            assertThat(template.stamp().modifier()).isEqualTo("ann");
        });
        assertThat(search(storage, "b-902")).extracting(ServiceTemplate::id).containsExactly(902L);
        List<ProcessTemplate> templates =
                storage.read(stores -> stores.processTemplates().findByIds(7, List.of(1001L, 1002L)));
        assertThat(templates)
                .extracting(ProcessTemplate::scope)
                .containsExactly(new Scope(7, 901), Scope.standalone(7));
        assertThat(templates).allSatisfy(template -> {
            assertThat(template.property().lastRowId()).isEqualTo(3);
            assertThat(template.property().rows()).hasSize(1);
        });
    }

    @ParameterizedTest
    @EnumSource
    void takesADatabaseOfTheVersionBeforeOver(TestedEngine engine) throws SQLException {
        Config config = engine.newDatabase();
        try (Connection old = TestedEngine.connect(config)) {
            makeVersion1(config, old);

            try (Database database = Database.open(config)) {
                assertTakenOver(database.unitOfWork());
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void letsTheVersionBeforeGoOnWriting(TestedEngine engine) throws SQLException {
        Config config = engine.newDatabase();
        try (Connection old = TestedEngine.connect(config)) {
            makeVersion1(config, old);
            try (Database database = Database.open(config)) {
                List<String> sql = new ArrayList<>(serviceTemplate(904, "Later"));
                sql.add(processTemplate(1003, 904));
                sql.add(processTemplate(1004, 901));
                sql.add(LOGIN.formatted("h3"));
                execute(old, sql);

                UnitOfWork storage = database.unitOfWork();
                assertThat(storage.<List<NumberedLogin>>read(
                                stores -> stores.access().logins()))
                        .hasSize(3);
                assertThat(search(storage, "LATER")).singleElement().satisfies(later -> {
                    assertThat(later.id()).isEqualTo(904);
                    assertThat(later.stamp().modifier()).isEqualTo("ann");
                });
                assertThat(storage.<List<ProcessTemplate>>read(
                                stores -> stores.processTemplates().findByIds(7, List.of(1003L, 1004L))))
                        .hasSize(2);
                storage.<Boolean>write(stores -> {
                    Seeds.deleteServiceTemplate(stores, 904);
                    return true;
                });
                assertThat(search(storage, "later")).isEmpty();
            }
        }
    }

    /** As version 5 writes; frozen, whatever the program does now. */
    private static List<String> auditEntry(long event) {
        return List.of(
                "INSERT INTO audit_event (bk_biz_id, id, event_time, request_id, app, user_name, action, object_type)"
                        + " VALUES (7, %1$d, %1$d, 'r', 'a', 'ann', 'create', 'process_template')".formatted(event),
                "INSERT INTO audit_object (bk_biz_id, event_id, place, object_id, object_name)"
                        + " VALUES (7, %1$d, 0, %1$d, 'n')".formatted(event));
    }

    @ParameterizedTest
    @EnumSource
    void readsTheAuditThatTheVersionBeforeWroteAndWrites(TestedEngine engine) throws SQLException {
        Config config = engine.newDatabase();
        try (Connection old = TestedEngine.connect(config)) {
            migrate(config, "5");
            execute(old, auditEntry(1));
            try (Database database = Database.open(config)) {
                execute(old, auditEntry(2));
                Page<OfAuditEntry> page = new Page<>(0, Page.ALL, List.of(new Order<>(OfAuditEntry.ID, true)));
                List<Long> objects = new ArrayList<>();
                long count = database.unitOfWork().read(stores -> {
                    AuditFilter filter = AuditFilter.of(7);
                    stores.audit()
                            .list(
                                    filter,
                                    page,
                                    entry -> objects.add(entry.object().id()));
                    return stores.audit().count(filter);
                });
                assertThat(count).isEqualTo(2);
                assertThat(objects).containsExactly(2L, 1L);
            }
        }
    }

    /** H2 commits each statement of a migration by itself. */
    @Test
    void goesOnWithTheMigrationWhereverItWasCutOff() throws SQLException, IOException {
        List<String> statements = new ArrayList<>();
        for (String migration : H2_MIGRATIONS) {
            String sql = Files.readString(Path.of("src/main/resources/db/migration/h2", migration))
                    .lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.joining("\n"));
            statements.addAll(List.of(sql.strip().split(";\n")));
        }
        assertThat(statements).hasSizeGreaterThan(10);
        for (int done = 0; done <= statements.size(); done++) {
            Config config = TestedEngine.H2.newDatabase();
            try (Connection old = TestedEngine.connect(config)) {
                makeVersion1(config, old);
                execute(old, statements.subList(0, done));

                try (Database database = Database.open(config)) {
                    assertTakenOver(database.unitOfWork());
                }
            }
        }
    }
}
