package io.proctemplate.wire;

import io.proctemplate.application.api.Credentials;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.violation.Data;
import io.proctemplate.domain.violation.Datum;
import io.proctemplate.wire.text.Message;
import io.proctemplate.wire.text.MessageKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters by which a caller says who it is; they stand among those of the call, of which they are none. */
public final class CredentialParameters {
    private static final String PREFIX = "bk_";
    private static final String APP_CODE = "app_code";
    private static final String APP_SECRET = "app_secret";
    private static final String USER_NAME = "username";
    private static final String TOKEN = "bk_token";

    /** All of them. */
    public static final Set<String> NAMES =
            Set.of(APP_CODE, PREFIX + APP_CODE, APP_SECRET, PREFIX + APP_SECRET, USER_NAME, PREFIX + USER_NAME, TOKEN);

    private CredentialParameters() {}

    /** What {@code sent} says; the {@code bk_} form of a name wins over the short one unless it is empty. */
    public static Credentials read(Node.Mapping sent) throws BadCredential {
        return new Credentials(
                aliased(sent, APP_CODE), aliased(sent, APP_SECRET), text(sent, TOKEN), aliased(sent, USER_NAME));
    }

    private static @Nullable String aliased(Node.Mapping sent, String shortName) throws BadCredential {
        String full = text(sent, PREFIX + shortName);
        String other = text(sent, shortName);
        return full == null || full.isEmpty() ? other : full;
    }

    private static @Nullable String text(Node.Mapping sent, String name) throws BadCredential {
        Node node = sent.find(name);
        if (node == null || node == Node.Null.NULL) {
            return null;
        }
        if (node instanceof Scalar.Text text) {
            return ofLength(text.value(), name);
        }
        if (node instanceof Node.Plain plain) {
            return ofLength(plain.text(), name);
        }
        throw new BadCredential(Message.of(MessageKey.CREDENTIAL_NOT_TEXT, Message.NAME, name));
    }

    private static String ofLength(String credential, String name) throws BadCredential {
        if (Credentials.isShort(credential)) {
            return credential;
        }
        Data data = Data.of(Message.NAME, name).with(Datum.LIMIT, (long) Credentials.MAX_BYTES);
        throw new BadCredential(new Message(MessageKey.CREDENTIAL_TOO_LONG, data));
    }

    /** {@code sent} without credentials. */
    public static Node.Mapping without(Node.Mapping sent) {
        Node.Mapping.Builder own = new Node.Mapping.Builder();
        for (int i = 0; i < sent.size(); i++) {
            if (!NAMES.contains(sent.name(i))) {
                own.put(sent.name(i), sent.node(i));
            }
        }
        return own.build();
    }

    /** What was sent as a credential cannot be one. */
    public static final class BadCredential extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Message report;

        private BadCredential(Message report) {
            super(report.key().name(), null, false, false);
            this.report = report;
        }

        /** What is wrong; never shows a credential. */
        public Message report() {
            return report;
        }
    }
}
