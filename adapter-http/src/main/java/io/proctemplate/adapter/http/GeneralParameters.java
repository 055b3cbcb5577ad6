package io.proctemplate.adapter.http;

import io.proctemplate.adapter.http.Routes.PathParameter;
import io.proctemplate.adapter.http.Routes.Target;
import io.proctemplate.application.api.Credentials;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Datum;
import io.proctemplate.wire.Code;
import io.proctemplate.wire.CredentialParameters;
import io.proctemplate.wire.CredentialParameters.BadCredential;
import io.proctemplate.wire.WriteOptionsParameters;
import io.proctemplate.wire.json.JsonFormat;
import io.proctemplate.wire.json.MalformedJson;
import io.proctemplate.wire.text.Message;
import io.proctemplate.wire.text.MessageKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the credentials out of a request before anything else sees it (wire contract, section 3). They stand in the body
 * or the query string, or in the gateway's header; if that is there, it alone counts, and it must be there once.
 */
final class GeneralParameters {
    private static final Node.Mapping NONE = new Node.Mapping.Builder().build();

    private final JsonFormat json;

    GeneralParameters(JsonFormat json) {
        this.json = json;
    }

    /** The credentials in the header of {@code request} or in its query string, null if they are to be in its body. */
    @Nullable
    Credentials beforeBody(Request request, Target target) throws Rejected {
        List<String> headers = request.headers().all(Headers.GATEWAY_AUTHORIZATION);
        if (!headers.isEmpty()) {
            return ofHeader(headers);
        }
        return target.fromQuery() ? ofParameters(query(request)) : null;
    }

    /** The credentials in a body of {@code length} bytes, all of which is judged. */
    Credentials inBody(byte[] body, int length) throws Rejected {
        try {
            return ofParameters(json.readSome(body, length, CredentialParameters.NAMES));
        } catch (MalformedJson bad) {
            throw new Rejected(new Rejection(Code.NOT_AUTHENTICATED, bad.report()));
        }
    }

    /** What stands in the query string of {@code request} or in the body of {@code length} bytes, without credentials. */
    Parameters read(Request request, Target target, byte[] body, int length) throws Rejected {
        Node.Mapping sent = target.fromQuery() ? query(request) : object(body, length);
        return new Parameters(request, target.face(), terms(request, target), own(sent, target.pathParameter()));
    }

    private static Node.Mapping query(Request request) throws Rejected {
        try {
            return QueryString.read(request.query());
        } catch (QueryString.Malformed malformed) {
            throw new Rejected(new Rejection(Code.NOT_AUTHENTICATED, MessageKey.BAD_QUERY));
        }
    }

    /** How a call that changes something is to be carried out may stand in the query string too. */
    private static Node.Mapping terms(Request request, Target target) throws Rejected {
        if (request.query().isEmpty() || target.route().onlyReads()) {
            return NONE;
        }
        try {
            return QueryString.pick(request.query(), WriteOptionsParameters.NAMES);
        } catch (QueryString.Malformed malformed) {
            throw new Rejected(new Rejection(Code.NOT_AUTHENTICATED, MessageKey.BAD_QUERY));
        }
    }

    private Node.Mapping object(byte[] body, int length) throws Rejected {
        try {
            return json.read(body, length);
        } catch (MalformedJson bad) {
            throw new Rejected(new Rejection(Code.NOT_AUTHENTICATED, bad.report()));
        }
    }

    /** Of two headers, who knows which one the gateway looked at? */
    private Credentials ofHeader(List<String> headers) throws Rejected {
        byte[] bytes = headers.get(0).getBytes(StandardCharsets.ISO_8859_1);
        try {
            if (headers.size() == 1) {
                return CredentialParameters.read(json.read(bytes, bytes.length));
            }
        } catch (MalformedJson | BadCredential bad) {
            // told below
        }
        throw new Rejected(new Rejection(
                Code.BAD_AUTHORIZATION_HEADER,
                Message.of(MessageKey.BAD_AUTHORIZATION_HEADER, Datum.LIMIT, (long) Credentials.MAX_BYTES)));
    }

    private static Credentials ofParameters(Node.Mapping sent) throws Rejected {
        try {
            return CredentialParameters.read(sent);
        } catch (BadCredential bad) {
            throw new Rejected(new Rejection(Code.NOT_AUTHENTICATED, bad.report()));
        }
    }

    /** The call's own parameters: no credentials; what the path says counts more than what was sent beside it. */
    private Node.Mapping own(Node.Mapping sent, @Nullable PathParameter inPath) {
        Node.Mapping.Builder own = new Node.Mapping.Builder();
        if (inPath != null) {
            own.put(inPath.name(), new Node.Plain(inPath.value()));
        }
        for (int i = 0; i < sent.size(); i++) {
            String name = sent.name(i);
            if (!CredentialParameters.NAMES.contains(name)
                    && (inPath == null || !inPath.name().equals(name))) {
                own.put(name, sent.node(i) instanceof Node.Plain plain ? structured(plain) : sent.node(i));
            }
        }
        return own.build();
    }

    /** Lists and objects stand in a query string as JSON; what looks like that and is none stays the text it is. */
    private Node structured(Node.Plain plain) {
        if (!plain.text().startsWith("{") && !plain.text().startsWith("[")) {
            return plain;
        }
        try {
            return json.readValue(plain.text());
        } catch (MalformedJson plainText) {
            return plain;
        }
    }

    /** The request is turned away. */
    static final class Rejected extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Rejection rejection;

        private Rejected(Rejection rejection) {
            super(rejection.message().key().name(), null, false, false);
            this.rejection = rejection;
        }

        Rejection rejection() {
            return rejection;
        }
    }
}
