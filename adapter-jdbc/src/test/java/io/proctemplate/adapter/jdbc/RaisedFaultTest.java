package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.OutcomeUnknown;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes of a fault that PostgreSQL reports in the middle of a batch, or only when it is to be kept. */
class RaisedFaultTest {
    private static final int BATCH = 10;
    private static final int ATTEMPTS = 5;

    private final Config config = PostgresqlServer.newDatabase();
    private final Database database = Database.open(config);
    private final UnitOfWork storage = database.unitOfWork();
    private final Scope scope = Batches.newScope(storage, 1);

    @AfterEach
    void close() {
        database.close();
    }

    /** Has the first inserts fail; a sequence counts them, which no rollback takes back. */
    private void fail(String state, int times, String trigger) throws SQLException {
        TestedEngine.execute(config, "CREATE SEQUENCE attempts");
        TestedEngine.execute(config, """
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                    IF nextval('attempts') <= %d THEN
                        RAISE EXCEPTION 'as the test wants it' USING ERRCODE = '%s';
                    END IF;
                    RETURN NULL;
                END $$""".formatted(times, state));
        TestedEngine.execute(config, trigger);
    }

    private void failAtInsert(String state, int times) throws SQLException {
        fail(state, times, """
                CREATE TRIGGER failing AFTER INSERT ON process_template FOR EACH STATEMENT EXECUTE FUNCTION fail()""");
    }

    private void failAtCommit(String state, int times) throws SQLException {
        fail(state, times, """
                CREATE CONSTRAINT TRIGGER failing AFTER INSERT ON process_template DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION fail()""");
    }

    private void assertAttemptsAndRows(int attempts, int rows) throws SQLException {
        assertThat(TestedEngine.query(config, "SELECT last_value FROM attempts"))
                .containsExactly(Integer.toString(attempts));
        assertThat(TestedEngine.query(config, "SELECT COUNT(*) FROM process_template"))
                .containsExactly(Integer.toString(rows));
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void aBatchGivenUpForAnotherIsDoneAgainAndKeptOnce(String state) throws SQLException {
        failAtInsert(state, ATTEMPTS - 1);

        assertThat(Batches.create(storage, scope, "a", BATCH)).hasSize(BATCH);

        assertAttemptsAndRows(ATTEMPTS, BATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void aBatchGivenUpForOthersForeverIsRefusedAsBusyAfterSomeAttempts(String state) throws SQLException {
        failAtInsert(state, Integer.MAX_VALUE);

        assertThatThrownBy(() -> Batches.create(storage, scope, "a", BATCH)).isInstanceOf(StorageBusy.class);

        assertAttemptsAndRows(ATTEMPTS, 0);
    }

    @Test
    void aSerializationFailureOfTheCommitIsDoneAgainAndKeptOnce() throws SQLException {
        failAtCommit("40001", ATTEMPTS - 1);

        assertThat(Batches.create(storage, scope, "a", BATCH)).hasSize(BATCH);

        assertAttemptsAndRows(ATTEMPTS - 1 + BATCH, BATCH); // the last attempt counts each row
    }

    /** 40003: statement completion unknown. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTheDatabaseItselfDoesNotKnowIsToldAsUnknown(boolean atOnce) throws SQLException {
        failAtCommit("40003", 1);

        assertThatThrownBy(() -> {
                    if (atOnce) {
                        Batches.create(storage, scope, "a", BATCH);
                    } else {
                        storage.write(stores -> Batches.create(stores.processTemplates(), scope, "a", BATCH));
                    }
                })
                .isInstanceOf(OutcomeUnknown.class);

        assertAttemptsAndRows(1, 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "57014", "53300"})
    void aBatchThatTookTooLongIsRefusedAsBusyAtOnce(String state) throws SQLException {
        failAtInsert(state, 1);

        assertThatThrownBy(() -> Batches.create(storage, scope, "a", BATCH)).isInstanceOf(StorageBusy.class);

        assertAttemptsAndRows(1, 0);
        assertThat(Batches.create(storage, scope, "a", BATCH)).hasSize(BATCH);
    }

    /** A full disk, a defect. */
    @ParameterizedTest
    @CsvSource({"53100,false", "53100,true", "XX000,false"})
    void aBatchThatThePlaceCannotHoldFailsAtOnceAndIsKnownNotToBeKept(String state, boolean atCommit)
            throws SQLException {
        if (atCommit) {
            failAtCommit(state, 1);
        } else {
            failAtInsert(state, 1);
        }

        assertThatThrownBy(() -> Batches.create(storage, scope, "a", BATCH)).isInstanceOf(StorageFailure.class);

        assertAttemptsAndRows(1, 0);
        assertThat(Batches.create(storage, scope, "a", BATCH)).hasSize(BATCH);
    }
}
