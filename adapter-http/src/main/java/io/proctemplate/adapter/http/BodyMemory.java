package io.proctemplate.adapter.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory for bodies that are being received, one account for all requests: many slow senders of large bodies are
 * turned away before they use up the heap.
 */
final class BodyMemory {
    private static final int FIRST_ROOM = 16 * 1024;
    /** Up to here a declared length is believed before that much has come. */
    private static final int BELIEVED = 256 * 1024;

    private final long maxBodyBytes;
    private final long budget;
    private final AtomicLong used = new AtomicLong();

    /** For bodies of up to {@code maxBodyBytes}; always enough for four of them. */
    BodyMemory(long maxBodyBytes, long maxHeapBytes) {
        this.maxBodyBytes = maxBodyBytes;
        this.budget = Math.max(4 * (maxBodyBytes + 1), maxHeapBytes / 4);
    }

    /**
     * How much room to make for a body of which {@code count} bytes have come and {@code declared} were announced (-1 if
     * that was not said): at least one byte more than {@code count}, so that the end can be seen.
     */
    int room(int count, long declared) {
        long grown = Math.max(FIRST_ROOM, 2L * count);
        boolean believed = declared >= count && (declared < grown || (declared <= BELIEVED && !isScarce()));
        return (int) Math.min(believed ? declared + 1 : grown, maxBodyBytes + 1);
    }

    private boolean isScarce() {
        return used.get() > budget / 2;
    }

    /** Takes {@code bytes} from the account; false if there are not so many left. */
    boolean take(int bytes) {
        if (used.addAndGet(bytes) <= budget) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    /** How many bytes are taken. */
    long used() {
        return used.get();
    }

    void giveBack(int bytes) {
        used.addAndGet(-bytes);
    }
}
