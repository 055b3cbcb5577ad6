package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.AddressFamily;
import java.util.Optional;

/** Tells literal addresses from other texts: dotted decimal IPv4, and IPv6 as in RFC 4291, section 2.2, without a zone. */
final class AddressLiteral {
    private static final int GROUPS = 8;
    private static final int GROUPS_OF_IPV4 = 2;

    private AddressLiteral() {}

    /** The family of {@code text}, empty if it is no literal address. */
    static Optional<AddressFamily> family(String text) {
        if (isIpv4(text)) {
            return Optional.of(AddressFamily.IPV4);
        }
        return isIpv6(text) ? Optional.of(AddressFamily.IPV6) : Optional.empty();
    }

    private static boolean isIpv4(String text) {
        String[] octets = text.split("\\.", -1);
        if (octets.length != 4) {
            return false;
        }
        for (String octet : octets) {
            boolean digits =
                    !octet.isEmpty() && octet.length() <= 3 && octet.chars().allMatch(c -> c >= '0' && c <= '9');
            boolean leadingZero = octet.length() > 1 && octet.startsWith("0");
            if (!digits || leadingZero || Integer.parseInt(octet) > 255) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == GROUPS;
        }
        String after = text.substring(gap + 2);
        int left = gap == 0 ? 0 : groups(text.substring(0, gap), false);
        int right = after.isEmpty() ? 0 : groups(after, true);
        return left >= 0 && right >= 0 && left + right < GROUPS;
    }

    /** How many groups of 16 bits {@code text} spells, -1 if it is none; the last ones may be an IPv4 address. */
    private static int groups(String text, boolean mayEndInIpv4) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (isGroup(parts[i])) {
                count++;
            } else if (mayEndInIpv4 && i == parts.length - 1 && isIpv4(parts[i])) {
                count += GROUPS_OF_IPV4;
            } else {
                return -1;
            }
        }
        return count;
    }

    private static boolean isGroup(String part) {
        return !part.isEmpty() && part.length() <= 4 && part.chars().allMatch(AddressLiteral::isHexDigit);
    }

    private static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
