package io.proctemplate.domain.field;

/**
 * The two families of internet addresses.
 *
 * <pre>{@code
 * Optional<AddressFamily> family = BindAddress.ANY_V4.family(); // IPV4
 * }</pre>
 *
 * @since 0.1.0
 */
public enum AddressFamily {
    IPV4,
    IPV6
}
