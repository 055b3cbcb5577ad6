package io.proctemplate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.proctemplate.benchmark.ResponseReader.NotHttp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {
    private static final String ENVELOPE = "{\"result\":false,\"code\":1113019,\"message\":\"m\",\"data\":null}";
    private static final String MEASURED = """
            HTTP/1.1 200 OK\r
            Content-Length: %d\r
            \r
            %s""".formatted(ENVELOPE.length(), ENVELOPE);
    private static final String CHUNKED = """
            HTTP/1.1 503 Busy\r
            Transfer-Encoding: chunked\r
            Connection: close\r
            \r
            5;x=y\r
            {"bk_\r
            11\r
            error_code": 1199\r
            4\r
            997}\r
            0\r
            Trailer: t\r
            \r
            """;

    private static boolean feed(ResponseReader reader, String text) throws NotHttp {
        return reader.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000})
    void anAnswerIsCompleteWithItsLastByteHoweverItComes(int step) throws NotHttp {
        for (String answer : new String[] {MEASURED, CHUNKED}) {
            ResponseReader reader = new ResponseReader();
            for (int at = 0; at < answer.length(); at += step) {
                int end = Math.min(answer.length(), at + step);
                assertThat(feed(reader, answer.substring(at, end))).isEqualTo(end == answer.length());
            }
        }
    }

    @Test
    void statusAndCodeAreRead() throws NotHttp {
        ResponseReader reader = new ResponseReader();
        feed(reader, MEASURED);
        assertThat(reader.answer()).isEqualTo(new Answer(200, 1_113_019));
        assertThat(reader.isLast()).isFalse();
        reader.reset();
        feed(reader, CHUNKED);
        assertThat(reader.answer()).isEqualTo(new Answer(503, 1_199_997));
        assertThat(reader.isLast()).isTrue();
    }

    @Test
    void anAnswerWithoutACodeHasNone() throws NotHttp {
        ResponseReader reader = new ResponseReader();
        assertThat(feed(reader, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"))
                .isTrue();
        assertThat(reader.answer()).isEqualTo(new Answer(200, Answer.NO_CODE));
    }

    @Test
    void aLongBodyIsReadToItsEnd() throws NotHttp {
        String body = ENVELOPE + " ".repeat(100_000);
        ResponseReader reader = new ResponseReader();
        assertThat(feed(reader, "HTTP/1.1 200 OK\r\nContent-Length: " + (body.length() + 1) + "\r\n\r\n" + body))
                .isFalse();
        assertThat(feed(reader, " ")).isTrue();
        assertThat(reader.answer().code()).isEqualTo(1_113_019);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void whatIsNotHttpIsTold(String text) {
        assertThatExceptionOfType(NotHttp.class).isThrownBy(() -> feed(new ResponseReader(), text));
    }
}
