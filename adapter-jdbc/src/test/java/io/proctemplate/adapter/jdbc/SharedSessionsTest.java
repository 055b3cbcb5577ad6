package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.contract.StorageContract;
import io.proctemplate.application.contract.Together;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All that a storage promises, where a pooler lends sessions from transaction to transaction. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedSessionsTest implements StorageContract {
    private static final int WRITERS = 6;
    private static final int BATCHES = 20;

    private final Databases databases = new Databases();
    private final List<TransactionPooler> poolers = new ArrayList<>();
    private final Config direct = PostgresqlServer.newDatabase();
    private final TransactionPooler pooler = pooler(direct);
    private final Database shared = databases.open(behind(pooler, direct));

    private TransactionPooler pooler(Config config) {
        try {
            TransactionPooler added = new TransactionPooler(config.url());
            poolers.add(added);
            return added;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Config behind(TransactionPooler pooler, Config config) {
        return new Config(pooler.url() + "?prepareThreshold=0", config.user(), config.password(), config.poolSize());
    }

    @Override
    public UnitOfWork storage() {
        return shared.unitOfWork();
    }

    @Override
    public UnitOfWork emptyStorage() {
        Config config = PostgresqlServer.newDatabase();
        return databases.open(behind(pooler(config), config)).unitOfWork();
    }

    @AfterAll
    void closeAll() throws IOException {
        databases.close();
        for (TransactionPooler one : poolers) {
            one.close();
        }
    }

    /** What is prepared or set on a session would be met by whoever gets it next. */
    @Test
    void leavesNothingOnASession() throws Exception {
        Config config = PostgresqlServer.newDatabase();
        try (TransactionPooler alone = new TransactionPooler(config.url());
                Database database = Database.open(behind(alone, config))) {
            write(database.unitOfWork());

            Config visitor = behind(alone, config);
            for (int i = 0; i < 2 * WRITERS; i++) {
                assertThat(seen(visitor, "SHOW lock_timeout")).containsExactly("0");
                assertThat(seen(visitor, "SHOW statement_timeout")).containsExactly("0");
                assertThat(seen(visitor, "SELECT name FROM pg_prepared_statements"))
                        .isEmpty();
            }
            assertThat(seen(config, "SELECT locktype FROM pg_locks WHERE locktype = 'advisory'"))
                    .isEmpty();
        }
    }

    private static List<String> seen(Config config, String sql) throws SQLException {
        return TestedEngine.query(config, sql);
    }

    private static void write(UnitOfWork storage) throws Exception {
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int i = 1; i <= WRITERS; i++) {
            Scope scope = Batches.newScope(storage, i);
            writers.add(() -> {
                for (int batch = 0; batch < BATCHES; batch++) {
                    assertThat(Batches.create(storage, scope, "b" + batch, 3)).hasSize(3);
                }
                return BATCHES;
            });
        }
        assertThat(Together.run(writers)).containsOnly(BATCHES);
    }

    @Test
    void boundsItsWaitsInEachTransaction() throws Exception {
        Config config = PostgresqlServer.newDatabase();
        try (TransactionPooler alone = new TransactionPooler(config.url());
                Database database = Database.open(behind(alone, config))) {
            TestedEngine.execute(config, "CREATE TABLE seen (lock_wait TEXT, statement_wait TEXT)");
            TestedEngine.execute(config, """
                    CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                        INSERT INTO seen VALUES (current_setting('lock_timeout'), current_setting('statement_timeout'));
                        RETURN NEW;
                    END $$""");
            TestedEngine.execute(
                    config,
                    "CREATE TRIGGER noting BEFORE INSERT ON process_template FOR EACH ROW EXECUTE FUNCTION note()");
            write(database.unitOfWork());

            assertThat(TestedEngine.query(config, "SELECT DISTINCT lock_wait || ' ' || statement_wait FROM seen"))
                    .containsExactly("5s 20s");
        }
    }
}
