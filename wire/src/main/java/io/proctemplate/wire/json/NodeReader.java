package io.proctemplate.wire.json;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.violation.Datum;
import io.proctemplate.wire.text.Message;
import io.proctemplate.wire.text.MessageKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/** Makes nodes of the tokens of one document. For one use by one thread. */
final class NodeReader {
    /** How deep objects and lists may be nested; the API's own requests have eight levels. */
    static final int MAX_DEPTH = 64;

    /** Up to here names of one object are compared one by one, which needs no memory. */
    private static final int FEW_NAMES = 32;

    private final JsonParser parser;
    private String[] names = new String[64];
    private int nameCount;

    NodeReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The one object that the document is. */
    Node.Mapping document() throws MalformedJson {
        if (value() instanceof Node.Mapping mapping) {
            return mapping;
        }
        throw MalformedJson.whole(MessageKey.JSON_NOT_AN_OBJECT);
    }

    /** The one object that the document is; its members other than {@code wanted} are passed over, not unread. */
    Node.Mapping document(Set<String> wanted) throws MalformedJson {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw first == null ? MalformedJson.whole(MessageKey.JSON_EMPTY) : notAnObject(first);
        }
        Node.Mapping.Builder members = new Node.Mapping.Builder();
        Set<String> many = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            many = note(name, 0, many);
            if (wanted.contains(name)) {
                members.put(name, node(parser.nextToken(), 1));
            } else {
                passOver(parser.nextToken(), 1);
            }
        }
        refuseTrailingText();
        return members.build();
    }

    private MalformedJson notAnObject(JsonToken first) throws MalformedJson {
        passOver(first, 0);
        refuseTrailingText();
        return MalformedJson.whole(MessageKey.JSON_NOT_AN_OBJECT);
    }

    /** Judges what {@link #node} would read. */
    private void passOver(JsonToken token, int depth) throws MalformedJson {
        switch (token) {
            case START_OBJECT -> passOverMapping(deeper(depth));
            case START_ARRAY -> passOverSequence(deeper(depth));
            case VALUE_NUMBER_INT -> parser.getNumberType(); // which looks at its length
            default -> {} // there is no more to a scalar than its token
        }
    }

    private void passOverSequence(int depth) throws MalformedJson {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            passOver(token, depth);
        }
    }

    private void passOverMapping(int depth) throws MalformedJson {
        int firstName = nameCount;
        Set<String> many = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            many = note(name, firstName, many);
            passOver(parser.nextToken(), depth);
        }
        nameCount = firstName;
    }

    /** The one value that the document is. */
    Node value() throws MalformedJson {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw MalformedJson.whole(MessageKey.JSON_EMPTY);
        }
        Node node = node(first, 0);
        refuseTrailingText();
        return node;
    }

    private void refuseTrailingText() throws MalformedJson {
        TokenStreamLocation place = parser.currentLocation();
        try {
            if (parser.nextToken() == null) {
                return;
            }
            place = parser.currentTokenLocation();
        } catch (JacksonException notEvenJson) {
            place = notEvenJson.getLocation() == null ? place : notEvenJson.getLocation();
        }
        throw MalformedJson.at(place, MessageKey.JSON_TRAILING);
    }

    private Node node(JsonToken token, int depth) throws MalformedJson {
        return switch (token) {
            case START_OBJECT -> mapping(deeper(depth));
            case START_ARRAY -> sequence(deeper(depth));
            case VALUE_STRING -> Scalar.of(parser.getString());
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> new Node.Inexact(parser.getString());
            case VALUE_TRUE -> Scalar.of(true);
            case VALUE_FALSE -> Scalar.of(false);
            case VALUE_NULL -> Node.Null.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("unexpected " + token);
        };
    }

    private int deeper(int depth) throws MalformedJson {
        if (depth == MAX_DEPTH) {
            throw MalformedJson.at(
                    parser.currentTokenLocation(), MessageKey.JSON_TOO_DEEP, Datum.LIMIT, (long) MAX_DEPTH);
        }
        return depth + 1;
    }

    private Node integer() {
        boolean exact = parser.getNumberType() != NumberType.BIG_INTEGER;
        return exact ? Scalar.of(parser.getLongValue()) : new Node.Inexact(parser.getString());
    }

    private Node sequence(int depth) throws MalformedJson {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth));
        }
        return new Node.Sequence(items);
    }

    private Node mapping(int depth) throws MalformedJson {
        Node.Mapping.Builder members = new Node.Mapping.Builder();
        int firstName = nameCount;
        Set<String> many = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            many = note(name, firstName, many);
            members.put(name, node(parser.nextToken(), depth));
        }
        nameCount = firstName;
        return members.build();
    }

    /** Notes a name of the object whose names begin at {@code first}; {@code many} holds them once they are many. */
    private @Nullable Set<String> note(String name, int first, @Nullable Set<String> many) throws MalformedJson {
        Set<String> set = many;
        if (set == null && nameCount - first == FEW_NAMES) {
            set = new HashSet<>(Arrays.asList(names).subList(first, nameCount));
        }
        boolean fresh = set == null ? !isAmong(name, first) : set.add(name);
        if (!fresh) {
            throw MalformedJson.at(parser.currentTokenLocation(), MessageKey.JSON_DUPLICATE_KEY, Message.NAME, name);
        }
        if (set == null) {
            if (nameCount == names.length) {
                names = Arrays.copyOf(names, nameCount * 2);
            }
            names[nameCount++] = name;
        }
        return set;
    }

    private boolean isAmong(String name, int first) {
        for (int i = first; i < nameCount; i++) {
            if (names[i].equals(name)) {
                return true;
            }
        }
        return false;
    }
}
