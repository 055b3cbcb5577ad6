package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No id is given twice, also when the database that answers holds less than the one before it. */
class FailOverTest {
    private static final int BATCH = 10;
    private static final Pattern SETTING_SEQUENCES = Pattern.compile("SELECT setval\\([^`]*");

    private final Databases databases = new Databases();

    @TempDir
    private Path directory;

    @AfterEach
    void close() {
        databases.close();
    }

    private static void delete(UnitOfWork storage, Scope scope, List<Long> ids) {
        assertThat(storage.<Integer>write(stores -> stores.processTemplates()
                        .delete(scope.businessId(), ids)
                        .size()))
                .isEqualTo(ids.size());
    }

    /** The audit has an entry for each template that was ever created. */
    private static void assertNoIdWasGivenTwice(Config config) throws SQLException {
        assertThat(TestedEngine.query(config, "SELECT object_id FROM audit_object"))
                .doesNotHaveDuplicates();
    }

    /** How the servers reach the database. */
    private enum Way {
        DIRECTLY,
        THROUGH_A_POOLER
    }

    /**
     * A block of ids that was reserved after the replica's last change is reserved once more by another server; the one
     * that had it before must not go on with it.
     */
    @ParameterizedTest
    @EnumSource
    void noIdIsGivenTwiceAfterAFailOverToAReplicaThatLags(Way way) throws Exception {
        try (OwnPostgresql postgresql = OwnPostgresql.in(directory, Map.of())) {
            Config config = postgresql.newDatabase();
            try (TransactionPooler pooler = new TransactionPooler(config.url())) {
                Config running = way == Way.DIRECTLY
                        ? config
                        : new Config(pooler.url() + "?prepareThreshold=0", config.user(), config.password(), 2);
                Scope scope = Batches.newScope(databases.open(config).unitOfWork(), 1);
                UnitOfWork before = databases.open(running).unitOfWork();
                postgresql.copyTo(directory.resolve("replica"));
                pooler.connectAgain();
                List<Long> lost = Batches.create(before, scope, "lost", BATCH);
                assertThat(lost).hasSize(BATCH);

                postgresql.startAgainAs(directory.resolve("replica"));
                pooler.connectAgain();
                UnitOfWork after = databases.open(config).unitOfWork();
                List<Long> gone = Batches.create(after, scope, "gone", 5 * BATCH);
                delete(after, scope, gone.subList(BATCH, 4 * BATCH));
                List<Long> created = new ArrayList<>();
                for (int i = 0; i < 5 * BATCH; i++) {
                    created.addAll(Batches.create(before, scope, "b" + i, 1));
                }

                assertThat(created).hasSize(5 * BATCH).doesNotContainAnyElementsOf(gone);
                assertNoIdWasGivenTwice(config);
            }
        }
    }

    private static void setBack(Config config) throws SQLException {
        for (String sequence : TestedEngine.query(config, """
                SELECT sequence_name FROM information_schema.sequences WHERE sequence_schema = CURRENT_SCHEMA
                """)) {
            TestedEngine.execute(config, "ALTER SEQUENCE " + sequence + " RESTART WITH 1");
        }
    }

    /** As it is after a move by logical replication, which takes the rows along and not the sequences. */
    @Test
    void aServerThatStartsWhereSequencesLagGivesNoIdTwice() throws SQLException {
        Config config = PostgresqlServer.newDatabase();
        UnitOfWork before = databases.open(config).unitOfWork();
        Scope scope = Batches.newScope(before, 1);
        Batches.create(before, scope, "kept", 5 * TemplateIds.BLOCK);
        List<Long> gone = Batches.create(before, scope, "gone", TemplateIds.BLOCK);
        delete(before, scope, gone);
        long login = addLogin(before, "one");

        setBack(config);
        UnitOfWork after = databases.open(config).unitOfWork();

        Scope other = Batches.newScope(after, 2);
        assertThat(other.serviceTemplateId()).isGreaterThan(scope.serviceTemplateId());
        assertThat(Batches.create(after, scope, "new", BATCH)).allMatch(id -> id > gone.get(gone.size() - 1));
        assertThat(Batches.create(after, other, "new", BATCH)).hasSize(BATCH);
        assertThat(addLogin(after, "other")).isGreaterThan(login);
        assertNoIdWasGivenTwice(config);
    }

    private static long addLogin(UnitOfWork storage, String token) {
        return storage.write(stores -> stores.access().addLogin(token, new Login("ann", Instant.EPOCH)));
    }

    /** With nothing stored that is greater than the sequence, only the audit knows. */
    @Test
    void theStatementsForAMoveByLogicalReplicationKeepIdsThatOnlyTheAuditKnows() throws SQLException, IOException {
        Config config = PostgresqlServer.newDatabase();
        UnitOfWork before = databases.open(config).unitOfWork();
        Scope scope = Batches.newScope(before, 1);
        List<Long> gone = Batches.create(before, scope, "gone", 2 * TemplateIds.BLOCK);
        delete(before, scope, gone);
        long login = addLogin(before, "one");

        setBack(config);
        Matcher statements = SETTING_SEQUENCES.matcher(Files.readString(Path.of("../docs/operating.md")));
        assertThat(statements.find()).isTrue();
        TestedEngine.execute(config, statements.group());

        UnitOfWork after = databases.open(config).unitOfWork();
        assertThat(Batches.create(after, scope, "new", BATCH)).allMatch(id -> id > gone.get(gone.size() - 1));
        assertThat(Batches.newScope(after, 2).serviceTemplateId()).isGreaterThan(scope.serviceTemplateId());
        assertThat(addLogin(after, "other")).isGreaterThan(login);
        assertNoIdWasGivenTwice(config);
    }

    /** Nothing stored is greater than the sequence, but the server knows what it has given. */
    @Test
    void aServerThatGaveIdsBeforeTheSequenceWasSetBackGivesThemNoMore() throws SQLException {
        Config config = PostgresqlServer.newDatabase();
        UnitOfWork storage = databases.open(config).unitOfWork();
        Scope scope = Batches.newScope(storage, 1);
        List<Long> gone = Batches.create(storage, scope, "gone", 2 * TemplateIds.BLOCK);
        delete(storage, scope, gone);

        setBack(config);

        assertThat(Batches.create(storage, scope, "new", 2 * TemplateIds.BLOCK))
                .allMatch(id -> id > gone.get(gone.size() - 1));
        assertNoIdWasGivenTwice(config);
    }

    /** Whoever set it back has another server running, with ids left of a block that is given again. */
    @Test
    void serversThatHoldTheSameBlockGoOnEachWithAnotherOne() throws SQLException {
        Config config = PostgresqlServer.newDatabase();
        UnitOfWork one = databases.open(config).unitOfWork();
        Scope scope = Batches.newScope(one, 1);
        assertThat(one.<List<Long>>write(stores -> stores.processTemplates().nextIds(1)))
                .containsExactly(1L);
        setBack(config);
        UnitOfWork other = databases.open(config).unitOfWork();
        for (int i = 0; i < BATCH; i++) {
            assertThat(Batches.create(one, scope, "one " + i, 1)).hasSize(1);
            assertThat(Batches.create(other, scope, "other " + i, 1)).hasSize(1);
        }
        assertNoIdWasGivenTwice(config);
    }
}
