package io.proctemplate.adapter.http;

import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.domain.field.Node;
import io.proctemplate.wire.json.JsonFormat;
import io.proctemplate.wire.json.NodeWriter;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the objects of a list as {@code {"count": …, "info": […]}} while the storage hands them over, so that no more
 * than one of them is held at a time. Whether they are answered is known at the end only: the storage may still fail.
 */
final class ListWriter<T> implements ListReceiver<T> {
    private static final int EXPECTED_BYTES = 8 * 1024;

    private final JsonFormat json;
    private final Function<T, Node> form;
    private AnswerBuffer out = new AnswerBuffer(EXPECTED_BYTES);
    private JsonGenerator generator;
    private NodeWriter nodes;

    ListWriter(JsonFormat json, Function<T, Node> form) {
        this.json = json;
        this.form = form;
        this.generator = json.generator(out);
        this.nodes = new NodeWriter(generator);
    }

    /** Begins the list, anew if the storage had to begin anew. */
    @Override
    public void count(long count) {
        discard();
        out = new AnswerBuffer(EXPECTED_BYTES);
        generator = json.generator(out);
        nodes = new NodeWriter(generator);
        generator.writeStartObject();
        generator.writeNumberProperty("count", count);
        generator.writeArrayPropertyStart("info");
    }

    @Override
    public void item(T item) {
        nodes.write(form.apply(item));
    }

    /** Forgets what was received. */
    void discard() {
        generator.close();
        out.release();
    }

    /** The list, all of which was received. */
    Answer.Data data() {
        generator.writeEndArray();
        generator.writeEndObject();
        generator.close();
        return (target, face) -> append(target);
    }

    /** Past the generator, which can only take values as text: the bytes are right already. */
    private void append(JsonGenerator target) {
        target.writeRawValue("");
        target.flush();
        ((AnswerBuffer) target.streamWriteOutputTarget()).append(out);
    }
}
