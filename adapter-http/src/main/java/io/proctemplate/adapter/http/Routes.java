package io.proctemplate.adapter.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the call that a method and a path stand for. Immutable. */
final class Routes {
    private static final String ESB_PREFIX = "/api/c/compapi/v2/cc/";
    private static final String POST = "POST";
    private static final String GET = "GET";

    private final Map<String, Route> byEsbName = new HashMap<>();
    private final Map<String, Route> byNativePath = new HashMap<>();
    private final Map<String, Variable> byNativeParent = new HashMap<>();

    /** A route whose path ends in the value of the parameter {@code name}. */
    private record Variable(String name, Route route) {}

    /** A parameter that stands in the path, not decoded. */
    record PathParameter(String name, String value) {}

    /**
     * A call as it was asked for.
     *
     * @param fromQuery whether its parameters stand in the query string; a body is then nothing to look at
     */
    record Target(
            Route route,
            Face face,
            boolean fromQuery,
            @Nullable PathParameter pathParameter) {}

    Routes(List<Route> routes) {
        for (Route route : routes) {
            if (route.faces().contains(Face.ESB)) {
                byEsbName.put(route.call().wireName(), route);
            }
            if (route.faces().contains(Face.NATIVE)) {
                addNative(route);
            }
        }
    }

    private void addNative(Route route) {
        String path = route.nativePath();
        int open = path.indexOf('{');
        if (open < 0) {
            byNativePath.put(path, route);
        } else {
            byNativeParent.put(
                    path.substring(0, open), new Variable(path.substring(open + 1, path.length() - 1), route));
        }
    }

    /** The call, null if there is no such path or it does not have the method. A path has one spelling, without parameters. */
    @Nullable
    Target find(String method, String path) {
        if (path.indexOf(';') >= 0) {
            return null;
        }
        String plain = path.startsWith("//") ? path.substring(1) : path;
        return plain.startsWith(ESB_PREFIX)
                ? findByName(method, plain.substring(ESB_PREFIX.length()))
                : findNative(method, path);
    }

    private @Nullable Target findByName(String method, String rest) {
        Route route = byEsbName.get(rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest);
        if (route == null) {
            return null;
        }
        boolean fromQuery = method.equals(GET) && route.onlyReads();
        return fromQuery || method.equals(POST) ? new Target(route, Face.ESB, fromQuery, null) : null;
    }

    private @Nullable Target findNative(String method, String path) {
        Route route = byNativePath.get(path);
        if (route != null) {
            return target(method, route, null);
        }
        int last = path.lastIndexOf('/') + 1;
        Variable variable = last == path.length() ? null : byNativeParent.get(path.substring(0, last));
        return variable == null
                ? null
                : target(method, variable.route, new PathParameter(variable.name, path.substring(last)));
    }

    private static @Nullable Target target(String method, Route route, @Nullable PathParameter parameter) {
        return method.equals(route.nativeMethod())
                ? new Target(route, Face.NATIVE, method.equals(GET), parameter)
                : null;
    }
}
