package io.proctemplate.adapter.jdbc;

import io.proctemplate.domain.audit.Change;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/** The changes column: a JSON list of {@code {"field": name, "before": value, "after": value}}; what was not there is left out. */
final class ChangesDocument {
    private static final String FIELD = "field";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private ChangesDocument() {}

    /** The document of {@code changes}, null for none. */
    static @Nullable String write(List<Change> changes) {
        if (changes.isEmpty()) {
            return null;
        }
        StringWriter text = new StringWriter(256);
        try (JsonGenerator out = PropertyDocument.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartArray();
            changes.forEach(change -> write(change, out));
            out.writeEndArray();
        }
        return text.toString();
    }

    private static void write(Change change, JsonGenerator out) {
        out.writeStartObject();
        out.writeName(FIELD);
        out.writeString(change.field());
        writeMember(BEFORE, change.before(), out);
        writeMember(AFTER, change.after(), out);
        out.writeEndObject();
    }

    private static void writeMember(String name, @Nullable Node node, JsonGenerator out) {
        if (node != null) {
            out.writeName(name);
            write(node, out);
        }
    }

    private static void write(Node node, JsonGenerator out) {
        if (node instanceof Scalar scalar) {
            scalar.fold(out::writeString, out::writeNumber, out::writeBoolean);
        } else if (node instanceof Node.Mapping mapping) {
            out.writeStartObject();
            for (int i = 0; i < mapping.size(); i++) {
                writeMember(mapping.name(i), mapping.node(i), out);
            }
            out.writeEndObject();
        } else if (node instanceof Node.Sequence sequence) {
            out.writeStartArray();
            sequence.items().forEach(item -> write(item, out));
            out.writeEndArray();
        } else {
            out.writeNull();
        }
    }

    /** The changes of a document that {@link #write} made. */
    static List<Change> read(@Nullable String document) {
        if (document == null) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        try (JsonParser in = PropertyDocument.JSON.createParser(ObjectReadContext.empty(), document)) {
            in.nextToken();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                changes.add(change((Node.Mapping) node(in)));
            }
        }
        return changes;
    }

    private static Change change(Node.Mapping stored) {
        Scalar.Text field = (Scalar.Text) Objects.requireNonNull(stored.find(FIELD));
        return new Change(field.value(), stored.find(BEFORE), stored.find(AFTER));
    }

    /** The value that begins at the parser's token. */
    private static Node node(JsonParser in) {
        return switch (in.currentToken()) {
            case START_OBJECT -> mapping(in);
            case START_ARRAY -> sequence(in);
            case VALUE_STRING -> Scalar.of(in.getString());
            case VALUE_NUMBER_INT -> Scalar.of(in.getLongValue());
            case VALUE_TRUE -> Scalar.of(true);
            case VALUE_FALSE -> Scalar.of(false);
            case VALUE_NULL -> Node.Null.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_NUMBER_FLOAT, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("unexpected " + in.currentToken());
        };
    }

    private static Node.Mapping mapping(JsonParser in) {
        Node.Mapping.Builder members = new Node.Mapping.Builder();
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            members.put(name, node(in));
        }
        return members.build();
    }

    private static Node.Sequence sequence(JsonParser in) {
        List<Node> items = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(in));
        }
        return new Node.Sequence(items);
    }
}
