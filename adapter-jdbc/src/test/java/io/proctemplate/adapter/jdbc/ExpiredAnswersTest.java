package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who removes answers that have expired is in nobody's way, and nobody in theirs. */
class ExpiredAnswersTest {
    private static final Instant NOW = Instant.ofEpochMilli(10);

    @ParameterizedTest
    @EnumSource
    void thoseThatAnotherHoldsArePassedOverWithoutWaiting(TestedEngine tested) throws SQLException {
        Config config = tested.newDatabase();
        try (Database database = Database.open(config);
                Connection other = TestedEngine.connect(config)) {
            TestedEngine.execute(config, """
                    INSERT INTO idempotency (request_key, request_hash, expires)
                    VALUES ('held', 'h', 1), ('free', 'h', 2), ('live', 'h', 11)""");
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute("SELECT 1 FROM idempotency WHERE request_key = 'held' FOR UPDATE");
            }

            assertThat(removeExpired(database)).isEqualTo(1);

            other.rollback();
            assertThat(TestedEngine.query(config, "SELECT request_key FROM idempotency ORDER BY expires"))
                    .containsExactly("held", "live");
            assertThat(removeExpired(database)).isEqualTo(1);
        }
    }

    private static int removeExpired(Database database) {
        return database.unitOfWork()
                .<Integer>write(stores -> stores.idempotency().removeExpired(NOW, 500));
    }
}
