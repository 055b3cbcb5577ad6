package io.proctemplate.domain.field;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.PortFault;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ports of a bind row: comma-separated items {@code n} or {@code a-b}, in any order (wire contract, section 4.2).
 * Keeps the text as it was written, so that a read gives back what was sent.
 *
 * <pre>{@code
 * Ports ports = Ports.of("80,8000-8080");
 * boolean shared = ports.overlaps(Ports.of("8080")); // true
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Ports {
    private final String text;
    private final List<PortRange> ranges;

    private Ports(String text, List<PortRange> ranges) {
        this.text = text;
        this.ranges = List.copyOf(ranges);
    }

    /**
     * Reads {@code text}: n in 1…65535 in plain digits without a leading zero, no blanks, no empty item, a ≤ b. Whether
     * items overlap is not looked at here ({@link #firstOverlap()}). The first item at fault is reported to {@code out}.
     *
     * @return the ports, null if there was a fault
     */
    public static @Nullable Ports parse(String text, Path at, Violations.Collector out) {
        List<PortRange> ranges = new ArrayList<>(2);
        for (int start = 0; start <= text.length(); ) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            PortFault fault = readItem(text, start, end, ranges);
            if (fault != null) {
                out.error(Violation.invalidPorts(at, fault, text.substring(start, end), text));
                return null;
            }
            start = end + 1;
        }
        return new Ports(text, ranges);
    }

    /**
     * The ports {@code text} stands for.
     *
     * @throws IllegalArgumentException that names the fault, if it stands for none
     */
    public static Ports of(String text) {
        Violations.Collector out = new Violations.Collector();
        Ports ports = parse(text, Path.root(), out);
        if (ports == null) {
            throw new IllegalArgumentException(out.errors().toString());
        }
        return ports;
    }

    private static @Nullable PortFault readItem(String text, int start, int end, List<PortRange> into) {
        int dash = dash(text, start, end);
        int first = number(text, start, dash);
        int last = dash == end ? first : number(text, dash + 1, end);
        if (first < 0 || last < 0) {
            return PortFault.SYNTAX;
        }
        if (first < 1 || first > PortRange.MAX_PORT || last < 1 || last > PortRange.MAX_PORT) {
            return PortFault.RANGE;
        }
        if (first > last) {
            return PortFault.BACKWARDS;
        }
        into.add(new PortRange(first, last));
        return null;
    }

    /** The first dash between {@code start} and {@code end}, {@code end} if there is none: looks no further. */
    private static int dash(String text, int start, int end) {
        int dash = start;
        while (dash < end && text.charAt(dash) != '-') {
            dash++;
        }
        return dash;
    }

    /** A number in plain digits; greater than any port if it has too many of them, -1 if it is none. */
    private static int number(String text, int start, int end) {
        boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
        if (start == end || leadingZero) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < end; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = Math.min(number * 10 + (digit - '0'), PortRange.MAX_PORT + 1);
        }
        return number;
    }

    /** The items in the order written; at least one. */
    public List<PortRange> ranges() {
        return ranges;
    }

    /** A range that shares a port with one before it in ascending order, empty if no two items overlap. */
    public Optional<PortRange> firstOverlap() {
        List<PortRange> ascending = ascending();
        for (int i = 1; i < ascending.size(); i++) {
            if (ascending.get(i).overlaps(ascending.get(i - 1))) {
                return Optional.of(ascending.get(i));
            }
        }
        return Optional.empty();
    }

    /** Whether the two share a port. */
    public boolean overlaps(Ports other) {
        return firstShared(other).isPresent();
    }

    /** The lowest run of ports that an item of each has, empty if the two share no port. */
    public Optional<PortRange> firstShared(Ports other) {
        List<PortRange> mine = ascending();
        List<PortRange> theirs = other.ascending();
        int i = 0;
        int j = 0;
        while (i < mine.size() && j < theirs.size()) {
            PortRange one = mine.get(i);
            PortRange two = theirs.get(j);
            if (one.overlaps(two)) {
                return Optional.of(new PortRange(Math.max(one.first(), two.first()), Math.min(one.last(), two.last())));
            }
            // The one that ends first can meet nothing that follows in the other list.
            if (one.last() < two.last()) {
                i++;
            } else {
                j++;
            }
        }
        return Optional.empty();
    }

    private List<PortRange> ascending() {
        return ranges.size() == 1
                ? ranges
                : ranges.stream()
                        .sorted(Comparator.comparingInt(PortRange::first))
                        .toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ports ports && text.equals(ports.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The text as it was written. */
    @Override
    public String toString() {
        return text;
    }
}
