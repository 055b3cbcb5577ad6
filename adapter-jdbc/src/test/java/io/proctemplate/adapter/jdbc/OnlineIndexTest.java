package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import io.proctemplate.application.contract.Background;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is upgraded builds an index on a table with rows while another one writes to it. */
class OnlineIndexTest {
    private static final String ONLINE = "classpath:db/online";
    private static final String BLOCKING = "classpath:db/blocking";
    private static final int BATCH = 20;

    private final Databases databases = new Databases();
    private final Config config = PostgresqlServer.newDatabase();
    private UnitOfWork other;
    private Scope scope;

    @BeforeEach
    void fill() {
        Duration wait = Duration.ofSeconds(2);
        other = databases
                .open(new Config(config.url(), config.user(), config.password(), 2, wait, wait, wait))
                .unitOfWork();
        scope = Batches.newScope(other, 1);
        Batches.create(other, scope, "before", BATCH);
    }

    @AfterEach
    void close() {
        databases.close();
    }

    private CompletableFuture<Boolean> migrate(String location) {
        return Background.start(() -> {
            try (Connection connection = TestedEngine.connect(config)) {
                Engine engine = Engine.POSTGRESQL;
                new Schema(engine, config, engine.migrations(), location).migrate(connection);
                return true;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** A unit of another server that has written and is not over: whoever builds an index waits for it. */
    private Connection begun() throws SQLException {
        Connection connection = TestedEngine.connect(config);
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE process_template SET creator = creator WHERE process_name = 'before 0'");
        }
        return connection;
    }

    private String awaitBuilder() throws SQLException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < end) {
            List<String> waiting = TestedEngine.query(config, """
                    SELECT pid FROM pg_stat_activity WHERE datname = current_database()
                      AND query LIKE 'CREATE INDEX%' AND state = 'active' AND wait_event_type = 'Lock'
                    """);
            if (!waiting.isEmpty()) {
                return waiting.get(0);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("no index is being built");
    }

    private List<String> validity() throws SQLException {
        return TestedEngine.query(config, """
                SELECT indisvalid FROM pg_index
                WHERE indexrelid = (SELECT oid FROM pg_class WHERE relname = 'ix_process_template_creator')
                """);
    }

    @Test
    void keepsNobodyFromWriting() throws Exception {
        CompletableFuture<Boolean> migration;
        try (Connection unit = begun()) {
            migration = migrate(ONLINE);
            awaitBuilder();

            for (int i = 0; i < 5; i++) {
                assertThat(Batches.create(other, scope, "meanwhile " + i, BATCH))
                        .hasSize(BATCH);
            }

            assertThat(migration).isNotDone();
            unit.commit();
        }
        assertThat(migration.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(validity()).containsExactly("t");
    }

    /** What the migration is made so for. */
    @Test
    void onesThatAreBuiltOtherwiseLockWritersOut() throws Exception {
        CompletableFuture<Boolean> migration;
        try (Connection unit = begun()) {
            migration = migrate(BLOCKING);
            awaitBuilder();

            assertThatThrownBy(() -> Batches.create(other, scope, "meanwhile", BATCH))
                    .isInstanceOf(StorageBusy.class);

            unit.commit();
        }
        assertThat(migration.get(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void whatACutOffBuildLeavesIsCleanedAtTheNextTry() throws Exception {
        try (Connection unit = begun()) {
            CompletableFuture<Boolean> migration = migrate(ONLINE);
            TestedEngine.query(config, "SELECT pg_terminate_backend(" + awaitBuilder() + ")");
            assertThatThrownBy(() -> migration.get(1, TimeUnit.MINUTES)).hasCauseInstanceOf(Unusable.class);
            unit.commit();
        }
        assertThat(validity()).containsExactly("f");

        assertThat(migrate(ONLINE).get(1, TimeUnit.MINUTES)).isTrue();

        assertThat(validity()).containsExactly("t");
    }
}
