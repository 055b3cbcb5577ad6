package io.proctemplate.application;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for a short while what was loaded for a key, an empty answer too. Bounded: where keys come faster than they
 * go stale, all are forgotten, which costs time and nothing else. For many threads; two that miss one key at once both
 * load it.
 */
final class Recent<K, V> {
    private final Clock clock;
    private final Function<V, Duration> keep;
    private final int capacity;
    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();

    private record Entry<V>(V value, long staleAtMillis) {}

    Recent(Clock clock, Duration keep, int capacity) {
        this(clock, value -> keep, capacity);
    }

    /** Keeps each value as long as {@code keep} says. */
    Recent(Clock clock, Function<V, Duration> keep, int capacity) {
        this.clock = clock;
        this.keep = keep;
        this.capacity = capacity;
    }

    /** What was given for {@code key} less than its keeping time ago, null if nothing was. */
    @Nullable
    V find(K key) {
        Entry<V> known = entries.get(key);
        return known != null && clock.millis() < known.staleAtMillis ? known.value : null;
    }

    /** What {@code load} gives for {@code key} now, or gave less than its keeping time ago. */
    V get(K key, Function<K, V> load) {
        long now = clock.millis();
        Entry<V> known = entries.get(key);
        if (known != null && now < known.staleAtMillis) {
            return known.value;
        }
        V value = load.apply(key);
        if (entries.size() >= capacity) {
            entries.clear();
        }
        entries.put(key, new Entry<>(value, now + keep.apply(value).toMillis()));
        return value;
    }
}
