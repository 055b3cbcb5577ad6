package io.proctemplate.domain.field;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The address a process binds, as a choice that each host resolves for itself; a literal address is none (wire contract,
 * section 4.2).
 *
 * <pre>{@code
 * String wire = BindAddress.LOOPBACK_V4.wire(); // "1"
 * }</pre>
 *
 * @since 0.1.0
 */
public enum BindAddress implements Choice {
    /** No address; no family is checked. */
    NONE("", null),
    LOOPBACK_V4("1", AddressFamily.IPV4),
    ANY_V4("2", AddressFamily.IPV4),
    /** The first inner IPv4 address of the host. */
    FIRST_INNER_V4("3", AddressFamily.IPV4),
    /** The first outer IPv4 address of the host. */
    FIRST_OUTER_V4("4", AddressFamily.IPV4),
    LOOPBACK_V6("5", AddressFamily.IPV6),
    ANY_V6("6", AddressFamily.IPV6),
    /** The first inner IPv6 address of the host. */
    FIRST_INNER_V6("7", AddressFamily.IPV6),
    /** The first outer IPv6 address of the host. */
    FIRST_OUTER_V6("8", AddressFamily.IPV6);

    private final String wire;
    private final @Nullable AddressFamily family;

    BindAddress(String wire, @Nullable AddressFamily family) {
        this.wire = wire;
        this.family = family;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** The family of the address, empty for {@link #NONE}. */
    public Optional<AddressFamily> family() {
        return Optional.ofNullable(family);
    }
}
