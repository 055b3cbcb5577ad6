package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.BindAddress;

/**
 * The addresses of a host, by which it resolves the choice of a bind row. Each may be a list separated by commas, of
 * which the first counts, and is the empty text where the host has none.
 *
 * <pre>{@code
 * Host host = new Host("10.0.0.7,10.0.0.8", "", "fd00::7", "");
 * String inner = host.resolve(BindAddress.FIRST_INNER_V4); // "10.0.0.7"
 * String outer = host.resolve(BindAddress.FIRST_OUTER_V4); // "", the host has none
 * }</pre>
 *
 * @param innerIpv4 IPv4 addresses inside the network ({@code bk_host_innerip})
 * @param outerIpv4 IPv4 addresses seen from outside ({@code bk_host_outerip})
 * @param innerIpv6 IPv6 addresses inside the network ({@code bk_host_innerip_v6})
 * @param outerIpv6 IPv6 addresses seen from outside ({@code bk_host_outerip_v6})
 * @since 0.1.0
 */
public record Host(String innerIpv4, String outerIpv4, String innerIpv6, String outerIpv6) {
    private static final String NO_ADDRESS = "";

    /** A host of which nothing is known. */
    public static Host withoutAddresses() {
        return new Host(NO_ADDRESS, NO_ADDRESS, NO_ADDRESS, NO_ADDRESS);
    }

    /** The literal address that {@code choice} stands for on this host, the empty text where there is none. */
    public String resolve(BindAddress choice) {
        return switch (choice) {
            case NONE -> NO_ADDRESS;
            case LOOPBACK_V4 -> "127.0.0.1";
            case ANY_V4 -> "0.0.0.0";
            case FIRST_INNER_V4 -> first(innerIpv4);
            case FIRST_OUTER_V4 -> first(outerIpv4);
            case LOOPBACK_V6 -> "::1";
            case ANY_V6 -> "::";
            case FIRST_INNER_V6 -> first(innerIpv6);
            case FIRST_OUTER_V6 -> first(outerIpv6);
        };
    }

    /** The part before the first comma; commas at either end do not count. */
    private static String first(String addresses) {
        int start = 0;
        while (start < addresses.length() && addresses.charAt(start) == ',') {
            start++;
        }
        int comma = addresses.indexOf(',', start);
        return addresses.substring(start, comma < 0 ? addresses.length() : comma);
    }
}
