package io.proctemplate.application.spi;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;

/**
 * Remembers values for a while, in a bounded number of bytes: any may be forgotten at any time, one whose time is over always
 * is. For many threads.
 */
public interface TtlCache<K, V> {

    /** What is remembered of {@code key}. Waits for nothing. */
    Optional<V> find(K key);

    /**
     * What is remembered of {@code key}, or what {@code load} gives for it, which is remembered from then on. Of several that
     * ask at once one loads and the others wait for it. What {@code load} throws is thrown, and nothing remembered.
     */
    V get(K key, Function<K, V> load);

    void put(K key, V value);

    /**
     * What is remembered, and how much of it.
     *
     * @param keep for how long a value is
     * @param maxBytes how many bytes all of it may take, roughly
     * @param bytes how many an entry takes, roughly
     */
    record Bounds<K, V>(Function<V, Duration> keep, long maxBytes, ToLongBiFunction<K, V> bytes) {}
}
