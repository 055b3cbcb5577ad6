package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.CutCommits.Lost;
import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.OutcomeUnknown;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that end before they should. */
class LostConnectionTest {
    private static final int BATCH = 20;

    private final Databases databases = new Databases();
    private final Config config = PostgresqlServer.newDatabase();

    @AfterEach
    void close() {
        databases.close();
    }

    private UnitOfWork open(int poolSize) {
        return databases
                .open(new Config(config.url(), config.user(), config.password(), poolSize))
                .unitOfWork();
    }

    private void terminateAll() {
        try {
            TestedEngine.query(config, """
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int kept() throws SQLException {
        return Integer.parseInt(TestedEngine.query(config, "SELECT COUNT(*) FROM process_template")
                .get(0));
    }

    /** A batch alone may not know what became of it, where the network noticed first; its sender then asks again. */
    @Test
    void worksOnAfterAllItsConnectionsWereEnded() throws SQLException {
        UnitOfWork storage = open(2);
        Scope scope = Batches.newScope(storage, 1);
        for (int i = 0; i < 5; i++) {
            String prefix = "b" + i;
            terminateAll();

            List<Long> ids = storage.write(stores -> Batches.create(stores.processTemplates(), scope, prefix, BATCH));

            assertThat(ids).hasSize(BATCH);
        }
        assertThat(kept()).isEqualTo(5 * BATCH);
    }

    @Test
    void doesAUnitAgainWhoseConnectionWasEndedBeforeItsCommit() throws SQLException {
        UnitOfWork storage = open(2);
        Scope scope = Batches.newScope(storage, 1);
        AtomicInteger times = new AtomicInteger();

        List<Long> ids = storage.write(stores -> {
            List<Long> created = Batches.create(stores.processTemplates(), scope, "a", BATCH);
            if (times.incrementAndGet() < 3) {
                terminateAll();
                stores.businesses().businessExists(1);
            }
            return created;
        });

        assertThat(times).hasValue(3);
        assertThat(ids).hasSize(BATCH);
        assertThat(kept()).isEqualTo(BATCH);
    }

    @Test
    void doesAReadAgainWhoseConnectionWasEnded() {
        UnitOfWork storage = open(2);
        AtomicInteger times = new AtomicInteger();

        assertThat(storage.<Boolean>read(stores -> {
                    if (times.incrementAndGet() == 1) {
                        terminateAll();
                    }
                    return stores.businesses().isEmpty();
                }))
                .isTrue();
        assertThat(times).hasValue(2);
    }

    /** How a batch is created: as one of many things in a unit, or as the only one. */
    private enum Way {
        STEP_BY_STEP {
            @Override
            List<Long> create(UnitOfWork storage, Scope scope) {
                return storage.write(stores -> Batches.create(stores.processTemplates(), scope, "a", BATCH));
            }
        },
        AT_ONCE {
            @Override
            List<Long> create(UnitOfWork storage, Scope scope) {
                return Batches.create(storage, scope, "a", BATCH);
            }
        };

        abstract List<Long> create(UnitOfWork storage, Scope scope);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotKnowTheOutcomeOfACommitWhoseAnswerWasLostThoughItWasKept(Way way) throws Exception {
        assertUnknown(way, Lost.ANSWER, BATCH);
    }

    @ParameterizedTest
    @EnumSource
    void doesNotKnowTheOutcomeOfACommitThatWasLostThoughNothingWasKept(Way way) throws Exception {
        assertUnknown(way, Lost.REQUEST, 0);
    }

    /** It is done once at most; the same request again then tells which it was. */
    private void assertUnknown(Way way, Lost lost, int kept) throws Exception {
        AtomicReference<Lost> next = new AtomicReference<>(Lost.NOTHING);
        try (Relay relay = new Relay(config.url(), () -> new CutCommits(next));
                Database database = Database.open(new Config(relay.url(), config.user(), config.password(), 1))) {
            UnitOfWork storage = database.unitOfWork();
            Scope scope = Batches.newScope(storage, 1);
            next.set(lost);

            assertThatThrownBy(() -> way.create(storage, scope)).isInstanceOf(OutcomeUnknown.class);

            assertThat(next).hasValue(Lost.NOTHING);
            assertThat(Batches.create(storage, scope, "a", BATCH)).hasSize(BATCH - kept);
            assertThat(kept()).isEqualTo(BATCH);
        }
    }
}
