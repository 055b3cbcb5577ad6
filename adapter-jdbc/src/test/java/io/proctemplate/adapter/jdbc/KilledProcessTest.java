package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed program has been told is kept, is; no batch is there in part, or without the answer under its key. */
class KilledProcessTest {
    private static final int ENOUGH = 40;

    private static Process start(Config config) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        config.url(),
                        config.user(),
                        config.password())
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** Kills a writer after some batches; what it said up to its end. */
    private static List<String> killAmidWork(Config config, Runnable whileItRuns) throws Exception {
        Process writer = start(config);
        List<String> said = new ArrayList<>();
        try (BufferedReader output = writer.inputReader()) {
            while (said.size() < ENOUGH) {
                String line = output.readLine();
                assertThat(line).as("the writer ended by itself after %s", said).startsWith("kept ");
                said.add(line);
            }
            whileItRuns.run();
            writer.toHandle().destroyForcibly(); // leaves open what the process has said
            output.lines().filter(line -> line.matches("kept \\S+ \\d+ \\d+")).forEach(said::add);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return said;
    }

    private static void assertKept(Config config, List<String> said) throws SQLException {
        Map<String, Long> sizes = TestedEngine.query(config, "SELECT creator FROM process_template").stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(sizes.values()).as("batches, in part or whole").containsOnly((long) KilledWriter.BATCH);
        assertThat(said).extracting(line -> line.split(" ")[1]).isSubsetOf(sizes.keySet());
        List<String> answers = TestedEngine.query(config, "SELECT answer FROM idempotency");
        assertThat(answers)
                .as("batches under a key that was kept, and those that were created under one")
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(sizes.keySet().stream()
                        .filter(name -> name.startsWith(KilledWriter.UNDER_KEYS + "-"))
                        .toList());
    }

    private static void assertNewIds(Database database, List<String> said) {
        long greatest = said.stream()
                .mapToLong(line -> Long.parseLong(line.split(" ")[3]))
                .max()
                .orElseThrow();
        List<Long> ids =
                database.unitOfWork().write(stores -> stores.processTemplates().nextIds(1));
        assertThat(ids.get(0)).isGreaterThan(greatest);
    }

    @Test
    void keepsAcknowledgedBatchesInAnH2FileThatNoOtherProgramMayOpen(@TempDir Path directory) throws Exception {
        Config config = new Config("jdbc:h2:file:" + directory.resolve("db"), "sa", "", 2);

        List<String> said = killAmidWork(
                config,
                () -> assertThatThrownBy(() -> Database.open(config))
                        .isInstanceOf(Unusable.class)
                        .hasMessageContaining("in use by another process"));

        try (Database database = Database.open(config)) {
            assertKept(config, said);
            assertNewIds(database, said);
        }
    }

    @Test
    void keepsAcknowledgedBatchesOnPostgresql() throws Exception {
        Config config = PostgresqlServer.newDatabase();

        List<String> said = killAmidWork(config, () -> {});

        try (Database database = Database.open(config)) {
            assertKept(config, said);
            assertNewIds(database, said);
        }
    }
}
