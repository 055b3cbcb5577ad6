package io.proctemplate.wire.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

    /** The position of the first malformed byte by the JDK's decoder, -1 if there is none. */
    private static int byTheJdk(byte[] bytes) {
        for (int end = 0; end <= bytes.length; end++) {
            // the longest prefix that decodes ends where the first malformed character begins
            if (!decodes(Arrays.copyOf(bytes, end)) && !decodesWithMore(bytes, end)) {
                return lastBoundary(bytes, end);
            }
        }
        return decodes(bytes) ? -1 : lastBoundary(bytes, bytes.length);
    }

    private static boolean decodesWithMore(byte[] bytes, int end) {
        for (int more = end + 1; more <= Math.min(bytes.length, end + 3); more++) {
            if (decodes(Arrays.copyOf(bytes, more))) {
                return true;
            }
        }
        return false;
    }

    private static int lastBoundary(byte[] bytes, int end) {
        int boundary = end;
        while (!decodes(Arrays.copyOf(bytes, boundary))) {
            boundary--;
        }
        return boundary;
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException malformed) {
            return false;
        }
    }

    private static int byUs(byte[] bytes) {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 9);
        return Utf8.firstMalformed(longer, bytes.length);
    }

    @Test
    void agreesWithTheJdkOnEverySequenceOfTwoBytes() {
        List<String> disagreements = new ArrayList<>();
        for (int first = 0; first < 256; first++) {
            for (int second = 0; second < 256; second++) {
                compare(disagreements, first, second);
            }
        }
        assertThat(disagreements).isEmpty();
    }

    @Test
    void agreesWithTheJdkOnSequencesThatAreNearlyRight() {
        List<String> disagreements = new ArrayList<>();
        int[] leads = {0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xC2, 0x41};
        int[] tails = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
        for (int lead : leads) {
            for (int second : tails) {
                for (int third : tails) {
                    for (int fourth : tails) {
                        compare(disagreements, lead, second, third, fourth);
                    }
                }
            }
        }
        assertThat(disagreements).isEmpty();
    }

    private static void compare(List<String> disagreements, int... octets) {
        byte[] bytes = new byte[octets.length];
        for (int i = 0; i < octets.length; i++) {
            bytes[i] = (byte) octets[i];
        }
        if (byUs(bytes) != byTheJdk(bytes)) {
            disagreements.add(HexFormat.of().formatHex(bytes));
        }
    }

    @Test
    void findsTheOneBadByteInALongTextWhereverItStands() {
        byte[] text =
                "plain text, 中文, é, \ud83d\ude00, and again plain text to the end".getBytes(StandardCharsets.UTF_8);
        assertThat(Utf8.firstMalformed(text, text.length)).isEqualTo(-1);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bad = text.clone();
            bad[random.nextInt(bad.length)] = (byte) 0xFF;
            assertThat(byUs(bad)).isEqualTo(byTheJdk(bad));
        }
    }

    @Test
    void emptyTextIsWellFormed() {
        assertThat(Utf8.firstMalformed(new byte[0], 0)).isEqualTo(-1);
    }
}
