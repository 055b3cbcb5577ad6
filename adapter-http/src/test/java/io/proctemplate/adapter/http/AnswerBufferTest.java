package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerBufferTest {
    private final Random random = new Random(42);

    /** Writes {@code length} bytes in parts of many lengths, single ones too. */
    private byte[] fill(AnswerBuffer buffer, int length) throws IOException {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        for (int done = 0; done < length; ) {
            int part = Math.min(1 + random.nextInt(20_000), length - done);
            if (part % 2 == 0) {
                buffer.write(bytes, done, part);
                done += part;
            } else {
                buffer.write(bytes[done++]);
            }
        }
        return bytes;
    }

    private static byte[] content(AnswerBuffer buffer) throws IOException {
        try (FileChannel file = buffer.file()) {
            if (file != null) {
                return Channels.newInputStream(file).readAllBytes();
            }
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (ByteBuffer part : buffer.written()) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "1, false",
        "1023, false",
        "1024, false",
        "1025, false",
        "33792, false",
        "33793, false",
        "1048576, false",
        "1048577, true",
        "3000000, true"
    })
    void givesBackWhatWasWrittenFromMemoryOrFile(int length, boolean fromFile) throws IOException {
        AnswerBuffer buffer = new AnswerBuffer(1024);
        byte[] written = fill(buffer, length);
        FileChannel file = buffer.file();
        assertThat(file != null).isEqualTo(fromFile);
        assertThat(content(buffer)).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "10, 0",
        "0, 10",
        "1024, 33000",
        "500000, 500000",
        "600000, 600000",
        "10, 2000000",
        "2000000, 10",
        "2000000, 2000000"
    })
    void anAppendedBufferFollowsWhatWasThereAndPrecedesWhatComesAfter(int before, int appended) throws IOException {
        AnswerBuffer buffer = new AnswerBuffer(1024);
        AnswerBuffer other = new AnswerBuffer(8192);
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        expected.writeBytes(fill(buffer, before));
        expected.writeBytes(fill(other, appended));
        buffer.append(other);
        expected.writeBytes(fill(buffer, 100));
        assertThat(content(buffer)).isEqualTo(expected.toByteArray());
    }
}
