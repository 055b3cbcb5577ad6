package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.TtlCache;
import io.proctemplate.application.spi.TtlCache.Bounds;
import io.proctemplate.application.spi.TtlCaches;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the application counts on of a memory for callers. */
public interface TtlCacheContract {
    Duration MINUTE = Duration.ofMinutes(1);

    /** Caches that do what is due at once. */
    TtlCaches caches();

    /** Lets time pass for {@link #caches}. */
    void advance(Duration duration);

    private TtlCache<String, Integer> cache() {
        return caches().cache(new Bounds<>(any -> MINUTE, 1 << 20, (key, value) -> 1));
    }

    private static int unexpected(String key) {
        throw new AssertionError("asked about " + key);
    }

    @Test
    default void remembersWhatWasLoadedOrPut() {
        TtlCache<String, Integer> cache = cache();

        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.get("a", key -> 1)).isEqualTo(1);
        cache.put("b", 2);

        assertThat(cache.find("a")).contains(1);
        assertThat(cache.get("a", TtlCacheContract::unexpected)).isEqualTo(1);
        assertThat(cache.get("b", TtlCacheContract::unexpected)).isEqualTo(2);
        cache.put("b", 3);
        assertThat(cache.find("b")).contains(3);
    }

    @Test
    default void forgetsByAgeHoweverOftenItIsAsked() {
        TtlCache<String, Integer> cache = cache();
        cache.put("a", 1);

        for (int seconds = 0; seconds < 60; seconds++) {
            assertThat(cache.find("a")).contains(1);
            advance(Duration.ofSeconds(1));
        }

        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.get("a", key -> 2)).isEqualTo(2);
    }

    @Test
    default void keepsEachValueForItsOwnTime() {
        TtlCache<String, Integer> cache = caches().cache(new Bounds<>(Duration::ofSeconds, 1 << 20, (key, value) -> 1));
        cache.put("none", 0);
        cache.put("short", 1);
        cache.put("long", 2);

        assertThat(cache.find("none")).isEmpty();
        advance(Duration.ofMillis(1500));
        assertThat(cache.find("short")).isEmpty();
        assertThat(cache.find("long")).contains(2);
        cache.put("long", 1);
        advance(Duration.ofSeconds(1));
        assertThat(cache.find("long")).isEmpty();
    }

    @Test
    default void holdsNoMoreBytesThanItMay() {
        TtlCache<String, byte[]> cache =
                caches().cache(new Bounds<>(any -> MINUTE, 10_000, (key, value) -> value.length));
        List<String> keys = IntStream.range(0, 2_000).mapToObj(i -> "key " + i).toList();
        for (String key : keys) {
            cache.get(key, any -> new byte[100]);
        }

        assertThat(keys.stream()
                        .map(cache::find)
                        .flatMap(Optional::stream)
                        .mapToLong(value -> value.length)
                        .sum())
                .isBetween(1L, 10_000L);
        cache.put("greater than all", new byte[10_001]);
        assertThat(cache.find("greater than all")).isEmpty();
    }

    @Test
    default void ofManyThatAskAtOnceOneLoads() throws Exception {
        TtlCache<String, Integer> cache = cache();
        AtomicInteger loads = new AtomicInteger();
        Callable<Integer> asking = () -> cache.get("a", key -> {
            Thread.yield();
            return loads.incrementAndGet();
        });

        assertThat(Together.run(Collections.nCopies(8, asking))).containsOnly(1);
    }

    @Test
    default void remembersNoFailure() {
        TtlCache<String, Integer> cache = cache();
        IllegalStateException failure = new IllegalStateException("down");

        assertThatThrownBy(() -> cache.get("a", key -> {
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(cache.get("a", key -> 1)).isEqualTo(1);
    }
}
