package io.proctemplate.domain.field;

/**
 * The ports {@code first…last}, both included; a single port is a range of one.
 *
 * <pre>{@code
 * boolean shared = new PortRange(80, 90).overlaps(new PortRange(90, 99)); // true
 * }</pre>
 *
 * @param first 1…{@code last}
 * @param last {@code first}…65535
 * @since 0.1.0
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
