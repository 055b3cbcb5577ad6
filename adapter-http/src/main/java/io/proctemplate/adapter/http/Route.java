package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Call;

/**
 * Where a call is found: on the ESB face by its name, on the native face under a method and a path of its own (wire
 * contract, section 5).
 */
record Route(Call call, String nativeMethod, String nativePath, Endpoint endpoint) {}
