package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Caller;

/** What one call does with its own parameters; knows nothing of HTTP. */
interface Endpoint {

    Answer answer(Caller caller, Parameters parameters);
}
