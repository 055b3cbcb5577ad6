package io.proctemplate.domain.diff;

import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.violation.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Patch (RFC 6902): steps to be taken in their order.
 *
 * <pre>{@code
 * JsonPatch patch = diff.jsonPatch();
 * String json = patch.toJson(); // applies to the earlier template's toNode()
 * }</pre>
 *
 * @param operations the steps
 * @since 0.1.0
 */
public record JsonPatch(List<Operation> operations) {
    /** Copies the list. */
    public JsonPatch {
        operations = List.copyOf(operations);
    }

    /** What a step does. */
    public enum Verb {
        /** Puts a new item into a list, before the one that stands at its place. */
        ADD,
        /** Takes an item out of a list. */
        REMOVE,
        /** Puts a value into the place of another. */
        REPLACE
    }

    /**
     * One step.
     *
     * @param value null for {@link Verb#REMOVE} only
     */
    public record Operation(Verb verb, Path path, @Nullable Node value) {
        private Node toNode() {
            Node.Mapping.Builder node =
                    new Node.Mapping.Builder().put("op", Scalar.of(verbName())).put("path", Scalar.of(path.pointer()));
            return value == null ? node.build() : node.put("value", value).build();
        }

        private String verbName() {
            return switch (verb) {
                case ADD -> "add";
                case REMOVE -> "remove";
                case REPLACE -> "replace";
            };
        }
    }

    /** The patch as a JSON text. */
    public String toJson() {
        return Json.of(toNode());
    }

    /** The patch as a list of objects, to stand within a larger document. */
    public Node.Sequence toNode() {
        return new Node.Sequence(
                operations.stream().<Node>map(Operation::toNode).toList());
    }
}
