package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of a file with the place where it begins, and the same of each value within. Immutable, so that a part can
 * stand in several places, which is what an alias of YAML means.
 *
 * @param members of an object, by name
 * @param items of a list
 * @param depth how deep objects and lists are nested in it, 0 for a scalar
 * @param values how many values it is in all, each counted as often as it stands somewhere
 */
record Part(Node node, Place place, Map<String, Member> members, List<Part> items, int depth, long values) {
    /** As the server has it. */
    static final int MAX_DEPTH = 64;

    /** Far more than any real file has: bounds what a few lines of aliases can stand for. */
    static final long MAX_VALUES = 1_000_000;

    private static final Pattern POSITION = Pattern.compile("[0-9]{1,8}");

    /** A value with the place of its name. */
    record Member(Place name, Part value) {}

    static Part scalar(Node node, Place place) {
        return new Part(node, place, Map.of(), List.of(), 0, 1);
    }

    static Part list(List<Part> items, Place place) throws SyntaxFault.Fatal {
        Node node = new Node.Sequence(items.stream().map(Part::node).toList());
        return of(node, place, Map.of(), List.copyOf(items), items);
    }

    private static Part of(Node node, Place place, Map<String, Member> members, List<Part> items, List<Part> within)
            throws SyntaxFault.Fatal {
        int depth = 1 + within.stream().mapToInt(Part::depth).max().orElse(0);
        long values = 1 + within.stream().mapToLong(Part::values).sum();
        if (values > MAX_VALUES) {
            throw new SyntaxFault.Fatal(SyntaxFault.tooMany(place));
        }
        return new Part(node, place, members, items, depth, values);
    }

    /** Gathers the members of one object. */
    static final class ObjectBuilder {
        private final Place place;
        private final List<SyntaxFault> faults;
        private final Map<String, Member> members = new HashMap<>();
        private final List<Part> values = new ArrayList<>();
        private final Node.Mapping.Builder node = new Node.Mapping.Builder();

        /** Reports a name that comes twice to {@code faults}; the first one stays. */
        ObjectBuilder(Place place, List<SyntaxFault> faults) {
            this.place = place;
            this.faults = faults;
        }

        void put(String name, Place at, Part value) {
            if (members.putIfAbsent(name, new Member(at, value)) == null) {
                node.put(name, value.node());
                values.add(value);
            } else {
                faults.add(SyntaxFault.duplicate(at, name));
            }
        }

        Part build() throws SyntaxFault.Fatal {
            return of(node.build(), place, Map.copyOf(members), List.of(), values);
        }
    }

    /** Where the value stands that {@code pointer} (RFC 6901) leads to; if there is none, that in which it is missing. */
    Place placeOf(String pointer) {
        Member found = walk(pointer);
        return found.value().place();
    }

    /** Where the name of the member stands that {@code pointer} leads to. */
    Place placeOfName(String pointer) {
        return walk(pointer).name();
    }

    private Member walk(String pointer) {
        Member at = new Member(place, this);
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            Member next = at.value().step(step.replace("~1", "/").replace("~0", "~"));
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private @Nullable Member step(String step) {
        if (!POSITION.matcher(step).matches()) {
            return members.get(step);
        }
        int position = Integer.parseInt(step);
        if (position >= items.size()) {
            return members.get(step);
        }
        Part item = items.get(position);
        return new Member(item.place(), item);
    }
}
