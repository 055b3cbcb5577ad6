package io.proctemplate.adapter.http;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes being written, kept in segments, so that none is copied however many there are. What grows beyond
 * {@value #IN_MEMORY} bytes goes on in a file of its own, which is gone when it is closed, so that the length of an answer
 * costs no memory. For one thread.
 */
final class AnswerBuffer extends OutputStream {
    private static final int IN_MEMORY = 1 << 20;
    private static final int SEGMENT = 32 * 1024;

    /** What is full, ready to be read. */
    private final List<ByteBuffer> segments = new ArrayList<>();

    private ByteBuffer last;
    /** The bytes in {@link #segments}. */
    private int sealed;

    private @Nullable FileChannel file;

    AnswerBuffer(int expected) {
        last = ByteBuffer.allocate(expected);
    }

    @Override
    public void write(int octet) {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        keepBelowLimit(length);
        for (int done = 0; done < length; ) {
            if (!last.hasRemaining()) {
                seal();
            }
            int part = Math.min(last.remaining(), length - done);
            last.put(source, offset + done, part);
            done += part;
        }
    }

    /** Adds what was written to {@code other}, which is closed with that. */
    void append(AnswerBuffer other) {
        if (other.file == null) {
            keepBelowLimit(other.sealed + other.last.position());
            seal();
            for (ByteBuffer segment : other.written()) {
                segments.add(segment);
                sealed += segment.remaining();
            }
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

    private void keepBelowLimit(int more) {
        if (sealed + last.position() + (long) more > IN_MEMORY) {
            spilled();
        }
    }

    /** Goes on in a new segment. */
    private void seal() {
        sealed += last.position();
        segments.add(last.flip());
        last = ByteBuffer.allocate(SEGMENT);
    }

    /** The file, with all that was written so far in it. */
    private FileChannel spilled() {
        try {
            if (file == null) {
                Path place = Files.createTempFile("proctemplate", ".answer");
                file = FileChannel.open(
                        place, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            }
            for (ByteBuffer segment : written()) {
                while (segment.hasRemaining()) {
                    file.write(segment);
                }
            }
            segments.clear();
            sealed = 0;
            last.clear();
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What was written; this is not to be written to any more. */
    List<ByteBuffer> written() {
        List<ByteBuffer> all = new ArrayList<>(segments);
        all.add(last.duplicate().flip());
        return all;
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
