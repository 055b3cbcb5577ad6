package io.proctemplate.wire.json;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.wire.text.Excerpt;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.io.SerializedString;

/** Writes the nodes of one answer as JSON. For one thread. */
public final class NodeWriter {
    private final JsonGenerator json;
    /** The objects of a list have the same names: each is escaped and encoded once. */
    private final Map<String, SerializedString> names = new HashMap<>();

    /** Writes to {@code json}. */
    public NodeWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one value. */
    public void write(Node node) {
        if (node instanceof Node.Mapping mapping) {
            writeMapping(mapping);
        } else if (node instanceof Node.Sequence sequence) {
            json.writeStartArray();
            sequence.items().forEach(this::write);
            json.writeEndArray();
        } else if (node instanceof Scalar.Text text) {
            json.writeString(Excerpt.wellFormed(text.value()));
        } else if (node instanceof Scalar.Number number) {
            json.writeNumber(number.value());
        } else if (node instanceof Scalar.Flag flag) {
            json.writeBoolean(flag.value());
        } else if (node == Node.Null.NULL) {
            json.writeNull();
        } else {
            throw new IllegalArgumentException("only callers send such a node: " + node.excerpt());
        }
    }

    private void writeMapping(Node.Mapping mapping) {
        json.writeStartObject();
        for (int i = 0; i < mapping.size(); i++) {
            json.writeName(names.computeIfAbsent(mapping.name(i), SerializedString::new));
            write(mapping.node(i));
        }
        json.writeEndObject();
    }
}
