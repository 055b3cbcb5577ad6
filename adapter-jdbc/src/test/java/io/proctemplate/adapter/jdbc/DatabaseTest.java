package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseTest {
    @TempDir
    Path directory;

    private Config file(String name) {
        return new Config("jdbc:h2:file:" + directory.resolve(name), "sa", "", 2);
    }

    private static void assertUnusable(Config config, String... reasons) {
        assertThatThrownBy(() -> Database.open(config).close())
                .isInstanceOf(Unusable.class)
                .hasMessageContainingAll(reasons)
                .message()
                .hasLineCount(1);
    }

    @Test
    void keepsWhatIsInAFile() {
        Config config = file("new/directory/db");
        Scope scope;
        List<Long> ids;
        try (Database database = Database.open(config)) {
            scope = Batches.newScope(database.unitOfWork(), 1);
            ids = Batches.create(database.unitOfWork(), scope, "a", 3);
        }

        try (Database database = Database.open(config)) {
            List<ProcessTemplate> found = database.unitOfWork()
                    .read(stores -> stores.processTemplates().findByIds(1, ids));
            assertThat(found).extracting(ProcessTemplate::id).isEqualTo(ids);
            assertThat(Batches.create(database.unitOfWork(), scope, "b", 1)).allMatch(id -> id > ids.get(2));
        }
    }

    @Test
    void makesFileAndDirectoriesThatOnlyTheirOwnerCanRead() throws IOException {
        Database.open(file("new/directory/db")).close();

        assertThat(List.of("new", "new/directory"))
                .allSatisfy(made -> assertThat(permissions(made)).isEqualTo("rwx------"));
        assertThat(permissions("new/directory/db.mv.db")).isEqualTo("rw-------");
    }

    @Test
    void leavesThePermissionsOfWhatIsThereAsTheyWereGiven() throws IOException {
        Database.open(file("db")).close();
        assertThat(permissions("db.mv.db")).isEqualTo("rw-------");
        Files.setPosixFilePermissions(directory.resolve("db.mv.db"), PosixFilePermissions.fromString("rw-r-----"));

        Database.open(file("db")).close();

        assertThat(permissions("db.mv.db")).isEqualTo("rw-r-----");
    }

    @Test
    void makesNoFileWhereTheUrlForbidsIt() {
        Config config = new Config(file("db").url() + ";IFEXISTS=TRUE", "sa", "", 2);

        assertThatThrownBy(() -> Database.open(config).close()).isInstanceOf(Unusable.class);

        assertThat(directory).isEmptyDirectory();
    }

    private String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name)));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/db,                  ./data/db",
        "jdbc:h2:./db;WRITE_DELAY=0,              ./db",
        "jdbc:h2:../db,                           ../db",
        "jdbc:h2:/var/lib/db;X=Y,                 /var/lib/db",
        "jdbc:h2:mem:db,                          ''",
        "jdbc:h2:tcp://host/~/db,                 ''",
        "jdbc:h2:zip:/a.zip!/db,                  ''",
        "jdbc:postgresql://host/./db,             ''",
        "jdbc:postgresql:db,                      ''"
    })
    void knowsTheFileThatItKeepsToItself(String url, String file) {
        assertThat(new Config(url, "sa", "", 1).file())
                .isEqualTo(Optional.of(file).filter(name -> !name.isEmpty()).map(Path::of));
    }

    @Test
    void knowsTheFileInTheHomeOfItsUser() {
        assertThat(new Config("jdbc:h2:~/a/db", "sa", "", 1).file())
                .contains(Path.of(System.getProperty("user.home"), "a/db"));
    }

    /** A copy of the file shows what a process that is killed now would leave. */
    @Test
    void hasStoredAUnitWhenItReturns() throws IOException {
        try (Database database = Database.open(file("db"))) {
            Scope scope = Batches.newScope(database.unitOfWork(), 1);
            List<Long> ids = Batches.create(database.unitOfWork(), scope, "a", 3);
            Files.copy(directory.resolve("db.mv.db"), directory.resolve("copy.mv.db"));

            try (Database copy = Database.open(file("copy"))) {
                assertThat(copy.unitOfWork()
                                .<List<ProcessTemplate>>read(
                                        stores -> stores.processTemplates().findByIds(1, ids)))
                        .hasSize(3);
            }
        }
    }

    /** H2 commits each statement of a migration by itself. */
    @Test
    void goesOnWithAMigrationThatWasCutOff() throws SQLException {
        Config config = file("db");
        Database.open(config).close();
        TestedEngine.execute(config, "DELETE FROM \"flyway_schema_history\" WHERE \"version\" IS NOT NULL");
        TestedEngine.execute(config, "DROP TABLE user_grant");

        try (Database database = Database.open(config)) {
            assertThat(database.unitOfWork()
                            .<Boolean>read(
                                    stores -> stores.access().grantsOf("user").isEmpty()))
                    .isTrue();
        }
    }

    @Test
    void isReadyUntilItIsClosed() {
        Database database = Database.open(file("db"));
        assertThat(database.isReady()).isTrue();

        database.close();

        assertThat(database.isReady()).isFalse();
    }

    @Test
    void doesNotShowThePassword() {
        Config config = new Config("jdbc:postgresql://host/db?password=secret1", "me", "secret2", 3);

        assertThat(config).asString().contains("jdbc:postgresql://host/db", "3").doesNotContain("secret");
        assertThatIllegalArgumentException().isThrownBy(() -> new Config("jdbc:h2:mem:a", "", "", 0));
    }

    @Test
    void refusesAnotherKindOfUrl() {
        assertUnusable(new Config("jdbc:mysql://localhost/db", "", "", 1), "jdbc:h2:", "jdbc:postgresql:");
    }

    @Test
    void refusesAMemoryThatEachConnectionWouldHaveToItself() {
        assertUnusable(new Config("jdbc:h2:mem:", "", "", 1), "needs a name");
        assertUnusable(new Config("jdbc:h2:mem:;MODE=REGULAR", "", "", 1), "needs a name");
    }

    @Test
    void saysThatTheDirectoryCannotBeWritten() throws IOException {
        Files.writeString(directory.resolve("file"), "not a directory");

        assertUnusable(file("file/db"), "cannot use the database", "file/db", "cannot be written");
    }

    @Test
    void saysThatTheFileIsNoDatabase() throws IOException {
        Files.writeString(directory.resolve("db.mv.db"), "x".repeat(10_000));

        assertUnusable(file("db"), "damaged");
    }

    @Test
    void saysThatThePathIsNotClear() {
        assertUnusable(new Config("jdbc:h2:file:db", "sa", "", 1), "must begin with /");
    }

    @Test
    void saysThatThePasswordIsWrong() {
        Database.open(file("db")).close();
        Config config = new Config(file("db").url(), "sa", "wrong", 1);

        assertUnusable(config, "user or password is wrong");
    }

    @Test
    void saysThatThereIsNoSuchDatabaseOnTheServer() {
        Config config = PostgresqlServer.newDatabase();

        assertUnusable(new Config(config.url() + "x", config.user(), config.password(), 1), "no database of this name");
    }

    @Test
    void saysThatNoServerAnswers() throws IOException {
        int unused;
        try (ServerSocket socket = new ServerSocket(0)) {
            unused = socket.getLocalPort();
        }

        assertUnusable(new Config("jdbc:postgresql://localhost:" + unused + "/db", "u", "p", 1), "no server answers");
    }

    @Test
    void refusesADatabaseThatCannotHoldEveryCharacter() throws SQLException {
        Config config = PostgresqlServer.newDatabase("ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");

        assertUnusable(config, "UTF8", "LATIN1");
    }

    @ParameterizedTest
    @EnumSource
    void refusesASchemaNewerThanItself(TestedEngine engine) throws SQLException {
        Config config = engine.newDatabase();
        try (Database running = Database.open(config)) {
            TestedEngine.execute(config, """
                    INSERT INTO "flyway_schema_history" ("installed_rank", "version", "description", "type", "script",
                        "installed_by", "installed_on", "execution_time", "success")
                    VALUES (999, '999.1', 'future', 'SQL', 'V999.1__future.sql', 'me', CURRENT_TIMESTAMP, 1, TRUE)
                    """);

            assertUnusable(config, "version 999.1", "newer program");
            assertThat(running.isReady()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesASchemaThatLacksAConstraint(TestedEngine engine) throws SQLException {
        Config config = engine.newDatabase();
        try (Database running = Database.open(config)) {
            TestedEngine.execute(config, "ALTER TABLE process_template DROP CONSTRAINT uk_process_template_name");

            assertUnusable(config, "lacks the constraints [uk_process_template_name]");
            assertThat(running.isReady()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesASchemaOfSomethingElse(TestedEngine engine) throws SQLException {
        Config config = engine.newDatabase();
        try (var keepsMemory = TestedEngine.connect(config)) {
            TestedEngine.execute(config, "CREATE TABLE foreign_table (id BIGINT)");

            assertUnusable(config, "cannot bring the schema");
            assertThat(keepsMemory.isClosed()).isFalse();
        }
    }
}
