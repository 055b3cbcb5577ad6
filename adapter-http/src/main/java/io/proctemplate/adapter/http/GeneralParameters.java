package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Credentials;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.violation.Code;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the credentials out of a request before anything else sees it (wire contract, section 3). They stand in the body
 * or in the gateway's header; if that is there, it alone counts.
 */
final class GeneralParameters {
    private static final String PREFIX = "bk_";
    private static final String APP_CODE = "app_code";
    private static final String APP_SECRET = "app_secret";
    private static final String USER_NAME = "username";
    private static final String TOKEN = "bk_token";
    private static final Set<String> ALL =
            Set.of(APP_CODE, PREFIX + APP_CODE, APP_SECRET, PREFIX + APP_SECRET, USER_NAME, PREFIX + USER_NAME, TOKEN);

    private final Json json;

    GeneralParameters(Json json) {
        this.json = json;
    }

    /** Reads the header of {@code request} first, then the body of {@code length} bytes. */
    Parameters read(Request request, byte[] body, int length) throws Rejected {
        String header = request.headers().first(Headers.GATEWAY_AUTHORIZATION);
        Credentials fromHeader = header == null ? null : ofHeader(header);
        Node.Mapping sent = object(body, length);
        return new Parameters(request, fromHeader == null ? ofBody(sent) : fromHeader, withoutCredentials(sent));
    }

    private Node.Mapping object(byte[] body, int length) throws Rejected {
        try {
            return json.read(body, length);
        } catch (BadJson bad) {
            throw new Rejected(bad.rejection());
        }
    }

    private Credentials ofHeader(String header) throws Rejected {
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return credentials(json.read(bytes, bytes.length));
        } catch (BadJson | NotText bad) {
            throw new Rejected(new Rejection(
                    Code.BAD_AUTHORIZATION_HEADER, Text.BAD_AUTHORIZATION_HEADER, Headers.GATEWAY_AUTHORIZATION));
        }
    }

    private static Credentials ofBody(Node.Mapping sent) throws Rejected {
        try {
            return credentials(sent);
        } catch (NotText bad) {
            throw new Rejected(new Rejection(Code.NOT_AUTHENTICATED, Text.CREDENTIAL_NOT_TEXT, bad.name));
        }
    }

    private static Credentials credentials(Node.Mapping object) throws NotText {
        return new Credentials(
                aliased(object, APP_CODE),
                aliased(object, APP_SECRET),
                text(object, TOKEN),
                aliased(object, USER_NAME));
    }

    /** The {@code bk_} form wins over the short one unless it is empty. */
    private static @Nullable String aliased(Node.Mapping object, String shortName) throws NotText {
        String full = text(object, PREFIX + shortName);
        String other = text(object, shortName);
        return full == null || full.isEmpty() ? other : full;
    }

    private static @Nullable String text(Node.Mapping object, String name) throws NotText {
        Node sent = object.find(name);
        if (sent == null || sent == Node.Null.NULL) {
            return null;
        }
        if (sent instanceof Scalar.Text text) {
            return text.value();
        }
        throw new NotText(name);
    }

    private static Node.Mapping withoutCredentials(Node.Mapping sent) {
        Node.Mapping.Builder own = new Node.Mapping.Builder();
        for (int i = 0; i < sent.size(); i++) {
            if (!ALL.contains(sent.name(i))) {
                own.put(sent.name(i), sent.node(i));
            }
        }
        return own.build();
    }

    /** The request is turned away. */
    static final class Rejected extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Rejection rejection;

        private Rejected(Rejection rejection) {
            super(rejection.text().name(), null, false, false);
            this.rejection = rejection;
        }

        Rejection rejection() {
            return rejection;
        }
    }

    /** A credential is of another kind than text. */
    private static final class NotText extends Exception {
        private static final long serialVersionUID = 1;

        private final String name;

        private NotText(String name) {
            super(name, null, false, false);
            this.name = name;
        }
    }
}
