package io.proctemplate.adapter.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as entity tags (RFC 9110, section 8.8.3): {@code "3"}. */
final class EntityTag {
    /** As {@code If-Match}: whatever version there is. */
    static final String ANY = "*";

    private static final Pattern VERSION = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private EntityTag() {}

    static String of(long version) {
        return '"' + Long.toString(version) + '"';
    }

    /** The version that {@code tag} names, 0 if it names none. */
    static long version(String tag) {
        Matcher matcher = VERSION.matcher(tag.strip());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
