package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.IdempotencyKey;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of embedded databases that were torn: told at the start, not served. */
class TornDatabaseTest {
    private static final int BATCH = 40;
    private static final int BATCHES = 30;
    private static final int BLOCK = 4096;

    @TempDir
    private Path directory;

    @BeforeEach
    void fill() {
        try (Database database = Database.open(config("db"))) {
            Scope scope = Batches.newScope(database.unitOfWork(), 1);
            database.unitOfWork().write(stores -> fill(stores, scope, "a"));
            Scope other = Batches.newScope(database.unitOfWork(), 2);
            database.unitOfWork().write(stores -> fill(stores, other, "b"));
            for (int i = 0; i < BATCHES; i++) {
                Batches.create(database.unitOfWork(), scope, "batch " + i, BATCH);
            }
        }
    }

    /** Something in each table. */
    private static boolean fill(Stores stores, Scope scope, String name) {
        long category = stores.serviceCategories().nextId();
        stores.serviceCategories()
                .insert(new ServiceCategory(category, scope.businessId(), name, category, 0, "0", false));
        SecretHash hash = SecretHash.of("secret", "73616c74");
        stores.access().addApp(new RegisteredApp(name, hash, true, true, Set.of(RegisteredApp.ANY_CALL)));
        stores.access().addLogin(SecretHash.ofToken(name), new Login(name, Instant.EPOCH));
        stores.access().addGrant(name, new Grant(null, scope.businessId(), null));
        IdempotencyKey key = IdempotencyKey.of("app", "user", "call", name);
        stores.idempotency().claim(key, "hash", Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1)));
        stores.idempotency().keep(key, "answer ".repeat(1000), Set.of(scope));
        return true;
    }

    private Config config(String name) {
        return new Config("jdbc:h2:file:" + directory.resolve(name), "sa", "", 2);
    }

    private Path file(String name) {
        return directory.resolve(name + ".mv.db");
    }

    private Path marker(String name) {
        return directory.resolve(name + ".closed");
    }

    /** A copy of the file as a process that was killed would leave it. */
    private Path copyThatWasNotClosed(String name) throws IOException {
        Files.deleteIfExists(marker(name));
        return Files.copy(file("db"), file(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path copyThatWasClosed(String name) throws IOException {
        Files.copy(marker("db"), marker(name), StandardCopyOption.REPLACE_EXISTING);
        return Files.copy(file("db"), file(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private void assertTorn(String name, String... reasons) {
        assertThatThrownBy(() -> Database.open(config(name)).close())
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith("cannot use the database jdbc:h2:file:" + directory.resolve(name) + ": ")
                .hasMessageContaining("put a backup in its place")
                .hasMessageContainingAll(reasons)
                .message()
                .hasLineCount(1);
    }

    private void assertWhole(String name) throws SQLException {
        Database.open(config(name)).close();
        assertThat(templates(name)).isEqualTo(BATCH * BATCHES);
    }

    private int templates(String name) throws SQLException {
        return Integer.parseInt(TestedEngine.query(config(name), "SELECT COUNT(*) FROM process_template WHERE id > 0")
                .get(0));
    }

    @Test
    void whatWasNotClosedInOrderAndIsWholeIsServed() throws Exception {
        copyThatWasNotClosed("copy");

        assertWhole("copy");

        assertThat(marker("copy")).exists();
    }

    /** A row taken from a table, or from one of its indexes. */
    @Test
    void whateverARowIsTakenFromItIsTold() throws Exception {
        List<String> torn = new ArrayList<>();
        for (String map : TornFile.maps(file("db"))) {
            Path copy = copyThatWasNotClosed("copy");
            if (TornFile.takeOneFrom(copy, map)) {
                torn.add(map);
                assertTorn("copy", "it is torn");
            }
        }
        assertThat(torn).hasSizeGreaterThan(40);
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE FROM scope,                                                 FK_",
        "DELETE FROM app,                                                   FK_APP_CALL_APP",
        "DELETE FROM audit_event WHERE id = 2,                              audit",
        "DELETE FROM audit_object WHERE event_id = 2 AND place = 1,         audit",
        "DELETE FROM process_template WHERE id = 5,                         process_template",
        "UPDATE audit_event SET action = 'delete' WHERE id = 2,             process_template"
    })
    void whatDoesNotBelongTogetherIsTold(String tearing, String reason) throws Exception {
        copyThatWasNotClosed("copy");
        TestedEngine.execute(config("copy"), "SET REFERENTIAL_INTEGRITY FALSE; " + tearing);

        assertTorn("copy", "it is torn", reason);
    }

    /** The engine goes back to an older state that it can read, and says nothing: even to one without tables. */
    @Test
    void cutOffAfterItWasClosedItIsWholeOrTold() throws Exception {
        long length = Files.size(file("db"));
        List<Long> lengths = new ArrayList<>(List.of(1L, 2L * BLOCK, length - 1, length - BLOCK));
        for (long tenth = 1; tenth < 10; tenth++) {
            lengths.add(length * tenth / 10);
        }
        int told = 0;
        for (long left : lengths) {
            Path copy = copyThatWasClosed("copy");
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.truncate(left);
            }
            told += toldOrWhole("copy") ? 1 : 0;
            assertThat(Files.size(copy)).as("what was told is left as it was").isLessThanOrEqualTo(length);
        }
        assertThat(told).isPositive();
    }

    /** What is not read at the start is met by whoever reads it; but nothing is taken for gone. */
    @Test
    void aBlockThatIsLostAfterItWasClosedIsToldOrMetByWhoeverReadsIt() throws Exception {
        long blocks = Files.size(file("db")) / BLOCK;
        int toldOrMet = 0;
        for (long block = 0; block < blocks; block += Math.max(1, blocks / 25)) {
            Path copy = copyThatWasClosed("copy");
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.allocate(BLOCK), block * BLOCK);
            }
            try {
                toldOrMet += toldOrWhole("copy") ? 1 : 0;
            } catch (SQLException met) {
                toldOrMet++;
            }
        }
        assertThat(toldOrMet).isPositive();
    }

    /** Whether it was told; what is not must have kept everything. */
    private boolean toldOrWhole(String name) throws SQLException {
        try {
            Database.open(config(name)).close();
        } catch (Unusable told) {
            assertThat(told)
                    .hasMessageContaining("put a backup in its place")
                    .message()
                    .hasLineCount(1);
            return true;
        }
        assertThat(templates(name)).isEqualTo(BATCH * BATCHES);
        return false;
    }

    @Test
    void anOlderFileInItsPlaceIsToldUntilSomebodySaysThatItIsMeant() throws Exception {
        Files.copy(file("db"), directory.resolve("older"));
        try (Database database = Database.open(config("db"))) {
            database.unitOfWork().write(stores -> {
                stores.businesses().addBusiness(3, "newer");
                return true;
            });
        }
        Files.copy(directory.resolve("older"), file("db"), StandardCopyOption.REPLACE_EXISTING);

        assertTorn("db", "not as it was closed", "remove " + marker("db"));

        Files.delete(marker("db"));
        assertWhole("db");
    }

    /** What was closed is opened without being read: a large one would start late. */
    @Test
    void whatWasClosedInOrderIsNotReadAgain() throws Exception {
        TornFile.takeOneFromAnIndex(file("db"));
        String closed = Files.readString(marker("db"));
        Files.writeString(marker("db"), closed.replaceAll("length=\\d+", "length=" + Files.size(file("db"))));

        assertWhole("db");

        Files.delete(marker("db"));
        assertTorn("db", "it is torn");
    }

    @Test
    void aNewFileInThePlaceOfOneThatWasClosedIsNew() throws Exception {
        Files.delete(file("db"));

        try (Database database = Database.open(config("db"))) {
            assertThat(database.unitOfWork()
                            .<Boolean>read(stores -> stores.businesses().isEmpty()))
                    .isTrue();
        }
    }

    /** Rows are kept in the order of a key that is one number. */
    private static boolean isTableItself(String table, String index) {
        return index.startsWith("PRIMARY_KEY")
                && Set.of(
                                "BUSINESS",
                                "PROCESS_TEMPLATE",
                                "SERVICE_TEMPLATE",
                                "SERVICE_CATEGORY",
                                "flyway_schema_history")
                        .contains(table);
    }

    @Test
    void everyIndexIsReadByItself() throws Exception {
        for (String table : TestedEngine.query(config("db"), IntegrityCheck.INDEXES)) {
            for (String index : TestedEngine.query(
                    config("db"),
                    "SELECT index_name FROM information_schema.indexes WHERE table_name = '" + table + "'")) {
                String entries = IntegrityCheck.ENTRIES.formatted(table, '"' + index + '"');
                assertThat(TestedEngine.query(config("db"), "EXPLAIN " + entries)
                                .get(0))
                        .contains("/* PUBLIC." + (isTableItself(table, index) ? table + ".tableScan" : index) + " */");
            }
            assertThat(TestedEngine.query(config("db"), "EXPLAIN " + IntegrityCheck.ENTRIES.formatted(table, ""))
                            .get(0))
                    .contains(".tableScan");
        }
    }
}
