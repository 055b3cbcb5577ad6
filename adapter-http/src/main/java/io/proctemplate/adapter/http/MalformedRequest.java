package io.proctemplate.adapter.http;

/** A request whose header cannot be told from its body, or from the next request; Undertow answers it with a bare 400. */
final class MalformedRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedRequest() {
        super("malformed request", null, false, false);
    }
}
