package io.proctemplate.domain.audit;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One member of an object that is not what it was.
 *
 * <pre>{@code
 * Node.Mapping before =
 *         new Node.Mapping.Builder().put("name", Scalar.of("web")).build();
 * Node.Mapping after =
 *         new Node.Mapping.Builder().put("name", Scalar.of("www")).build();
 * List<Change> changes = Change.between(before, after);
 * }</pre>
 *
 * @param field the member's name on the wire
 * @param before what it was; null if it was not there
 * @param after what it is; null if it is not there any more
 * @since 0.1.0
 */
public record Change(
        String field, @Nullable Node before, @Nullable Node after) {

    /** As {@code {"field": …, "before": …, "after": …}}; null stands for what was not there. */
    public Node.Mapping toNode() {
        return new Node.Mapping.Builder()
                .put("field", Scalar.of(field))
                .put("before", before == null ? Node.Null.NULL : before)
                .put("after", after == null ? Node.Null.NULL : after)
                .build();
    }

    /** What differs, in the order of {@code after}; what is gone comes last. */
    public static List<Change> between(Node.Mapping before, Node.Mapping after) {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            Node earlier = before.find(after.name(i));
            if (!after.node(i).equals(earlier)) {
                changes.add(new Change(after.name(i), earlier, after.node(i)));
            }
        }
        for (int i = 0; i < before.size(); i++) {
            if (after.find(before.name(i)) == null) {
                changes.add(new Change(before.name(i), before.node(i), null));
            }
        }
        return changes;
    }
}
