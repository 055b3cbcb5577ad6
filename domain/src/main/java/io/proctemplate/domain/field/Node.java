package io.proctemplate.domain.field;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a caller sent, before it is judged: a document of scalars, lists and objects, free of any syntax. Adapters turn
 * JSON (or anything else that has these) into nodes and back; which names and kinds belong where is the domain's to say.
 *
 * <pre>{@code
 * Node.Mapping sent = new Node.Mapping.Builder()
 *         .put("value", Scalar.of("www"))
 *         .put("as_default_value", Node.Null.NULL)
 *         .build();
 * Node missing = sent.find("rows"); // null: missing is not the same as Node.Null
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface Node permits Scalar, Node.Null, Node.Inexact, Node.Plain, Node.Sequence, Node.Mapping {

    /** For a message: the text of a scalar, a word for anything else. */
    String excerpt();

    /** The value null, which is not the same as a missing one. */
    enum Null implements Node {
        NULL;

        @Override
        public String excerpt() {
            return "null";
        }
    }

    /** A number that is no integer of 64 bits as it is written ({@code 1.0}, {@code 1e3}, {@code 2^63}). */
    record Inexact(String literal) implements Node {
        @Override
        public String excerpt() {
            return literal;
        }
    }

    /** A value of a syntax that does not tell texts from numbers, such as a query string. */
    record Plain(String text) implements Node {
        @Override
        public String excerpt() {
            return text;
        }
    }

    /** A list. */
    record Sequence(List<Node> items) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String excerpt() {
            return "[…]";
        }
    }

    /** An object: names, each once, with their nodes in the order sent. */
    final class Mapping implements Node {
        private static final String[] NO_NAMES = {};
        private static final Node[] NO_NODES = {};

        private final String[] names;
        private final Node[] nodes;
        private final int size;

        /** The arrays may be longer than {@code size}; nobody else keeps them. */
        private Mapping(String[] names, Node[] nodes, int size) {
            this.names = names;
            this.nodes = nodes;
            this.size = size;
        }

        /** How many members there are. */
        public int size() {
            return size;
        }

        /** The name of the member at {@code position}, from 0. */
        public String name(int position) {
            return names[Objects.checkIndex(position, size)];
        }

        /** The node of the member at {@code position}, from 0. */
        public Node node(int position) {
            return nodes[Objects.checkIndex(position, size)];
        }

        /** The node under {@code name}, null if the name is missing; looks at each name, made for small objects. */
        public @Nullable Node find(String name) {
            for (int i = 0; i < size; i++) {
                if (names[i].equals(name)) {
                    return nodes[i];
                }
            }
            return null;
        }

        /** This object but for the member {@code name}; itself if there is none. */
        public Mapping without(String name) {
            if (find(name) == null) {
                return this;
            }
            Builder others = new Builder();
            for (int i = 0; i < size; i++) {
                if (!names[i].equals(name)) {
                    others.put(names[i], nodes[i]);
                }
            }
            return others.build();
        }

        @Override
        public String excerpt() {
            return "{…}";
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Mapping mapping
                    && Arrays.equals(names, 0, size, mapping.names, 0, mapping.size)
                    && Arrays.equals(nodes, 0, size, mapping.nodes, 0, mapping.size);
        }

        @Override
        public int hashCode() {
            int hash = size;
            for (int i = 0; i < size; i++) {
                hash = 31 * (31 * hash + names[i].hashCode()) + nodes[i].hashCode();
            }
            return hash;
        }

        @Override
        public String toString() {
            StringBuilder text = new StringBuilder("{");
            for (int i = 0; i < size; i++) {
                text.append(i == 0 ? "" : ", ").append(names[i]).append(": ").append(nodes[i]);
            }
            return text.append('}').toString();
        }

        /** Gathers the members of one object. */
        public static final class Builder {
            private String[] names = NO_NAMES;
            private Node[] nodes = NO_NODES;
            private int size;

            /** Adds a member; the caller sees to it that a name comes once. */
            public Builder put(String name, Node node) {
                if (size == names.length) {
                    int room = size == 0 ? 2 : size * 2; // most objects wrap one value and its lock
                    names = Arrays.copyOf(names, room);
                    nodes = Arrays.copyOf(nodes, room);
                }
                names[size] = name;
                nodes[size++] = node;
                return this;
            }

            /** The object with the members added so far; this builder is then as new. */
            public Mapping build() {
                Mapping mapping = new Mapping(names, nodes, size);
                names = NO_NAMES;
                nodes = NO_NODES;
                size = 0;
                return mapping;
            }
        }
    }
}
