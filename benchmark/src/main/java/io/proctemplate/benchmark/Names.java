package io.proctemplate.benchmark;

/** Numbers for names that no other run has: they begin with the time. For one thread. */
final class Names {
    /** More than a generator can use in a millisecond. */
    private static final long PER_MILLI = 1_000_000;

    private long next;

    /** For a run that began at {@code epochMillis}. */
    Names(long epochMillis) {
        next = epochMillis * PER_MILLI;
    }

    /** The first of {@code count} numbers in a row that nobody else gets. */
    long take(int count) {
        long first = next;
        next += count;
        return first;
    }
}
