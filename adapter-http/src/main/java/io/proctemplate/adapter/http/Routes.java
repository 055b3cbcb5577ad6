package io.proctemplate.adapter.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the call that a method and a path stand for. Immutable. */
final class Routes {
    private static final String ESB_PREFIX = "/api/c/compapi/v2/cc/";
    private static final String ESB_METHOD = "POST";

    private final Map<String, Route> byEsbName = new HashMap<>();
    private final Map<String, Route> byNativePath = new HashMap<>();

    /** A call as it was asked for. */
    record Target(Route route, Face face) {}

    Routes(List<Route> routes) {
        for (Route route : routes) {
            byEsbName.put(route.call().wireName(), route);
            byNativePath.put(route.nativePath(), route);
        }
    }

    /** The call, null if there is no such path or it does not have the method. */
    @Nullable
    Target find(String method, String path) {
        String plain = path.startsWith("//") ? path.substring(1) : path;
        if (plain.startsWith(ESB_PREFIX)) {
            int end = plain.endsWith("/") ? plain.length() - 1 : plain.length();
            Route route = end <= ESB_PREFIX.length() ? null : byEsbName.get(plain.substring(ESB_PREFIX.length(), end));
            return route != null && method.equals(ESB_METHOD) ? new Target(route, Face.ESB) : null;
        }
        Route route = byNativePath.get(path);
        return route != null && method.equals(route.nativeMethod()) ? new Target(route, Face.NATIVE) : null;
    }
}
