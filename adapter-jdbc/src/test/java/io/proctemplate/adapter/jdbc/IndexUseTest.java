package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every statement of the main job finds its rows by an index. */
class IndexUseTest {
    private static final String FILL = """
            INSERT INTO business SELECT n, 'b' FROM numbers WHERE n <= 1000;
            INSERT INTO scope SELECT n, 0 FROM numbers WHERE n <= 1000;
            INSERT INTO scope SELECT n, n FROM numbers WHERE n <= 1000;
            INSERT INTO service_template (id, bk_biz_id, name, creator) SELECT n, n, 's', 'a' FROM numbers WHERE n <= 1000;
            INSERT INTO process_template SELECT n, 7, 7, 0, 0, 1, CONCAT('n', n), CONCAT('f', n), '', '0', 'a', 'a', '{}'
            FROM numbers;
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

    private static Stream<String> statements(Engine engine) {
        return Stream.of(new Statements(engine).survey(), TemplateColumns.FIND_BY_IDS)
                .map(IndexUseTest::withLiterals);
    }

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

    private static void assertIndexed(Connection connection, Engine engine) {
        assertThat(statements(engine))
                .allSatisfy(sql -> assertThat(plan(connection, sql))
                        .doesNotContain("Seq Scan", "tableScan")
                        .containsIgnoringCase("index"));
    }

    @Test
    void usesIndexesOnH2() throws SQLException {
        Config config = TestedEngine.H2.newDatabase();
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            fill(connection, "SELECT x AS n FROM SYSTEM_RANGE(1, 20000)", FILL);

            assertIndexed(connection, Engine.H2);
        }
    }

    @Test
    void usesIndexesOnPostgresql() throws SQLException {
        Config config = PostgresqlServer.newDatabase();
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            fill(connection, "SELECT n FROM generate_series(1, 100000) n", FILL);
            TestedEngine.execute(config, "ANALYZE");

            assertIndexed(connection, Engine.POSTGRESQL);
        }
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
            FILL.replace("SELECT n, 7, 7, 0", "SELECT n, MOD(n, 1000) + 1, MOD(n, 1000) + 1, 0");

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
        String numbers = tested == TestedEngine.H2
                ? "SELECT x AS n FROM SYSTEM_RANGE(1, 100000)"
                : "SELECT n FROM generate_series(1, 100000) n";
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            fill(connection, numbers, SPREAD);
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
}
