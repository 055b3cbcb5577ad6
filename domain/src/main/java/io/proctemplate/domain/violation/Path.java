package io.proctemplate.domain.violation;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A place in an input document: names and list positions from the root inward. Immutable; a child shares its parent, so
 * that walking a document costs one small object a step.
 *
 * <pre>{@code
 * String pointer = Path.root().member("processes").item(3).member("a/b").pointer(); // "/processes/3/a~1b"
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Path {
    private static final Path ROOT = new Path(null, null, -1, false);

    private final @Nullable Path parent;
    private final @Nullable String name;
    private final int index;
    private final boolean inRow;

    private Path(@Nullable Path parent, @Nullable String name, int index, boolean inRow) {
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.inRow = inRow;
    }

    /** The whole document; its pointer is the empty string. */
    public static Path root() {
        return ROOT;
    }

    /** The member {@code name} of the object at this place. */
    public Path member(String name) {
        return new Path(this, name, -1, inRow);
    }

    /** The zero-based {@code index}-th of the things that the request is about, in their list at this place. */
    public Path item(int index) {
        return step(index, inRow);
    }

    /** The zero-based {@code index}-th row of a list that is a part of one thing, not a list of things. */
    public Path row(int index) {
        return step(index, true);
    }

    private Path step(int index, boolean inRow) {
        if (index < 0) {
            throw new IndexOutOfBoundsException(index);
        }
        return new Path(this, null, index, inRow);
    }

    /** The position of the outermost {@link #item} on the way to this place, empty where there is none. */
    public OptionalInt outermostIndex() {
        int outermost = -1;
        for (Path step = this; step != null; step = step.parent) {
            outermost = step.index >= 0 && !step.inRow ? step.index : outermost;
        }
        return outermost < 0 ? OptionalInt.empty() : OptionalInt.of(outermost);
    }

    /** Whether a {@link #row} lies on the way to this place. */
    public boolean isInRow() {
        return inRow;
    }

    /** This place as a JSON Pointer (RFC 6901), {@code ~} and {@code /} in names escaped. */
    public String pointer() {
        StringBuilder pointer = new StringBuilder(64);
        appendTo(pointer);
        return pointer.toString();
    }

    private void appendTo(StringBuilder pointer) {
        if (parent == null) {
            return;
        }
        parent.appendTo(pointer);
        pointer.append('/');
        if (name == null) {
            pointer.append(index);
        } else {
            pointer.append(name.replace("~", "~0").replace("/", "~1"));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Path path && pointer().equals(path.pointer());
    }

    @Override
    public int hashCode() {
        return pointer().hashCode();
    }

    @Override
    public String toString() {
        return pointer();
    }
}
