package io.proctemplate.domain.field;

/**
 * The transport protocol of a bind row; TCP and UDP go with IPv4 choices, TCP6 and UDP6 with IPv6 ones (section 4.2).
 *
 * <pre>{@code
 * AddressFamily family = Protocol.TCP6.family(); // IPV6
 * }</pre>
 *
 * @since 0.1.0
 */
public enum Protocol implements Choice {
    TCP("1", AddressFamily.IPV4),
    UDP("2", AddressFamily.IPV4),
    TCP6("3", AddressFamily.IPV6),
    UDP6("4", AddressFamily.IPV6);

    private final String wire;
    private final AddressFamily family;

    Protocol(String wire, AddressFamily family) {
        this.wire = wire;
        this.family = family;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The family of the addresses it goes with. */
    public AddressFamily family() {
        return family;
    }
}
