package io.proctemplate.wire.json;

import io.proctemplate.domain.field.Node;
import io.proctemplate.wire.text.MessageKey;
import java.io.OutputStream;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads and writes JSON (RFC 8259, no extension of it). Safe for any number of threads. */
public final class JsonFormat {
    private static final int MAX_NAME_LENGTH = 1024;
    private static final int MIN_TOKENS = 10_000;
    /** Fewer bytes a token than any real request has: bounds what a small body can make of memory. */
    private static final int BYTES_PER_TOKEN = 4;

    private final JsonFactory factory;

    /** For documents of up to {@code maxBytes} bytes. */
    public JsonFormat(long maxBytes) {
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(NodeReader.MAX_DEPTH + 1)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxTokenCount(Math.max(MIN_TOKENS, maxBytes / BYTES_PER_TOKEN))
                        .build())
                .build();
    }

    /** The object that the first {@code length} bytes are. */
    public Node.Mapping read(byte[] bytes, int length) throws MalformedJson {
        return read(bytes, length, NodeReader::document);
    }

    /** As {@link #read}, all of it judged; but of its members only {@code wanted} are kept. */
    public Node.Mapping readSome(byte[] bytes, int length, Set<String> wanted) throws MalformedJson {
        return read(bytes, length, reader -> reader.document(wanted));
    }

    private Node.Mapping read(byte[] bytes, int length, Reading<Node.Mapping> reading) throws MalformedJson {
        if (length == 0) {
            throw MalformedJson.whole(MessageKey.JSON_EMPTY);
        }
        int malformed = Utf8.firstMalformed(bytes, length);
        if (malformed >= 0) {
            throw at(bytes, malformed, MessageKey.JSON_NOT_UTF8);
        }
        for (int i = 0; i < Math.min(length, 4); i++) {
            if (bytes[i] == 0) { // the parser would take it for UTF-16 or UTF-32
                throw at(bytes, i, MessageKey.JSON_SYNTAX);
            }
        }
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), bytes, 0, length)) {
            return read(parser, reading);
        }
    }

    /** The value that {@code text} is, of any kind. */
    public Node readValue(String text) throws MalformedJson {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), text)) {
            return read(parser, NodeReader::value);
        }
    }

    /** Which part of a document is asked for. */
    private interface Reading<N extends Node> {
        N from(NodeReader reader) throws MalformedJson;
    }

    private static <N extends Node> N read(JsonParser parser, Reading<N> reading) throws MalformedJson {
        try {
            return reading.from(new NodeReader(parser));
        } catch (StreamConstraintsException beyondLimits) {
            throw MalformedJson.at(place(beyondLimits, parser), MessageKey.JSON_OVERSIZED);
        } catch (JacksonException syntax) {
            throw MalformedJson.at(place(syntax, parser), MessageKey.JSON_SYNTAX);
        }
    }

    private static TokenStreamLocation place(JacksonException failure, JsonParser parser) {
        TokenStreamLocation place = failure.getLocation();
        return place == null ? parser.currentLocation() : place;
    }

    private static MalformedJson at(byte[] bytes, int position, MessageKey text) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return MalformedJson.at(line, position - lineStart + 1, text);
    }

    /** A writer to {@code out}; what it is given must be free of lone surrogates. */
    public JsonGenerator generator(OutputStream out) {
        return factory.createGenerator(ObjectWriteContext.empty(), out);
    }
}
