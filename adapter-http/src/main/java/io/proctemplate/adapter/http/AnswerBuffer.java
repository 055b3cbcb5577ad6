package io.proctemplate.adapter.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being written, that can be looked at without a copy. What grows beyond {@value #IN_MEMORY} bytes goes on in a
 * file of its own, which is gone when it is closed, so that the length of an answer costs no memory. For one thread.
 */
final class AnswerBuffer extends OutputStream {
    private static final int IN_MEMORY = 1 << 20;

    private byte[] bytes;
    private int count;
    private @Nullable FileChannel file;

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

    /** Adds what was written to {@code other}, which is closed with that. */
    void append(AnswerBuffer other) {
        if (other.file == null) {
            write(other.bytes, 0, other.count);
            return;
        }
        try (FileChannel source = other.spilled()) {
            FileChannel target = spilled();
            for (long done = 0; done < source.size(); ) {
                done += source.transferTo(done, source.size() - done, target);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void makeRoom(int more) {
        if (bytes.length - count >= more) {
            return;
        }
        if (count + (long) more > IN_MEMORY) {
            spilled();
        }
        if (bytes.length - count < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(count, more)));
        }
    }

    /** The file, with all that was written so far in it. */
    private FileChannel spilled() {
        try {
            if (file == null) {
                Path place = Files.createTempFile("proctemplate", ".answer");
                file = FileChannel.open(
                        place, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            }
            ByteBuffer rest = ByteBuffer.wrap(bytes, 0, count);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
            count = 0;
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What was written; this is not to be written to any more. */
    ByteBuffer written() {
        return ByteBuffer.wrap(bytes, 0, count);
    }

    /** The file that holds what was written, at its beginning, null if it is all in memory; to be closed by the taker. */
    @Nullable
    FileChannel file() throws IOException {
        return file == null ? null : spilled().position(0);
    }

    /** Lets go of the file, if there is one; a generator that closes its target does not. */
    void release() {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
