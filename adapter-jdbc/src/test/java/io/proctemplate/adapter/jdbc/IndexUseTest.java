package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    private static void fill(Connection connection, String numbers) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW numbers AS " + numbers);
            for (String sql : FILL.split(";\n")) {
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
            fill(connection, "SELECT x AS n FROM SYSTEM_RANGE(1, 20000)");

            assertIndexed(connection, Engine.H2);
        }
    }

    @Test
    void usesIndexesOnPostgresql() throws SQLException {
        Config config = PostgresqlServer.newDatabase();
        try (Database database = Database.open(config);
                Connection connection = TestedEngine.connect(config)) {
            assertThat(database.isReady()).isTrue();
            fill(connection, "SELECT n FROM generate_series(1, 100000) n");
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
}
