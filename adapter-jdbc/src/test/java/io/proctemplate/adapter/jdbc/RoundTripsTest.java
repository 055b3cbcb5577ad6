package io.proctemplate.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How often a unit waits for PostgreSQL: what decides at small batches. */
class RoundTripsTest {

    /** Counts how often a client speaks after the server has. */
    private record Turns(AtomicInteger count, AtomicInteger lastSpeaker) implements Relay.Watcher {
        @Override
        public boolean passesRequest(String bytes) {
            if (lastSpeaker.getAndSet(1) != 1) {
                count.incrementAndGet();
            }
            return true;
        }

        @Override
        public boolean passesAnswer(String bytes) {
            lastSpeaker.set(2);
            return true;
        }
    }

    private static int roundTripsOfABatch(String parameters) throws Exception {
        Config config = PostgresqlServer.newDatabase();
        AtomicInteger count = new AtomicInteger();
        try (Relay relay = new Relay(config.url(), () -> new Turns(count, new AtomicInteger()));
                Database database =
                        Database.open(new Config(relay.url() + parameters, config.user(), config.password(), 1))) {
            UnitOfWork storage = database.unitOfWork();
            Scope scope = Batches.newScope(storage, 1);
            Batches.create(storage, scope, "first", 100);

            int before = count.get();
            Batches.create(storage, scope, "second", 100);

            return count.get() - before;
        }
    }

    @Test
    void createsABatchInOneRoundTrip() throws Exception {
        assertThat(roundTripsOfABatch("")).isEqualTo(1);
    }

    /** Its waits are then bounded anew. */
    @Test
    void createsABatchInThreeWhereSessionsAreShared() throws Exception {
        assertThat(roundTripsOfABatch("?prepareThreshold=0")).isEqualTo(3);
    }
}
