package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonParser.NumberType;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads JSON (RFC 8259, no extension of it). For one text. */
final class JsonReading {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Part.MAX_DEPTH + 1)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final List<SyntaxFault> faults;

    private JsonReading(JsonParser parser, List<SyntaxFault> faults) {
        this.parser = parser;
        this.faults = faults;
    }

    /** The value that {@code text} is; what is wrong with it, and does not keep it from being read, goes to {@code faults}. */
    static Part read(String text, List<SyntaxFault> faults) throws SyntaxFault.Fatal {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReading(parser, faults).document();
        } catch (StreamConstraintsException beyondLimits) {
            throw fatal(beyondLimits, "not acceptable as JSON: an overlong number or name");
        } catch (JacksonException syntax) {
            throw fatal(syntax, "not valid JSON: " + Excerpt.inLine(syntax.getOriginalMessage()));
        }
    }

    private static SyntaxFault.Fatal fatal(JacksonException failure, String message) {
        TokenStreamLocation location = failure.getLocation();
        return new SyntaxFault.Fatal(new SyntaxFault(location == null ? Place.START : place(location), message));
    }

    private static Place place(TokenStreamLocation location) {
        return new Place(location.getLineNr(), location.getColumnNr());
    }

    private Part document() throws SyntaxFault.Fatal {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw new SyntaxFault.Fatal(new SyntaxFault(Place.START, "the file is empty"));
        }
        Part document = part(first, 0);
        if (parser.nextToken() != null) {
            throw new SyntaxFault.Fatal(new SyntaxFault(here(), "something follows the JSON value"));
        }
        return document;
    }

    private Place here() {
        return place(parser.currentTokenLocation());
    }

    private Part part(JsonToken token, int depth) throws SyntaxFault.Fatal {
        Place place = here();
        return switch (token) {
            case START_OBJECT -> object(place, deeper(depth, place));
            case START_ARRAY -> list(place, deeper(depth, place));
            case VALUE_STRING -> Part.scalar(Scalar.of(parser.getString()), place);
            case VALUE_NUMBER_INT -> Part.scalar(integer(), place);
            case VALUE_NUMBER_FLOAT -> Part.scalar(new Node.Inexact(parser.getString()), place);
            case VALUE_TRUE -> Part.scalar(Scalar.of(true), place);
            case VALUE_FALSE -> Part.scalar(Scalar.of(false), place);
            case VALUE_NULL -> Part.scalar(Node.Null.NULL, place);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("unexpected " + token);
        };
    }

    private static int deeper(int depth, Place place) throws SyntaxFault.Fatal {
        if (depth == Part.MAX_DEPTH) {
            throw new SyntaxFault.Fatal(SyntaxFault.tooDeep(place));
        }
        return depth + 1;
    }

    private Node integer() {
        boolean exact = parser.getNumberType() != NumberType.BIG_INTEGER;
        return exact ? Scalar.of(parser.getLongValue()) : new Node.Inexact(parser.getString());
    }

    private Part list(Place place, int depth) throws SyntaxFault.Fatal {
        List<Part> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(part(token, depth));
        }
        return Part.list(items, place);
    }

    private Part object(Place place, int depth) throws SyntaxFault.Fatal {
        Part.ObjectBuilder object = new Part.ObjectBuilder(place, faults);
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            Place at = here();
            object.put(name, at, part(parser.nextToken(), depth));
        }
        return object.build();
    }
}
