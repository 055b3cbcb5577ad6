package io.proctemplate.adapter.login;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Of several threads that want the same at the same time, lets one find it out for all. Thread-safe. */
final class SingleFlight<K, V> {
    private final ConcurrentMap<K, CompletableFuture<V>> flights = new ConcurrentHashMap<>();

    /** What {@code work} gives for {@code key}, or gives to another thread that has begun with it and not ended. */
    V get(K key, Function<K, V> work) throws InterruptedException {
        CompletableFuture<V> own = new CompletableFuture<>();
        CompletableFuture<V> begun = flights.putIfAbsent(key, own);
        if (begun != null) {
            return result(begun);
        }
        try {
            V value = work.apply(key);
            own.complete(value);
            return value;
        } catch (RuntimeException | Error failure) {
            own.completeExceptionally(failure);
            throw failure;
        } finally {
            flights.remove(key, own);
        }
    }

    private static <V> V result(CompletableFuture<V> begun) throws InterruptedException {
        try {
            return begun.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
