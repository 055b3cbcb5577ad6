package io.proctemplate.adapter.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.proctemplate.application.spi.TtlCache;
import io.proctemplate.application.spi.TtlCache.Bounds;
import io.proctemplate.application.spi.TtlCaches;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;

/** Caches that forget by the system's time and keep what is used most. */
public final class CaffeineCaches implements TtlCaches {
    private final Ticker ticker;
    private final Executor housekeeping;

    CaffeineCaches(Ticker ticker, Executor housekeeping) {
        this.ticker = ticker;
        this.housekeeping = housekeeping;
    }

    /** For the program: housekeeping is nobody's who asks, since it may wait for one that loads. */
    public static CaffeineCaches onSystemTime() {
        return new CaffeineCaches(Ticker.systemTicker(), ForkJoinPool.commonPool());
    }

    @Override
    public <K, V> TtlCache<K, V> cache(Bounds<K, V> bounds) {
        return new Entries<>(Caffeine.newBuilder()
                .ticker(ticker)
                .executor(housekeeping)
                .expireAfter(Expiry.<K, V>writing((key, value) -> bounds.keep().apply(value)))
                .maximumWeight(bounds.maxBytes())
                .<K, V>weigher(
                        (key, value) -> (int) Math.min(bounds.bytes().applyAsLong(key, value), Integer.MAX_VALUE))
                .build());
    }

    private record Entries<K, V>(Cache<K, V> cache) implements TtlCache<K, V> {
        @Override
        public Optional<V> find(K key) {
            return Optional.ofNullable(cache.getIfPresent(key));
        }

        @Override
        public V get(K key, Function<K, V> load) {
            return cache.get(key, load);
        }

        @Override
        public void put(K key, V value) {
            cache.put(key, value);
        }
    }
}
