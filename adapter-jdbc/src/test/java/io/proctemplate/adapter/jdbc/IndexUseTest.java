package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.IdempotencyKey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every statement of the main job finds its rows by an index. */
class IndexUseTest {
    private static final String FILL = """
            INSERT INTO business SELECT n, 'b' FROM numbers WHERE n <= 1000;
            INSERT INTO scope SELECT n, 0 FROM numbers WHERE n <= 1000;
            INSERT INTO scope SELECT n, n FROM numbers WHERE n <= 1000;
            INSERT INTO service_template (id, bk_biz_id, name, creator) SELECT n, n, 's', 'a' FROM numbers WHERE n <= 1000;
            INSERT INTO process_template SELECT -n, 7, 7, 0, 0, 1, CONCAT('n', n), CONCAT('f', n), '', '0', 'a', 'a', '{}'
            FROM numbers;
            INSERT INTO app (code, secret_salt, secret_hash, exempt_from_login, enabled)
            SELECT CONCAT('a', n), '', '', TRUE, TRUE FROM numbers WHERE n <= 10000;
            INSERT INTO app_call SELECT CONCAT('a', n), 'c' FROM numbers WHERE n <= 10000;
            INSERT INTO login (token_hash, user_name, expires) SELECT CONCAT('t', n), 'u', 0 FROM numbers WHERE n <= 10000;
            INSERT INTO user_grant SELECT CONCAT('u', n), 'x', 1, 1 FROM numbers WHERE n <= 10000;
            """;

    /** As a literal in place of each parameter; the plan may not depend on their values. */
    private static String withLiterals(String sql) {
        return sql.replace(":business", "7")
                .replace(":serviceTemplate", "7")
                .replace(":names", "ARRAY['n1','n2']")
                .replace(":functions", "ARRAY['f1','f2']")
                .replace(":params", "ARRAY['','']")
                .replace(":ids", "ARRAY[1,2]");
    }

    /** What a batch sends that is carried out, and one that is refused, with its credentials; and what an update does. */
    private static Map<String, String> plansOfTheMainJob(Config config) {
        return plans(config, storage -> {
            storage.<Boolean>read(stores -> {
                stores.access().findApp("a7");
                stores.access().findLogin("t7");
                return stores.access().grantsOf("u7").isEmpty();
            });
            List<Long> ids = Batches.create(storage, new Scope(7, 7), "new", 100);
            assertThat(ids).hasSize(100);
            assertThat(Batches.create(storage, new Scope(7, 7), "new", 100)).isEmpty();
            storage.<Boolean>read(
                    stores -> stores.processTemplates().findByIds(7, ids).isEmpty());
        });
    }

    /** What a call with a key sends beside that, and the removal of answers that have expired. */
    private static Map<String, String> plansOfAKey(Config config) {
        return plans(
                config,
                storage -> assertThat(storage.<Integer>write(stores -> {
                            IdempotencyKey key = IdempotencyKey.of("app", "user", "call", "key");
                            stores.idempotency().find(key);
                            stores.idempotency()
                                    .claim(key, "hash", Instant.ofEpochMilli(7), Instant.ofEpochMilli(Long.MAX_VALUE));
                            stores.idempotency().keep(key, "answer", Set.of());
                            return stores.idempotency().removeExpired(Instant.ofEpochMilli(7), 500);
                        }))
                        .isEqualTo(7));
    }

    private static Map<String, String> plans(Config config, Consumer<UnitOfWork> work) {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(config.url());
            pool.setUsername(config.user());
            pool.setPassword(config.password());
            ExplainingDataSource explaining = new ExplainingDataSource(pool);
            UnitOfWork storage = new JdbiUnitOfWork(explaining.dataSource(), Engine.of(config.url()), config);
            work.accept(storage);
            return explaining.plans();
        }
    }

    /** As PostgreSQL says it, and H2. */
    private static final Pattern CONDITION_OF_AN_INDEX = Pattern.compile("Index Cond:|PUBLIC\\.\\w+: ");

    private static final Pattern ANYTHING = Pattern.compile("");

    /** Those without a condition aside: they hand out ids, or insert rows. */
    private static void assertIndexed(int statements, Map<String, String> plans) {
        assertThat(plans).hasSizeGreaterThanOrEqualTo(statements);
        assertThat(plans)
                .allSatisfy((sql, plan) -> assertThat(plan)
                        .as(sql)
                        .doesNotContain("Seq Scan", "tableScan")
                        .containsPattern(sql.contains("WHERE") ? CONDITION_OF_AN_INDEX : ANYTHING));
    }

    /** What PostgreSQL asks itself for each row of a batch, after the plan of the insert. */
    private static final String CHECK_OF_A_NEW_ROW = """
            SELECT 1 FROM ONLY scope x
            WHERE bk_biz_id OPERATOR(pg_catalog.=) 7 AND service_template_id OPERATOR(pg_catalog.=) 7
            FOR KEY SHARE OF x""";

    private static String plan(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet lines = statement.executeQuery("EXPLAIN " + sql)) {
            StringBuilder plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }

    private static void fill(Connection connection, String numbers, String rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW numbers AS " + numbers);
            for (String sql : rows.split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void findsEveryRowOfTheMainJobByAnIndex(TestedEngine tested) throws SQLException {
        Config config = tested.newDatabase();
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            fill(connection, numbers(tested), FILL);
            TestedEngine.execute(config, "ANALYZE");

            assertIndexed(6, plansOfTheMainJob(config));
            if (tested == TestedEngine.POSTGRESQL) {
                assertThat(plan(connection, CHECK_OF_A_NEW_ROW)).contains("Index Scan using pk_scope");
            }
        }
    }

    private static final String KEPT = """
            INSERT INTO idempotency (request_key, request_hash, expires, answer)
            SELECT CONCAT('k', n), 'h', n, 'a' FROM numbers""";

    @ParameterizedTest
    @EnumSource
    void findsKeptAnswersAndThoseThatHaveExpiredByAnIndex(TestedEngine tested) throws SQLException {
        Config config = tested.newDatabase();
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            fill(connection, numbers(tested), KEPT);
            TestedEngine.execute(config, "ANALYZE");

            assertIndexed(6, plansOfAKey(config));
        }
    }

    private static String numbers(TestedEngine tested) {
        return switch (tested) {
            case H2 -> "SELECT x AS n FROM SYSTEM_RANGE(1, 100000)";
            case POSTGRESQL -> "SELECT n FROM generate_series(1, 100000) n";
        };
    }

    /** The plan of a table that nothing is known of is kept for a while, and the table may grow fast. */
    @ParameterizedTest
    @EnumSource
    void looksUpEachNameInItsOwnIndexOnAnEmptyTable(TestedEngine tested) throws SQLException {
        Config config = tested.newDatabase();
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            String survey = new Statements(Engine.of(config.url())).survey();

            String plan = plan(connection, withLiterals(survey)).toLowerCase(Locale.ROOT);

            assertThat(plan.replaceAll("[()\\s]+", " "))
                    .contains("uk_process_template_name", "and process_name >=")
                    .contains("uk_process_template_func", "and start_param >=")
                    .doesNotContain("filter: process_name", "filter: func_name", "filter: start_param");
        }
    }

    private static final Page<OfProcessTemplate> PAGE =
            new Page<>(0, 200, List.of(new Order<>(OfProcessTemplate.ID, false)));

    private static final Page<OfServiceTemplate> SERVICES =
            new Page<>(0, 200, List.of(new Order<>(OfServiceTemplate.ID, false)));

    /** A thousand businesses, each with a service template that has a hundred process templates. */
    private static final String SPREAD =
            FILL.replace("SELECT -n, 7, 7, 0", "SELECT -n, MOD(n, 1000) + 1, MOD(n, 1000) + 1, 0");

    private static String ofOneScope() {
        return SqlProcessTemplates.listing(new ProcessTemplateFilter(7, List.of(7L), null), PAGE);
    }

    private static Stream<String> listings() {
        List<Long> some = List.of(7L);
        return Stream.of(
                        ofOneScope(),
                        SqlProcessTemplates.listing(new ProcessTemplateFilter(7, List.of(7L, 0L), null), PAGE),
                        SqlProcessTemplates.listing(new ProcessTemplateFilter(7, null, some), PAGE),
                        SqlProcessTemplates.listing(new ProcessTemplateFilter(7, some, some), PAGE),
                        SqlProcessTemplates.listing(new ProcessTemplateFilter(7, null, null), PAGE),
                        SqlServiceTemplates.listing(new ServiceTemplateFilter(7, null, null, false, some), SERVICES),
                        SqlServiceTemplates.listing(new ServiceTemplateFilter(7, null, "s", true, null), SERVICES),
                        SqlServiceTemplates.listing(new ServiceTemplateFilter(7, null, "s", false, null), SERVICES))
                .map(sql -> sql.replace(":owners", "ARRAY[7,0]")
                        .replace(":owner", "7")
                        .replace(":search", "'s'"))
                .map(IndexUseTest::withLiterals);
    }

    @ParameterizedTest
    @EnumSource
    void listsByIndexes(TestedEngine tested) throws SQLException {
        Config config = tested.newDatabase();
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            fill(connection, numbers(tested), SPREAD);
            TestedEngine.execute(config, "ANALYZE");

            assertThat(listings())
                    .allSatisfy(sql -> assertThat(plan(connection, sql))
                            .doesNotContain("Seq Scan", "tableScan")
                            .containsIgnoringCase("index"));
            assertThat(plan(connection, withLiterals(ofOneScope().replace(":owner", "7")))
                            .toLowerCase(Locale.ROOT))
                    .as("both columns in the condition of the index")
                    .containsPattern("(/\\*|index cond:)[^/]*bk_biz_id = [^/]*service_template_id = ");
        }
    }

    /** A hundred thousand events of a hundred businesses, by ten users, a tenth of them of more than one object. */
    private static final String HISTORY = """
            INSERT INTO audit_event SELECT MOD(n, 100) + 1, n, n * 1000, CONCAT('r', n), CONCAT('a', MOD(n / 100, 7)),
            CONCAT('u', MOD(n / 100, 10)), 'create', 'process_template', CONCAT('s', n) FROM numbers;
            INSERT INTO audit_object SELECT MOD(n, 100) + 1, n, 0, n, 'o', NULL FROM numbers;
            INSERT INTO audit_object SELECT MOD(n, 100) + 1, n, 1, n, 'o', NULL FROM numbers WHERE MOD(n, 10) = 0;
            """;

    private static final Page<OfAuditEntry> NEWEST = new Page<>(0, 100, List.of(new Order<>(OfAuditEntry.ID, true)));

    private static Stream<AuditFilter> filters() {
        Instant noon = Instant.ofEpochMilli(50_000_000);
        return Stream.of(
                AuditFilter.of(7),
                new AuditFilter(7L, "r7", null, null, null, null, null, null, null, null),
                new AuditFilter(7L, null, null, "u7", null, null, null, null, null, null),
                new AuditFilter(7L, null, null, null, "a1", null, null, null, null, null),
                new AuditFilter(7L, null, null, null, null, AuditAction.DELETE, null, null, null, null),
                new AuditFilter(7L, null, null, null, null, null, AuditedType.SERVICE_TEMPLATE, null, null, null),
                new AuditFilter(7L, null, null, null, null, null, null, List.of(7L), null, null),
                new AuditFilter(7L, null, null, null, null, null, null, null, noon, noon.plusSeconds(60)),
                new AuditFilter(
                        7L,
                        null,
                        null,
                        "u7",
                        "a1",
                        AuditAction.CREATE,
                        AuditedType.PROCESS_TEMPLATE,
                        List.of(7L),
                        noon,
                        noon.plusSeconds(60)));
    }

    private static String ofHistory(String sql) {
        return withLiterals(sql)
                .replace(":server_request_id", "'s7'")
                .replace(":request_id", "'r7'")
                .replace(":user_name", "'u7'")
                .replace(":app", "'a1'")
                .replace(":action", "'create'")
                .replace(":object_type", "'process_template'")
                .replace(":since", "50000000")
                .replace(":until", "50060000");
    }

    /** The newest of all on PostgreSQL alone: H2 sorts no join by an index. */
    @ParameterizedTest
    @EnumSource
    void readsTheAuditOfAllBusinessesByIndexesOfItsOwn(TestedEngine tested) throws SQLException {
        Config config = tested.newDatabase();
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            fill(connection, numbers(tested), HISTORY);
            TestedEngine.execute(config, "ANALYZE");
            AuditFilter one = new AuditFilter(null, null, "s7", null, null, null, null, null, null, null);
            AuditFilter all = new AuditFilter(null, null, null, null, null, null, null, null, null, null);

            assertThat(plan(connection, ofHistory(SqlAudit.listing(one, NEWEST))))
                    .containsIgnoringCase("ix_audit_event_server_request");
            if (tested == TestedEngine.POSTGRESQL) {
                assertThat(plan(connection, ofHistory(SqlAudit.listing(all, NEWEST))))
                        .contains("ix_audit_event_id")
                        .doesNotContain("Seq Scan");
            }
        }
    }

    /** Whatever is asked of it: no more is read than what there is of the business. */
    @ParameterizedTest
    @EnumSource
    void readsTheAuditByIndexesThatBeginWithTheBusiness(TestedEngine tested) throws SQLException {
        Config config = tested.newDatabase();
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            fill(connection, numbers(tested), HISTORY);
            TestedEngine.execute(config, "ANALYZE");
            assertThat(filters()
                            .flatMap(filter -> Stream.of(SqlAudit.counting(filter), SqlAudit.listing(filter, NEWEST))))
                    .allSatisfy(sql -> assertThat(plan(connection, ofHistory(sql)))
                            .doesNotContain("Seq Scan", "tableScan")
                            .containsPattern("(?i)(/\\*|index cond:)[^/]*bk_biz_id = "));
        }
    }
}
