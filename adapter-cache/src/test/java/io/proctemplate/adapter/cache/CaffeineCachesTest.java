package io.proctemplate.adapter.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.contract.TtlCacheContract;
import io.proctemplate.application.spi.TtlCache;
import io.proctemplate.application.spi.TtlCache.Bounds;
import io.proctemplate.application.spi.TtlCaches;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CaffeineCachesTest implements TtlCacheContract {
    private long nanos;

    @Override
    public TtlCaches caches() {
        return new CaffeineCaches(() -> nanos, Runnable::run);
    }

    @Override
    public void advance(Duration duration) {
        nanos += duration.toNanos();
    }

    /** Whoever must not wait looks what is remembered, also while somebody loads it. */
    @Test
    void whoOnlyLooksDoesNotWaitForOneThatLoads() throws Exception {
        TtlCache<String, Integer> cache =
                CaffeineCaches.onSystemTime().cache(new Bounds<>(any -> Duration.ZERO, 1, (key, value) -> 1));
        cache.put("a", 1);
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Integer> loaded = thread.submit(() -> cache.get("a", key -> {
                loading.countDown();
                await(end);
                return 2;
            }));
            await(loading);

            for (int i = 0; i < 1000; i++) {
                assertThat(cache.find("a")).isEmpty();
            }

            end.countDown();
            assertThat(loaded.get(1, TimeUnit.MINUTES)).isEqualTo(2);
        } finally {
            thread.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
