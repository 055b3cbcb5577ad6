package io.proctemplate.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * One process as the load sends it, without blanks: the fields of the published example, most of them filled, one bind
 * row. Its two names hold a number of fixed width in place of {@link #NUMBER}, so that a body can be written once and
 * its names changed in place.
 */
public final class ProcessText {
    /** How many digits a number has. */
    public static final int DIGITS = 19;

    static final String NUMBER = "@".repeat(DIGITS);

    private static final String TEXT = read();
    private static final String PORT = "\"9090\"";
    private static final int FIRST_PORT = 9_000;

    private ProcessText() {}

    /**
     * The text of the process at {@code place} of a batch, with {@link #NUMBER} where the numbers belong. Each has a port
     * of its own, as processes of one host must.
     */
    static String unnumbered(int place) {
        return TEXT.replace(PORT, "\"" + (FIRST_PORT + place) + "\"");
    }

    /** The text of the process at {@code number} of a batch, with {@code number} in both names. */
    public static String numbered(int number) {
        return unnumbered(number).replace(NUMBER, String.format(Locale.ROOT, "%0" + DIGITS + "d", number));
    }

    /** The body of a batch of {@code size} for the business 1, without credentials. */
    public static byte[] batch(int size) {
        String items = String.join(
                ",", IntStream.range(0, size).mapToObj(ProcessText::numbered).toList());
        return ("{\"bk_biz_id\":1,\"service_template_id\":1,\"processes\":[" + items + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String read() {
        try (InputStream in = ProcessText.class.getResourceAsStream("process.json")) {
            return new JsonMapper().readTree(Objects.requireNonNull(in)).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
