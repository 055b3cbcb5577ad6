package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Call;
import io.proctemplate.domain.access.Action;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a call is found: on the ESB face by its name, on the native face under a method and a path of its own (wire
 * contract, section 5).
 *
 * @param faces those that have the call
 * @param nativePath may end in one variable, {@code /{name}}: the parameter {@code name}
 */
record Route(Set<Face> faces, Call call, String nativeMethod, String nativePath, Endpoint endpoint) {
    private static final Set<Action> READING = EnumSet.of(Action.FIND_BUSINESS_RESOURCE, Action.FIND_AUDIT_LOG);

    Route {
        faces = Set.copyOf(faces);
    }

    /** Of a call that both faces have. */
    Route(Call call, String nativeMethod, String nativePath, Endpoint endpoint) {
        this(EnumSet.allOf(Face.class), call, nativeMethod, nativePath, endpoint);
    }

    /** Whether the call changes nothing, so that its parameters may stand in a query string. */
    boolean onlyReads() {
        return READING.contains(call.action());
    }
}
