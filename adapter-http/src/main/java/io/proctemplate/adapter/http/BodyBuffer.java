package io.proctemplate.adapter.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The body of a request as far as it has come, charged to the account of its connection. For one thread at a time. */
final class BodyBuffer {
    private static final int FIRST_ROOM = 16 * 1024;
    /** Up to here a declared length is believed before that much has come. */
    private static final int BELIEVED = 256 * 1024;

    private static final byte[] NOTHING = {};

    private final MemoryBudget.Account account;
    private final long declared;
    private final long max;
    private byte[] bytes = NOTHING;
    private int count;

    /** For a body of at most {@code max} bytes, of which {@code declared} were announced; -1 if that was not said. */
    BodyBuffer(MemoryBudget.Account account, long declared, long max) {
        this.account = account;
        this.declared = declared;
        this.max = max;
    }

    /** What has come, in its first {@link #count} bytes. */
    byte[] bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    boolean isTooLarge() {
        return count > max;
    }

    /** Makes room for at least one byte more; false if there is no memory for it. */
    boolean makeRoom() {
        if (count < bytes.length) {
            return true;
        }
        int room = room();
        if (!account.take(room - bytes.length)) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, room);
        return true;
    }

    /** At least one byte more than have come, so that the end can be seen; never more than one beyond the limit. */
    private int room() {
        long grown = Math.max(FIRST_ROOM, 2L * count);
        boolean believed = declared >= count && (declared < grown || (declared <= BELIEVED && !account.isScarce()));
        return (int) Math.min(believed ? declared + 1 : grown, max + 1);
    }

    /** Where to put up to {@code most} bytes of what comes next. */
    ByteBuffer space(int most) {
        return ByteBuffer.wrap(bytes, count, Math.min(most, bytes.length - count));
    }

    /** So many bytes were put into {@link #space}. */
    void added(int more) {
        count += more;
    }

    /** Forgets everything. */
    void release() {
        account.giveBack(bytes.length);
        bytes = NOTHING;
        count = 0;
    }
}
