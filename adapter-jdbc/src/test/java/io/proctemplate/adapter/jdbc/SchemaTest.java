package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.contract.Together;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The schema that the migrations make. */
class SchemaTest {
    private static final String COLUMNS = """
            SELECT LOWER(CONCAT(table_name, '.', column_name, ' ', is_nullable)) FROM information_schema.columns
            WHERE table_schema = CURRENT_SCHEMA AND table_name <> 'flyway_schema_history' ORDER BY 1
            """;
    private static final String CONSTRAINTS = """
            SELECT LOWER(CONCAT(constraint_name, ' ', constraint_type)) FROM information_schema.table_constraints
            WHERE table_schema = CURRENT_SCHEMA AND table_name <> 'flyway_schema_history'
              AND constraint_type <> 'CHECK' ORDER BY 1
            """;

    private static Path migrations(Engine engine) {
        return Path.of("src/main/resources", engine.migrations().substring("classpath:".length()));
    }

    @ParameterizedTest
    @EnumSource
    void isOfTheVersionOfTheNewestMigration(Engine engine) throws IOException {
        try (Stream<Path> files = Files.list(migrations(engine))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .map(name -> name.substring(1, name.indexOf("__")))
                            .map(MigrationVersion::fromVersion)
                            .max(MigrationVersion::compareTo))
                    .contains(Schema.VERSION);
        }
    }

    @Test
    void hasTheSameTablesAndConstraintsOnBothEngines() throws SQLException {
        Config h2 = TestedEngine.H2.newDatabase();
        Config postgresql = TestedEngine.POSTGRESQL.newDatabase();
        try (Database first = Database.open(h2);
                Database second = Database.open(postgresql)) {
            assertThat(first.isReady()).isTrue();
            assertThat(second.isReady()).isTrue();
            assertThat(TestedEngine.query(h2, COLUMNS)).isNotEmpty().isEqualTo(TestedEngine.query(postgresql, COLUMNS));
            assertThat(TestedEngine.query(h2, CONSTRAINTS))
                    .isNotEmpty()
                    .isEqualTo(TestedEngine.query(postgresql, CONSTRAINTS));
        }
    }

    /** The locale of a database may take different bytes for the same text, or order them by its own rules. */
    @Test
    void comparesTextsByteByByteOnPostgresql() throws SQLException {
        Config config = TestedEngine.POSTGRESQL.newDatabase();
        try (Database database = Database.open(config)) {
            assertThat(database.isReady()).isTrue();
            assertThat(TestedEngine.query(config, """
                    SELECT DISTINCT COALESCE(collation_name, 'default') FROM information_schema.columns
                    WHERE table_schema = CURRENT_SCHEMA AND data_type = 'text'
                    """)).containsExactly("C");
        }
    }

    @ParameterizedTest
    @EnumSource
    void reservesIdsInTheBlocksThatTheProgramHandsOut(TestedEngine engine) throws SQLException {
        Config config = engine.newDatabase();
        try (Database database = Database.open(config)) {
            assertThat(database.isReady()).isTrue();
            assertThat(TestedEngine.query(config, """
                    SELECT increment FROM information_schema.sequences
                    WHERE LOWER(sequence_name) = 'seq_process_template'
                    """)).containsExactly(Integer.toString(TemplateIds.BLOCK));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isMadeOnceByServersThatStartTogether(TestedEngine engine) throws Exception {
        Config config = engine.newDatabase();
        try (Databases databases = new Databases()) {
            Callable<Boolean> start = () -> databases.open(config).isReady();

            List<Boolean> ready = Together.run(Collections.nCopies(4, start));

            assertThat(ready).containsOnly(true);
            assertThat(TestedEngine.query(config, "SELECT \"version\" FROM \"flyway_schema_history\""))
                    .containsOnlyOnce(Schema.VERSION.toString());
        }
    }
}
