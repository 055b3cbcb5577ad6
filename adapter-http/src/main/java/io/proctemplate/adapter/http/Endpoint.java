package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Caller;
import io.proctemplate.domain.field.Node;

/** What one call does with its own parameters; knows nothing of HTTP. */
interface Endpoint {

    Answer answer(Caller caller, Node.Mapping parameters);
}
