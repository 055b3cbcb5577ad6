package io.proctemplate.adapter.http;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import tools.jackson.core.JsonGenerator;

/** Writes nodes as JSON. */
final class NodeWriter {
    private NodeWriter() {}

    static void write(Node node, JsonGenerator json) {
        if (node instanceof Node.Mapping mapping) {
            writeMapping(mapping, json);
        } else if (node instanceof Node.Sequence sequence) {
            json.writeStartArray();
            sequence.items().forEach(item -> write(item, json));
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

    private static void writeMapping(Node.Mapping mapping, JsonGenerator json) {
        json.writeStartObject();
        for (int i = 0; i < mapping.size(); i++) {
            json.writeName(mapping.name(i));
            write(mapping.node(i), json);
        }
        json.writeEndObject();
    }
}
