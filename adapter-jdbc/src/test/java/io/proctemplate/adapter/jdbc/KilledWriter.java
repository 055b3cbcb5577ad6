package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.IdempotencyKey;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * A program that creates batches until it is killed. It says which ones it has been told are kept, and which ones somebody
 * else has read.
 */
final class KilledWriter {
    static final int BATCH = 100;

    /** The business whose batches are each created under a key. */
    static final int UNDER_KEYS = 1;

    private final UnitOfWork storage;
    private final int writers;
    private final String text;
    private final AtomicReferenceArray<Begun> newest;

    private KilledWriter(UnitOfWork storage, int writers, String text) {
        this.storage = storage;
        this.writers = writers;
        this.text = text;
        this.newest = new AtomicReferenceArray<>(writers + 1);
    }

    private record Begun(String name, List<Long> ids) {}

    /** Arguments: URL, user and password of the database, number of writers, bytes of each long text. */
    public static void main(String[] arguments) {
        int writers = Integer.parseInt(arguments[3]);
        Database database = Database.open(new Config(arguments[0], arguments[1], arguments[2], writers + 1));
        new KilledWriter(database.unitOfWork(), writers, text(Integer.parseInt(arguments[4]))).start();
    }

    private static String text(int size) {
        return new Random(size)
                .ints(size, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void start() {
        IntStream.rangeClosed(1, writers).forEach(business -> new Thread(() -> write(business)).start());
        new Thread(this::read).start();
    }

    private void write(int business) {
        Scope scope = Batches.newScope(storage, business);
        for (int i = 0; true; i++) {
            String name = business + "-" + i;
            List<Long> ids = business == UNDER_KEYS
                    ? storage.write(stores -> createUnderKey(stores, scope, name))
                    : storage.writeAtOnce(stores -> create(stores, scope, name));
            System.out.println("kept " + name + " " + ids.get(0) + " " + ids.get(BATCH - 1));
        }
    }

    /** As the application carries out a call under a key; its name is the answer. */
    private List<Long> createUnderKey(Stores stores, Scope scope, String name) {
        IdempotencyKey key = IdempotencyKey.of("app", "user", "call", name);
        stores.idempotency().claim(key, "hash", Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1)));
        List<Long> ids = create(stores, scope, name);
        stores.idempotency().keep(key, name, Set.of(scope));
        return ids;
    }

    private List<Long> create(Stores stores, Scope scope, String name) {
        List<Long> ids = Batches.create(stores, scope, name, BATCH, text);
        newest.set((int) scope.businessId(), new Begun(name, ids));
        return ids;
    }

    /** Looks for what is being created, and so has often not been stored when it is found. */
    private void read() {
        while (true) {
            for (int business = 1; business <= writers; business++) {
                Begun begun = newest.get(business);
                if (begun != null && isThere(business, begun.ids().get(0))) {
                    newest.compareAndSet(business, begun, null);
                    System.out.println("seen " + begun.name());
                }
            }
        }
    }

    private boolean isThere(long business, long id) {
        return storage.<Boolean>read(stores ->
                !stores.processTemplates().findByIds(business, List.of(id)).isEmpty());
    }
}
