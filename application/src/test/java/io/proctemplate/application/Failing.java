package io.proctemplate.application;

import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Does the work of the first units, then fails them: nothing of it is kept. */
final class Failing implements UnitOfWork {
    private final UnitOfWork storage;
    private final Supplier<RuntimeException> failure;
    private int left;

    Failing(UnitOfWork storage, int times, Supplier<RuntimeException> failure) {
        this.storage = storage;
        this.left = times;
        this.failure = failure;
    }

    @Override
    public <R> R writeIf(Predicate<R> isKept, Function<Stores, R> work) {
        if (left == 0) {
            return storage.writeIf(isKept, work);
        }
        left--;
        return storage.write(stores -> {
            work.apply(stores);
            throw failure.get();
        });
    }

    @Override
    public <R> R read(Function<Stores, R> work) {
        return storage.read(work);
    }
}
