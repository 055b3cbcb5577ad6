package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.util.List;
import java.util.stream.IntStream;

/** A program that creates batches until it is killed, and says which ones it has been told are kept. */
final class KilledWriter {
    static final int WRITERS = 3;
    static final int BATCH = 40;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        Database database = Database.open(new Config(arguments[0], arguments[1], arguments[2], WRITERS));
        IntStream.rangeClosed(1, WRITERS)
                .forEach(business -> new Thread(() -> write(database.unitOfWork(), business)).start());
    }

    private static void write(UnitOfWork storage, int business) {
        Scope scope = Batches.newScope(storage, business);
        for (int i = 0; true; i++) {
            List<Long> ids = Batches.create(storage, scope, business + "-" + i, BATCH);
            System.out.println("kept " + business + "-" + i + " " + ids.get(0) + " " + ids.get(BATCH - 1));
        }
    }
}
