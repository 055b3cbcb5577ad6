package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a migration of PostgreSQL must look like that runs while servers of the version before write. */
class MigrationRuleTest {
    /** The last one before the first release: no database with rows and writers is older. */
    private static final MigrationVersion BASELINE = MigrationVersion.fromVersion("9");

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration/postgresql");
    private static final String NOT_IN_A_TRANSACTION = "executeInTransaction=false";

    private static final Pattern NEW_TABLE = Pattern.compile("create table (?:if not exists )?(\\w+)");
    private static final Pattern INDEX = Pattern.compile("create (?:unique )?index (.*?) ?on (?:only )?(\\w+)");
    private static final Pattern ONLINE_INDEX =
            Pattern.compile("create (?:unique )?index concurrently (\\w+) on \\w+ .*");
    private static final Pattern OTHER_LOCKS = Pattern.compile(
            "alter table (?:if exists )?(?:only )?(\\w+) .*"
                    + "(?:add (?:constraint \\w+ )?(?:unique|primary key) ?\\(|foreign key(?!.* not valid)|alter column \\w+ (?:set data )?type).*");

    /** What is wrong with a migration, empty if nothing is. */
    private static List<String> faults(String script, String settings) {
        List<String> statements = Stream.of(script.replaceAll("--[^\n]*", " ").split(";"))
                .map(statement -> statement.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT))
                .filter(statement -> !statement.isEmpty())
                .toList();
        List<String> newTables = statements.stream()
                .map(NEW_TABLE::matcher)
                .filter(Matcher::find)
                .map(table -> table.group(1))
                .toList();
        return Stream.concat(
                        statements.stream().filter(statement -> locksOut(statement, newTables)),
                        onlineFaults(statements, settings))
                .toList();
    }

    private static boolean locksOut(String statement, List<String> newTables) {
        Matcher index = INDEX.matcher(statement);
        Matcher other = OTHER_LOCKS.matcher(statement);
        return index.lookingAt() && !index.group(1).startsWith("concurrently") && !newTables.contains(index.group(2))
                || other.matches() && !newTables.contains(other.group(1));
    }

    /** One that is cut off leaves an index that is not valid; the next try must drop it first. */
    private static Stream<String> onlineFaults(List<String> statements, String settings) {
        List<String> online = statements.stream()
                .filter(statement -> statement.contains(" index concurrently "))
                .toList();
        if (online.isEmpty()) {
            return Stream.empty();
        }
        String expected = statements.stream()
                .map(ONLINE_INDEX::matcher)
                .filter(Matcher::matches)
                .map(index -> "drop index concurrently if exists " + index.group(1) + ";" + index.group())
                .collect(Collectors.joining(";"));
        return Stream.of(
                        settings.contains(NOT_IN_A_TRANSACTION) ? "" : "no .conf with " + NOT_IN_A_TRANSACTION,
                        expected.equals(String.join(";", statements))
                                ? ""
                                : "more than pairs of DROP INDEX CONCURRENTLY IF EXISTS and CREATE INDEX CONCURRENTLY")
                .filter(fault -> !fault.isEmpty());
    }

    private static MigrationVersion version(Path script) {
        String name = script.getFileName().toString();
        return MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")));
    }

    private static String settings(Path script) throws IOException {
        Path settings = script.resolveSibling(script.getFileName() + ".conf");
        return Files.exists(settings) ? Files.readString(settings) : "";
    }

    @Test
    void migrationsAfterTheFirstReleaseLockNoWritersOut() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            List<Path> scripts =
                    files.filter(file -> file.toString().endsWith(".sql")).toList();
            assertThat(scripts).isNotEmpty();
            for (Path script : scripts) {
                if (version(script).compareTo(BASELINE) > 0) {
                    assertThat(faults(Files.readString(script), settings(script)))
                            .as("%s", script)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theOnesThatTheTestOfBuildingUsesAreToldApart() throws IOException {
        Path online = Path.of("src/test/resources/db/online/V1000__online_index.sql");
        Path blocking = Path.of("src/test/resources/db/blocking/V1000__blocking_index.sql");
        assertThat(faults(Files.readString(online), settings(online))).isEmpty();
        assertThat(faults(Files.readString(blocking), settings(blocking))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX a ON b (c);",
                "create unique\n  index if not exists a on b (c);",
                "CREATE INDEX ON b (c);",
                "CREATE TABLE x (y BIGINT); CREATE INDEX a ON b (c);",
                "CREATE INDEX CONCURRENTLY a ON b (c);",
                "CREATE INDEX CONCURRENTLY IF NOT EXISTS a ON b (c);",
                "DROP INDEX CONCURRENTLY IF EXISTS other; CREATE INDEX CONCURRENTLY a ON b (c);",
                "DROP INDEX CONCURRENTLY IF EXISTS a; CREATE INDEX CONCURRENTLY a ON b (c); ALTER TABLE b ADD d BIGINT;",
                "ALTER TABLE b ADD CONSTRAINT u UNIQUE (c);",
                "ALTER TABLE b ADD PRIMARY KEY (c);",
                "ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (c) REFERENCES d (e);",
                "ALTER TABLE b ALTER COLUMN c TYPE TEXT;"
            })
    void whatLocksWritersOutOrCannotBeDoneAgainIsAFault(String script) {
        assertThat(faults(script, NOT_IN_A_TRANSACTION)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE b (c BIGINT); CREATE INDEX a ON b (c);",
                "ALTER TABLE b ADD COLUMN d BIGINT NOT NULL DEFAULT 0;",
                "ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (c) REFERENCES d (e) NOT VALID;",
                "ALTER TABLE b ADD CONSTRAINT u UNIQUE USING INDEX a;",
                "-- CREATE INDEX a ON b (c);\nSELECT 1;"
            })
    void whatLocksNobodyOutForLongIsNone(String script) {
        assertThat(faults(script, "")).isEmpty();
    }

    @Test
    void anIndexThatIsBuiltOnlineNeedsItsSettings() {
        String script = "DROP INDEX CONCURRENTLY IF EXISTS a; CREATE INDEX CONCURRENTLY a ON b (c);";
        assertThat(faults(script, NOT_IN_A_TRANSACTION)).isEmpty();
        assertThat(faults(script, "")).isNotEmpty();
    }
}
