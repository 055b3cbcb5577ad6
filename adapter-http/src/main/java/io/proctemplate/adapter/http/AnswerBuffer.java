package io.proctemplate.adapter.http;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;

/** Bytes being written, that can be looked at without a copy. For one thread. */
final class AnswerBuffer extends OutputStream {
    private byte[] bytes;
    private int count;

    AnswerBuffer(int expected) {
        bytes = new byte[expected];
    }

    @Override
    public void write(int octet) {
        makeRoom(1);
        bytes[count++] = (byte) octet;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        makeRoom(length);
        System.arraycopy(source, offset, bytes, count, length);
        count += length;
    }

    /** Adds what was written to {@code other}. */
    void append(AnswerBuffer other) {
        write(other.bytes, 0, other.count);
    }

    private void makeRoom(int more) {
        if (bytes.length - count < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(count, more)));
        }
    }

    /** What was written; this is not to be written to any more. */
    ByteBuffer written() {
        return ByteBuffer.wrap(bytes, 0, count);
    }
}
