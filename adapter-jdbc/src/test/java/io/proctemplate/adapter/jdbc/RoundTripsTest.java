package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** How often a unit waits for PostgreSQL: what decides at small batches. */
class RoundTripsTest {

    @Test
    void createsABatchInThreeRoundTrips() throws Exception {
        Config config = PostgresqlServer.newDatabase();
        URI server = URI.create(config.url().substring("jdbc:".length()));
        try (RoundTripCounter counter = new RoundTripCounter(server.getHost(), server.getPort());
                Database database = Database.open(new Config(
                        "jdbc:postgresql://localhost:" + counter.port() + server.getPath(),
                        config.user(),
                        config.password(),
                        1))) {
            UnitOfWork storage = database.unitOfWork();
            Scope scope = Batches.newScope(storage, 1);
            Batches.create(storage, scope, "first", 100);

            int before = counter.count();
            Batches.create(storage, scope, "second", 100);

            assertThat(counter.count() - before).isEqualTo(3);
        }
    }
}
