package io.proctemplate.benchmark;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the answers that come on one connection, one after the other, and keeps of each no more than it is counted by:
 * the status and the code at the beginning of the envelope.
 */
final class ResponseReader {
    private static final int MAX_HEAD = 16 * 1024;
    private static final int EXCERPT = 256;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}).*");
    private static final Pattern CODE = Pattern.compile("\"(?:bk_error_)?code\"\\s*:\\s*(-?\\d{1,18})");

    private enum Part {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER
    }

    /** What came is not an answer that HTTP/1.1 allows; the connection is of no more use. */
    static final class NotHttp extends Exception {
        private static final long serialVersionUID = 1;

        NotHttp(String message) {
            super(message);
        }
    }

    private final byte[] head = new byte[MAX_HEAD];
    private final byte[] excerpt = new byte[EXCERPT];
    private Part part = Part.HEAD;
    private int headLength;
    private int excerptLength;
    private int status;
    private boolean last;
    private boolean chunked;
    private long rest;

    /** Forgets what was read. */
    void reset() {
        part = Part.HEAD;
        headLength = 0;
        excerptLength = 0;
        chunked = false;
        rest = 0;
    }

    /** Takes what is in {@code in}; true if the answer is complete with it. */
    boolean read(ByteBuffer in) throws NotHttp {
        while (in.hasRemaining()) {
            boolean complete = switch (part) {
                case HEAD -> readHead(in);
                case BODY, CHUNK -> readBody(in);
                case CHUNK_SIZE, CHUNK_END, TRAILER -> readLine(in);
            };
            if (complete) {
                return true;
            }
        }
        return false;
    }

    Answer answer() {
        Matcher code = CODE.matcher(new String(excerpt, 0, excerptLength, StandardCharsets.UTF_8));
        return new Answer(status, code.find() ? Long.parseLong(code.group(1)) : Answer.NO_CODE);
    }

    /** Whether the server closes the connection after this answer. */
    boolean isLast() {
        return last;
    }

    private boolean readHead(ByteBuffer in) throws NotHttp {
        while (in.hasRemaining()) {
            addToHead(in.get());
            if (endsWith("\r\n\r\n")) {
                return beginBody();
            }
        }
        return false;
    }

    private void addToHead(byte octet) throws NotHttp {
        if (headLength == MAX_HEAD) {
            throw new NotHttp("no end of the head in sight");
        }
        head[headLength++] = octet;
    }

    private boolean endsWith(String end) {
        int from = headLength - end.length();
        for (int i = 0; i < end.length(); i++) {
            if (from < 0 || head[from + i] != end.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean beginBody() throws NotHttp {
        String[] lines = text().split("\r\n");
        headLength = 0;
        Matcher first = STATUS.matcher(lines[0]);
        if (!first.matches()) {
            throw new NotHttp(lines[0]);
        }
        status = Integer.parseInt(first.group(1));
        last = false;
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            header(line.toLowerCase(Locale.ROOT).replace(" ", ""));
        }
        part = chunked ? Part.CHUNK_SIZE : Part.BODY;
        return !chunked && rest == 0;
    }

    private void header(String line) throws NotHttp {
        if (line.startsWith("content-length:")) {
            rest = number(line.substring("content-length:".length()), 10);
        } else if (line.equals("transfer-encoding:chunked")) {
            chunked = true;
        } else if (line.equals("connection:close")) {
            last = true;
        }
    }

    private static long number(String digits, int radix) throws NotHttp {
        try {
            return Long.parseLong(digits, radix);
        } catch (NumberFormatException e) {
            throw new NotHttp("not a length: " + digits);
        }
    }

    private boolean readBody(ByteBuffer in) {
        int length = (int) Math.min(rest, in.remaining());
        int kept = Math.min(length, EXCERPT - excerptLength);
        in.get(excerpt, excerptLength, kept);
        in.position(in.position() + length - kept);
        excerptLength += kept;
        rest -= length;
        if (rest == 0 && part == Part.CHUNK) {
            part = Part.CHUNK_END;
            return false;
        }
        return rest == 0;
    }

    /** A line about chunks: the size of one, the end of one, or what may follow the last. */
    private boolean readLine(ByteBuffer in) throws NotHttp {
        while (in.hasRemaining()) {
            addToHead(in.get());
            if (endsWith("\r\n")) {
                String line = text().strip();
                headLength = 0;
                return endLine(line);
            }
        }
        return false;
    }

    private boolean endLine(String line) throws NotHttp {
        if (part == Part.TRAILER) {
            return line.isEmpty();
        }
        if (part == Part.CHUNK_END) {
            part = Part.CHUNK_SIZE;
            return false;
        }
        rest = number(line.split(";", 2)[0].strip(), 16);
        part = rest == 0 ? Part.TRAILER : Part.CHUNK;
        return false;
    }

    private String text() {
        return new String(head, 0, headLength, StandardCharsets.ISO_8859_1);
    }
}
