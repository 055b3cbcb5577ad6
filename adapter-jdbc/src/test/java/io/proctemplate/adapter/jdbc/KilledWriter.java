package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.IdempotencyKey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A program that creates batches until it is killed, and says which ones it has been told are kept. */
final class KilledWriter {
    static final int WRITERS = 8;
    static final int BATCH = 100;

    /** The business whose batches are each created under a key. */
    static final int UNDER_KEYS = 2;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        Database database = Database.open(new Config(arguments[0], arguments[1], arguments[2], WRITERS));
        IntStream.rangeClosed(1, WRITERS)
                .forEach(business -> new Thread(() -> write(database.unitOfWork(), business)).start());
    }

    private static void write(UnitOfWork storage, int business) {
        Scope scope = Batches.newScope(storage, business);
        for (int i = 0; true; i++) {
            String name = business + "-" + i;
            List<Long> ids = business == UNDER_KEYS
                    ? createOnce(storage, scope, name)
                    : Batches.create(storage, scope, name, BATCH);
            System.out.println("kept " + name + " " + ids.get(0) + " " + ids.get(BATCH - 1));
        }
    }

    /** As the application carries out a call under a key; its name is the answer. */
    private static List<Long> createOnce(UnitOfWork storage, Scope scope, String name) {
        IdempotencyKey key = IdempotencyKey.of("app", "user", "call", name);
        return storage.write(stores -> {
            stores.idempotency().claim(key, "hash", Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1)));
            List<Long> ids = Batches.create(stores, scope, name, BATCH);
            stores.idempotency().keep(key, name, Set.of());
            return ids;
        });
    }
}
