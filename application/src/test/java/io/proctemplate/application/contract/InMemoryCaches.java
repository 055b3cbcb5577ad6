package io.proctemplate.application.contract;

import io.proctemplate.application.spi.TtlCache;
import io.proctemplate.application.spi.TtlCache.Bounds;
import io.proctemplate.application.spi.TtlCaches;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Caches in plain maps, by the time of a clock; passes the {@link TtlCacheContract}. */
public record InMemoryCaches(Clock clock) implements TtlCaches {
    @Override
    public <K, V> TtlCache<K, V> cache(Bounds<K, V> bounds) {
        return new Entries<>(clock, bounds);
    }

    private record Entry<V>(V value, Instant end, long bytes) {}

    private static final class Entries<K, V> implements TtlCache<K, V> {
        private final Clock clock;
        private final Bounds<K, V> bounds;
        private final Map<K, Entry<V>> entries = new LinkedHashMap<>();

        Entries(Clock clock, Bounds<K, V> bounds) {
            this.clock = clock;
            this.bounds = bounds;
        }

        @Override
        public synchronized Optional<V> find(K key) {
            entries.values().removeIf(entry -> !clock.instant().isBefore(entry.end()));
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        @Override
        public synchronized V get(K key, Function<K, V> load) {
            return find(key).orElseGet(() -> {
                V value = load.apply(key);
                put(key, value);
                return value;
            });
        }

        /** Forgets the oldest where there is no room. */
        @Override
        public synchronized void put(K key, V value) {
            entries.remove(key);
            long bytes = bounds.bytes().applyAsLong(key, value);
            entries.put(
                    key, new Entry<>(value, clock.instant().plus(bounds.keep().apply(value)), bytes));
            while (entries.values().stream().mapToLong(Entry::bytes).sum() > bounds.maxBytes()) {
                entries.remove(entries.keySet().iterator().next());
            }
        }
    }
}
