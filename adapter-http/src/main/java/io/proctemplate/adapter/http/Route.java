package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Call;
import io.proctemplate.domain.access.Action;

/**
 * Where a call is found: on the ESB face by its name, on the native face under a method and a path of its own (wire
 * contract, section 5).
 *
 * @param nativePath may end in one variable, {@code /{name}}: the parameter {@code name}
 */
record Route(Call call, String nativeMethod, String nativePath, Endpoint endpoint) {

    /** Whether the call changes nothing, so that its parameters may stand in a query string. */
    boolean onlyReads() {
        return call.action() == Action.FIND_BUSINESS_RESOURCE;
    }
}
