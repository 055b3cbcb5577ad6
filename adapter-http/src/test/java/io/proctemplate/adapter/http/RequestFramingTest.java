package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestFramingTest {
    private static final String PLAIN = "GET / HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String FIXED = "POST / HTTP/1.1\r\nContent-Length: 5\r\nHost: x\r\n\r\n\r\n\n x";
    private static final String CHUNKED =
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5;a=\"b\"\r\n\r\n\n x\r\n00A\r\n0123456789\r\n0\r\nT: a\r\n\r\n";

    private final RequestFraming framing = new RequestFraming();

    private int follow(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return framing.follow(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    @Test
    void requestsFollowOneAnotherHoweverTheirBytesCome() {
        String all = PLAIN + FIXED + CHUNKED + FIXED + PLAIN + CHUNKED;
        Random random = new Random(42);
        for (int i = 0; i < 200; i++) {
            long before = framing.requests();
            for (int at = 0; at < all.length(); ) {
                int to = Math.min(all.length(), at + 1 + random.nextInt(40));
                assertThat(follow(all.substring(at, to))).isEqualTo(to - at);
                at = to;
            }
            assertThat(framing.requests()).isEqualTo(before + 6);
            assertThat(framing.isBetweenRequests()).isTrue();
        }
    }

    @Test
    void knowsWhetherAHeaderOrABodyIsUnderWay() {
        assertThat(framing.isBetweenRequests()).isTrue();
        follow("POST / HTTP/1.1\r\nContent-Length: 3\r\n");
        assertThat(framing.isInHead()).isTrue();
        assertThat(framing.isBetweenRequests()).isFalse();
        assertThat(framing.headBytes()).isEqualTo(36);
        follow("\r\n12");
        assertThat(framing.isInHead()).isFalse();
        assertThat(framing.requests()).isZero();
        follow("3");
        assertThat(framing.isBetweenRequests()).isTrue();
        assertThat(framing.requests()).isOne();
        assertThat(framing.longestLine()).isEqualTo(18);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\nX: a\r\n| b\r\n\r\n",
                "GET / HTTP/1.1\r\n|\tX: a\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: 5x\r|\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n|\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1|\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx|\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r|x",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nX: a|\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r|\r"
            })
    void stopsAtTheFirstByteThatMustNotStandThere(String text) {
        int fault = text.indexOf('|');
        assertThat(follow(text.replace("|", ""))).isEqualTo(fault);
        assertThat(framing.requests()).isZero();
    }

    @Test
    void afterACodingThatIsNotKnownNothingCanBeTold() {
        String head = "POST / HTTP/1.1\r\nTransfer-Encoding: gzip, chunked\r\n\r\n";
        assertThat(framing.isLost()).isFalse();
        assertThat(follow(head + "\n\n\n")).isEqualTo(head.length() + 3);
        assertThat(framing.isLost()).isTrue();
    }
}
