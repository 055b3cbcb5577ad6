package io.proctemplate.application.spi;

import io.proctemplate.application.spi.TtlCache.Bounds;

/** Makes caches. */
public interface TtlCaches {

    <K, V> TtlCache<K, V> cache(Bounds<K, V> bounds);
}
