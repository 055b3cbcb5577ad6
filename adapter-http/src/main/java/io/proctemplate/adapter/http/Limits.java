package io.proctemplate.adapter.http;

/**
 * What one request may take.
 *
 * @param maxBodyBytes how long its body may be
 * @param requestNanos how long it may take to arrive
 * @param idleNanos how long nothing of it may come
 */
record Limits(long maxBodyBytes, long requestNanos, long idleNanos) {
    private static final int FIRST_ROOM = 16 * 1024;
    /** Up to here the declared length is believed at once. */
    private static final int BELIEVED = 256 * 1024;

    /** How much room to make for a body when {@code count} bytes have come and {@code declared} (-1: unknown) were announced. */
    int room(int count, long declared) {
        long wanted = Math.max(FIRST_ROOM, 2L * count);
        if (declared >= count && (declared <= BELIEVED || declared < wanted)) {
            wanted = declared + 1; // so that the end can be seen without growing
        }
        return (int) Math.min(wanted, maxBodyBytes + 1);
    }
}
