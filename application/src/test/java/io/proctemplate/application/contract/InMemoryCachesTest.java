package io.proctemplate.application.contract;

import io.proctemplate.application.spi.TtlCaches;
import java.time.Duration;
import java.time.Instant;

class InMemoryCachesTest implements TtlCacheContract {
    private final HandMovedClock clock = new HandMovedClock(Instant.EPOCH);

    @Override
    public TtlCaches caches() {
        return new InMemoryCaches(clock);
    }

    @Override
    public void advance(Duration duration) {
        clock.advance(duration);
    }
}
