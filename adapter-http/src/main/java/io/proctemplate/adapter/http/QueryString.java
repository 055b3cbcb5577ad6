package io.proctemplate.adapter.http;

import io.proctemplate.domain.field.Node;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Reads parameters from the query string of a request (wire contract, section 1). */
final class QueryString {
    private static final int HEX = 16;

    private QueryString() {}

    /** The query string is none that can be read. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        private Malformed() {
            super("malformed query string", null, false, false);
        }
    }

    /** What the query {@code raw} holds, as sent and without question mark: every value a plain text. */
    static Node.Mapping read(String raw) throws Malformed {
        Node.Mapping.Builder members = new Node.Mapping.Builder();
        Set<String> names = new HashSet<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                if (!names.add(name)) {
                    throw new Malformed();
                }
                members.put(name, new Node.Plain(equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return members.build();
    }

    /**
     * Those of the parameters {@code wanted} that the query {@code raw} holds; the others are not looked at, whatever they
     * are.
     */
    static Node.Mapping pick(String raw, Collection<String> wanted) throws Malformed {
        StringBuilder pairs = new StringBuilder();
        for (String pair : raw.split("&", -1)) {
            if (wanted.contains(nameOf(pair))) {
                pairs.append(pair).append('&');
            }
        }
        return read(pairs.toString());
    }

    /** Empty if it cannot be read. */
    private static String nameOf(String pair) {
        int equals = pair.indexOf('=');
        try {
            return decoded(equals < 0 ? pair : pair.substring(0, equals));
        } catch (Malformed noName) {
            return "";
        }
    }

    private static String decoded(String text) throws Malformed {
        byte[] bytes = new byte[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes[count++] = octet(text, i + 1);
                i += 2;
            } else {
                bytes[count++] = c == '+' ? (byte) ' ' : (byte) c; // the header was read as Latin-1
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, count))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed();
        }
    }

    private static byte octet(String text, int at) throws Malformed {
        int high = at + 1 < text.length() ? Character.digit(text.charAt(at), HEX) : -1;
        int low = high < 0 ? -1 : Character.digit(text.charAt(at + 1), HEX);
        if (low < 0) {
            throw new Malformed();
        }
        return (byte) (high * HEX + low);
    }
}
