package io.proctemplate.benchmark;

import java.util.Arrays;

/** Durations in nanoseconds, every one of them kept: percentiles are exact. */
final class Latencies {
    private long[] values = new long[1024];
    private int count;
    private boolean sorted = true;

    void add(long nanos) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = nanos;
        sorted = false;
    }

    int count() {
        return count;
    }

    /** The least value that {@code percent} of all do not exceed (nearest rank); 0 if there is none. */
    long percentile(double percent) {
        if (count == 0) {
            return 0;
        }
        if (!sorted) {
            Arrays.sort(values, 0, count);
            sorted = true;
        }
        int rank = (int) Math.ceil(percent * count / 100);
        return values[Math.max(1, rank) - 1];
    }
}
