package io.proctemplate.adapter.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Follows the bytes of one connection from request to request and tells where they stop to be what RFC 9112 calls well
 * framed. Undertow's parser reads some of it less strictly than a proxy before it may; where two read the same bytes
 * differently, one request can be hidden in another. Refused are folded headers, lengths beyond any body, and everything
 * in a chunked body that is not by the letter: bare line feeds, white space around sizes, endless extensions and
 * trailers. What else is wrong with a header is Undertow's to refuse. For one thread at a time.
 */
final class RequestFraming {
    /** No length that is of interest is written longer. */
    private static final int KEPT_OF_A_LINE = 96;

    private static final int MAX_LENGTH_DIGITS = 18;
    private static final int MAX_CHUNK_DIGITS = 12;
    private static final int MAX_EXTENSION_BYTES = 256;
    private static final int MAX_TRAILER_BYTES = 8 * 1024;
    private static final String CONTENT_LENGTH = "content-length:";
    private static final String TRANSFER_ENCODING = "transfer-encoding:";
    private static final int HEX = 16;

    /** What the next byte belongs to. */
    private enum State {
        REQUEST_LINE,
        HEADER_START,
        HEADER,
        BODY,
        CHUNK_SIZE,
        CHUNK_EXTENSION,
        CHUNK_SIZE_END,
        CHUNK,
        CHUNK_CR,
        CHUNK_LF,
        TRAILER_START,
        TRAILER,
        TRAILER_END,
        LAST_LF,
        /** A body in a coding that is not known here; its request is refused, and its connection closed with it. */
        UNKNOWN
    }

    private State state = State.REQUEST_LINE;
    private final byte[] line = new byte[KEPT_OF_A_LINE];
    private int lineBytes;
    private int longestLine;
    private int headBytes;
    private boolean chunked;
    private boolean unknownCoding;
    /** Of a body or a chunk, what is still to come. */
    private long remaining;
    /** Digits of a chunk's size, or bytes of an extension or of trailers. */
    private int count;

    private long requests;

    /** Whether the next byte belongs to a request's header. */
    boolean isInHead() {
        return state == State.REQUEST_LINE || state == State.HEADER_START || state == State.HEADER;
    }

    /** Whether it cannot be told where the request ends. */
    boolean isLost() {
        return state == State.UNKNOWN;
    }

    /** Whether nothing of the next request has come yet. */
    boolean isBetweenRequests() {
        return state == State.REQUEST_LINE && lineBytes == 0;
    }

    /** How many bytes of the header that is under way, or was last, have come. */
    int headBytes() {
        return headBytes;
    }

    /** The length of the longest line of any header so far. */
    int longestLine() {
        return longestLine;
    }

    /** How many requests have come to their end. */
    long requests() {
        return requests;
    }

    /** Goes on with the bytes from {@code from} to {@code to}; where the first one is that must not be, else {@code to}. */
    int follow(ByteBuffer bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (state == State.BODY || state == State.CHUNK) {
                at += skip(to - at);
            } else if (state == State.UNKNOWN) {
                return to;
            } else if (take(bytes.get(at))) {
                at++;
            } else {
                return at;
            }
        }
        return to;
    }

    private int skip(int available) {
        int skipped = (int) Math.min(remaining, available);
        remaining -= skipped;
        if (remaining == 0) {
            if (state == State.BODY) {
                end();
            } else {
                state = State.CHUNK_CR;
            }
        }
        return skipped;
    }

    /** Whether {@code octet} may stand here. */
    private boolean take(byte octet) {
        return switch (state) {
            case REQUEST_LINE, HEADER -> header(octet);
            case HEADER_START -> octet != ' ' && octet != '\t' && header(octet);
            case CHUNK_SIZE -> chunkSize(octet);
            case CHUNK_EXTENSION -> chunkExtension(octet);
            case CHUNK_SIZE_END -> octet == '\n' && beginChunk();
            case CHUNK_CR -> octet == '\r' && become(State.CHUNK_LF);
            case CHUNK_LF -> octet == '\n' && beginSize();
            case TRAILER_START ->
                octet == '\r' ? become(State.LAST_LF) : octet != ' ' && octet != '\t' && trailer(octet);
            case TRAILER -> trailer(octet);
            case TRAILER_END -> octet == '\n' && become(State.TRAILER_START);
            case LAST_LF -> octet == '\n' && end();
            case BODY, CHUNK, UNKNOWN -> throw new IllegalStateException("skipped: " + state);
        };
    }

    private boolean become(State next) {
        state = next;
        return true;
    }

    private boolean header(byte octet) {
        if (state == State.REQUEST_LINE && lineBytes == 0) {
            headBytes = 0;
        }
        headBytes++;
        if (octet == '\n') {
            return endLine();
        }
        if (state == State.HEADER_START) {
            state = State.HEADER;
        }
        if (lineBytes < KEPT_OF_A_LINE) {
            line[lineBytes] = octet;
        }
        lineBytes++;
        longestLine = Math.max(longestLine, lineBytes);
        return true;
    }

    private boolean endLine() {
        boolean blank = lineBytes == 0 || (lineBytes == 1 && line[0] == '\r');
        boolean wellFormed = state == State.REQUEST_LINE || blank || headerLine();
        lineBytes = 0;
        if (state != State.REQUEST_LINE && blank) {
            return beginBody();
        }
        state = State.HEADER_START;
        return wellFormed;
    }

    /** Whether what the line says of the body's length can be read. */
    private boolean headerLine() {
        int first = line[0] | 0x20;
        if (first != 'c' && first != 't') {
            return true;
        }
        String kept = new String(line, 0, Math.min(lineBytes, KEPT_OF_A_LINE), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (kept.startsWith(CONTENT_LENGTH)) {
            return lineBytes <= KEPT_OF_A_LINE
                    && length(kept.substring(CONTENT_LENGTH.length()).strip());
        }
        if (kept.startsWith(TRANSFER_ENCODING)) {
            chunked = kept.substring(TRANSFER_ENCODING.length()).strip().equals("chunked");
            unknownCoding |= !chunked;
        }
        return true;
    }

    private boolean length(String digits) {
        remaining = 0;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            if (digit < '0' || digit > '9') {
                return false;
            }
            remaining = remaining * 10 + digit - '0';
        }
        return !digits.isEmpty() && digits.length() <= MAX_LENGTH_DIGITS;
    }

    private boolean beginBody() {
        if (unknownCoding) {
            state = State.UNKNOWN;
        } else if (chunked) {
            beginSize();
        } else if (remaining > 0) {
            state = State.BODY;
        } else {
            end();
        }
        return true;
    }

    private boolean end() {
        requests++;
        remaining = 0;
        chunked = false;
        unknownCoding = false;
        return become(State.REQUEST_LINE);
    }

    private boolean beginSize() {
        remaining = 0;
        count = 0;
        return become(State.CHUNK_SIZE);
    }

    private boolean chunkSize(byte octet) {
        int digit = Character.digit(octet, HEX);
        if (digit >= 0) {
            remaining = remaining * HEX + digit;
            return ++count <= MAX_CHUNK_DIGITS;
        }
        if (count == 0) {
            return false;
        }
        if (octet == ';') {
            count = 0;
            return become(State.CHUNK_EXTENSION);
        }
        return octet == '\r' && become(State.CHUNK_SIZE_END);
    }

    private boolean chunkExtension(byte octet) {
        if (octet == '\r') {
            return become(State.CHUNK_SIZE_END);
        }
        return (octet < 0 || octet >= ' ' || octet == '\t') && ++count <= MAX_EXTENSION_BYTES;
    }

    private boolean beginChunk() {
        if (remaining > 0) {
            return become(State.CHUNK);
        }
        count = 0;
        return become(State.TRAILER_START);
    }

    private boolean trailer(byte octet) {
        if (octet == '\r') {
            return become(State.TRAILER_END);
        }
        state = State.TRAILER;
        return octet != '\n' && ++count <= MAX_TRAILER_BYTES;
    }
}
