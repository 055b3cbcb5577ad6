package io.proctemplate.adapter.http;

import io.proctemplate.wire.Code;
import io.proctemplate.wire.text.Message;
import io.proctemplate.wire.text.MessageKey;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns away what the pages of other sites have a browser send. A page may send a request to any server that its reader can
 * reach; whether it is ours is told by {@code Origin}, and by {@code Host} where its own name leads to this machine (DNS
 * rebinding). Needed where credentials are known to everybody.
 */
final class OriginCheck {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);

    private final String scheme;
    private final int defaultPort;

    OriginCheck(boolean tls) {
        this.scheme = tls ? "https://" : "http://";
        this.defaultPort = tls ? 443 : 80;
    }

    /** Why a request that came to {@code port} is not looked at, null if it is. */
    @Nullable
    Rejection check(Headers headers, int port) {
        List<String> hosts = headers.all(Headers.HOST);
        List<String> origins = headers.all(Headers.ORIGIN);
        boolean ours = hosts.size() == 1
                && isLoopback(hosts.get(0), port)
                && origins.size() <= 1
                && origins.stream().allMatch((scheme + hosts.get(0))::equalsIgnoreCase);
        return ours
                ? null
                : new Rejection(
                        Code.NOT_AUTHENTICATED,
                        Message.of(MessageKey.FOREIGN_ORIGIN, Message.NAME, "localhost:" + port));
    }

    private boolean isLoopback(String host, int port) {
        String suffix = ":" + port;
        if (host.endsWith(suffix)) {
            return isLoopback(host.substring(0, host.length() - suffix.length()));
        }
        return port == defaultPort && isLoopback(host);
    }

    private static boolean isLoopback(String name) {
        return LOOPBACK.matcher(name).matches();
    }
}
