package io.proctemplate.domain.field;

/**
 * The ports {@code first…last}, both included; a single port is a range of one.
 *
 * @param first 1…{@code last}
 * @param last {@code first}…65535
 */
public record PortRange(int first, int last) {
    /** The greatest port number. */
    public static final int MAX_PORT = 65_535;

    public PortRange {
        if (first < 1 || last > MAX_PORT || first > last) {
            throw new IllegalArgumentException("no port range: " + first + "-" + last);
        }
    }

    /** Whether the two share a port. */
    public boolean overlaps(PortRange other) {
        return first <= other.last && other.first <= last;
    }

    @Override
    public String toString() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
