package io.proctemplate.wire;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.IntStream;

/**
 * Tells requests apart without keeping them: SHA-256 over the parameters in a form in which neither the order of members
 * nor blanks count, and nothing else can be mistaken for anything else.
 */
public final class RequestHash {
    private final MessageDigest digest;

    private RequestHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The hash of {@code parameters}, in hexadecimal. */
    public static String of(Node.Mapping parameters) {
        RequestHash hash = new RequestHash();
        hash.add(parameters);
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(Node node) {
        if (node instanceof Scalar scalar) {
            scalar.fold(
                    text -> add('s', text),
                    number -> add('n', Long.toString(number)),
                    flag -> add('b', flag.toString()));
        } else if (node instanceof Node.Mapping mapping) {
            add('o', Integer.toString(mapping.size()));
            IntStream.range(0, mapping.size())
                    .boxed()
                    .sorted((one, other) -> mapping.name(one).compareTo(mapping.name(other)))
                    .forEach(at -> {
                        add('k', mapping.name(at));
                        add(mapping.node(at));
                    });
        } else if (node instanceof Node.Sequence sequence) {
            add('a', Integer.toString(sequence.items().size()));
            sequence.items().forEach(this::add);
        } else {
            add(node instanceof Node.Inexact ? 'x' : node instanceof Node.Plain ? 'p' : 'z', node.excerpt());
        }
    }

    /** A kind, a length and so many bytes: where one part ends is never in question. */
    private RequestHash add(char kind, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
        digest.update((kind + Integer.toString(bytes.length) + ':').getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        return this;
    }
}
