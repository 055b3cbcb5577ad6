package io.proctemplate.benchmark;

/**
 * When requests are due. A closed loop sends as soon as a client is free, so a slow server is asked less often. An open
 * one has a time for each request, whatever becomes of the ones before: what cannot be sent in time waits, and its
 * waiting counts. Times are those of one clock in nanoseconds.
 */
final class Pace {
    /** Nothing is due. */
    static final long NOT_YET = Long.MIN_VALUE;

    private static final double NANOS = 1e9;

    private final double interval;
    private final long start;
    private long taken;

    private Pace(double interval, long start) {
        this.interval = interval;
        this.start = start;
    }

    static Pace closed() {
        return new Pace(0, 0);
    }

    static Pace open(double requestsPerSecond, long start) {
        return new Pace(NANOS / requestsPerSecond, start);
    }

    boolean isOpen() {
        return interval > 0;
    }

    /** The time for which the next request is meant, if that is not after {@code now}; each is given once. */
    long take(long now) {
        if (!isOpen()) {
            return now;
        }
        long due = due();
        if (due > now) {
            return NOT_YET;
        }
        taken++;
        return due;
    }

    /** How long it is until a request is due, 0 if one is. */
    long nanosUntilDue(long now) {
        return isOpen() ? Math.max(0, due() - now) : 0;
    }

    private long due() {
        return start + (long) (taken * interval);
    }
}
