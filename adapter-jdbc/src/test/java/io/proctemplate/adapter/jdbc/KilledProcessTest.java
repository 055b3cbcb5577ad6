package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a killed program has been told is kept, is, and what others were told of it too; no batch is there in part, or
 * without its audit and the answer under its key. Whoever raises the version of the embedded engine runs the long ones.
 */
class KilledProcessTest {
    private static final Pattern SAID = Pattern.compile("(kept|seen) (\\S+)(?: \\d+ (\\d+))?");

    /** Of each kind, in the long run; as many as can show a fault that one in ten kills meets. */
    private static final int KILLS = Integer.getInteger("kills", 20);

    private final Random random = new Random();

    @TempDir
    private Path directory;

    /** What a writer does, and with how much memory. */
    private record Kind(Texts texts, int heapMebibytes, int writers) {
        int textBytes() {
            return switch (texts) {
                case NONE -> 0;
                // Of the embedded engine's own buffers a batch fills a good part.
                case LONG -> heapMebibytes < 256 ? 1900 : 5600;
            };
        }

        /** With fewer batches than these nothing has been met that a store of the engine's own could tear. */
        int leastBatches() {
            return texts == Texts.NONE ? 30 : 6;
        }
    }

    /** Seven of a template's are long: a batch is 1.3 to 4 MB. */
    private enum Texts {
        NONE,
        LONG
    }

    private Process start(Config config, Kind kind) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + kind.heapMebibytes() + "m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        config.url(),
                        config.user(),
                        config.password(),
                        Integer.toString(kind.writers()),
                        Integer.toString(kind.textBytes()))
                .redirectError(Redirect.INHERIT)
                .start();
    }

    /** Kills a writer after some batches; what it said up to its end. */
    private List<Matcher> killAmidWork(Config config, Kind kind, Runnable whileItRuns) throws Exception {
        Process writer = start(config, kind);
        List<Matcher> said = new ArrayList<>();
        int enough = kind.leastBatches() * (2 + random.nextInt(4));
        try (BufferedReader output = writer.inputReader()) {
            while (said.size() < enough) {
                Matcher line = SAID.matcher(String.valueOf(output.readLine()));
                assertThat(line.matches())
                        .as("the writer ended by itself after %d lines", said.size())
                        .isTrue();
                said.add(line);
            }
            whileItRuns.run();
            writer.toHandle().destroyForcibly(); // leaves open what the process has said
            output.lines().map(SAID::matcher).filter(Matcher::matches).forEach(said::add);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return said;
    }

    /** The embedded database's indexes and references are checked when it is opened. */
    private static void assertWhole(Config config, List<Matcher> said) throws SQLException {
        try (Database database = Database.open(config)) {
            Map<String, Long> sizes = TestedEngine.query(config, "SELECT creator FROM process_template").stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            assertThat(sizes.values()).as("batches, in part or whole").containsOnly((long) KilledWriter.BATCH);
            assertThat(said)
                    .extracting(line -> line.group(2))
                    .as("batches that were told")
                    .isSubsetOf(sizes.keySet());
            assertAuditAndAnswers(config, sizes.keySet().stream().toList());
            assertNewIds(database, said);
        }
    }

    private static void assertAuditAndAnswers(Config config, List<String> batches) throws SQLException {
        String audited = """
                SELECT MIN(o.object_name) FROM audit_event e
                JOIN audit_object o ON o.bk_biz_id = e.bk_biz_id AND o.event_id = e.id
                JOIN process_template t ON t.id = o.object_id AND t.process_name = o.object_name
                GROUP BY e.bk_biz_id, e.id HAVING COUNT(*) = %d
                """.formatted(KilledWriter.BATCH);
        assertThat(TestedEngine.query(config, audited))
                .as("batches whose audit is whole")
                .containsExactlyInAnyOrderElementsOf(
                        batches.stream().map(name -> name + " 0").toList());
        assertThat(TestedEngine.query(config, "SELECT COUNT(*) FROM audit_event"))
                .containsExactly(Integer.toString(batches.size()));
        assertThat(TestedEngine.query(config, "SELECT answer FROM idempotency"))
                .as("answers that were kept, of those that were created under a key")
                .containsExactlyInAnyOrderElementsOf(batches.stream()
                        .filter(name -> name.startsWith(KilledWriter.UNDER_KEYS + "-"))
                        .toList());
    }

    private static void assertNewIds(Database database, List<Matcher> said) {
        long greatest = said.stream()
                .filter(line -> line.group(3) != null)
                .mapToLong(line -> Long.parseLong(line.group(3)))
                .max()
                .orElseThrow();
        List<Long> ids =
                database.unitOfWork().write(stores -> stores.processTemplates().nextIds(1));
        assertThat(ids.get(0)).isGreaterThan(greatest);
    }

    private static Config in(Path directory) {
        return new Config("jdbc:h2:file:" + directory.resolve("db"), "sa", "", 2);
    }

    @Test
    void killedAmidManySmallBatchesTheEmbeddedDatabaseIsWholeAndOpenForNoOtherProgram() throws Exception {
        Config config = in(directory);

        List<Matcher> said = killAmidWork(
                config,
                new Kind(Texts.NONE, 256, 8),
                () -> assertThatThrownBy(() -> Database.open(config))
                        .isInstanceOf(Unusable.class)
                        .hasMessageContaining("in use by another process"));

        assertWhole(config, said);
    }

    @Test
    void killedAmidSmallBatchesPostgresqlIsWhole() throws Exception {
        Config config = PostgresqlServer.newDatabase();

        List<Matcher> said = killAmidWork(config, new Kind(Texts.NONE, 256, 8), () -> {});

        assertWhole(config, said);
    }

    /** The kind that harmed the most of what other versions of the engine kept. */
    @Test
    void killedAmidLargeBatchesInLittleMemoryTheEmbeddedDatabaseIsWhole() {
        assertThat(harmed(new Kind(Texts.LONG, 96, 8), 3)).isEmpty();
    }

    static Stream<Kind> everyKind() {
        return Stream.of(Texts.values())
                .flatMap(texts -> Stream.of(96, 256, 1024)
                        .flatMap(heap -> Stream.of(1, 8).map(writers -> new Kind(texts, heap, writers))));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    @Tag("long")
    void killedOftenTheEmbeddedDatabaseIsWhole(Kind kind) {
        assertThat(harmed(kind, KILLS)).as("harm that %d kills did", KILLS).isEmpty();
    }

    private List<String> harmed(Kind kind, int kills) {
        List<String> harmed = new ArrayList<>();
        for (int i = 0; i < kills; i++) {
            Path place = directory.resolve(Integer.toString(i));
            try {
                Config config = in(place);
                assertWhole(config, killAmidWork(config, kind, () -> {}));
            } catch (Exception | AssertionError e) {
                harmed.add("kill " + i + ": " + e);
            }
            remove(place);
        }
        return harmed;
    }

    /** Hundreds of them would fill the disk. */
    private static void remove(Path place) {
        try (Stream<Path> files = Files.list(place)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
