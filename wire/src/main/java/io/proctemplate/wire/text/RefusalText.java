package io.proctemplate.wire.text;

import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Unproven;
import io.proctemplate.domain.template.Scope;
import java.util.Optional;

/** Says in one language why a request was refused. */
final class RefusalText {
    /** What stands in a text for the two ids of a scope. */
    static final String BUSINESS = "business";

    static final String SERVICE_TEMPLATE = "service_template";

    private RefusalText() {}

    /** The sentence about {@code refusal}. */
    static String of(Refusal refusal, Messages messages) {
        return textOf(refusal)
                .map(key -> messages.fill(key, name -> value(name, refusal, messages)))
                .orElseGet(() -> messages.of(refusal.violations().first()));
    }

    private static Object value(String name, Refusal refusal, Messages messages) {
        return switch (name) {
            case BUSINESS -> refusal.get(Refusal.SCOPE).businessId();
            case SERVICE_TEMPLATE -> refusal.get(Refusal.SCOPE).serviceTemplateId();
            default -> ValueText.of(refusal.data().find(name).orElseThrow(), messages);
        };
    }

    /** The text for the reason; none of its own has a request that breaks rules, for which its first violation speaks. */
    static Optional<MessageKey> textOf(Refusal refusal) {
        return switch (refusal.reason()) {
            case NOT_AUTHENTICATED -> Optional.of(textOf(refusal.get(Refusal.UNPROVEN)));
            case CALL_NOT_ALLOWED -> Optional.of(MessageKey.CALL_NOT_ALLOWED);
            case FORBIDDEN -> Optional.of(textOf(refusal.get(Refusal.SCOPE)));
            case INVALID -> Optional.empty();
            case READ_FAILED -> Optional.of(MessageKey.READ_FAILED);
            case INSERT_FAILED, UPDATE_FAILED -> Optional.of(MessageKey.WRITE_FAILED);
            case OUTCOME_UNKNOWN -> Optional.of(MessageKey.OUTCOME_UNKNOWN);
            case BUSY -> Optional.of(MessageKey.BUSY);
            case NOT_FOUND -> Optional.of(MessageKey.NOT_FOUND);
            case PROCESS_TEMPLATES_UNKNOWN -> Optional.of(MessageKey.PROCESS_TEMPLATES_UNKNOWN);
            case STALE_VERSION -> Optional.of(MessageKey.STALE_VERSION);
            case BUILT_IN -> Optional.of(MessageKey.BUILT_IN);
            case HAS_CHILDREN -> Optional.of(MessageKey.HAS_CHILDREN);
            case IN_USE -> Optional.of(MessageKey.IN_USE);
            case KEY_REUSED -> Optional.of(MessageKey.KEY_REUSED);
        };
    }

    private static MessageKey textOf(Scope scope) {
        return scope.isStandalone() ? MessageKey.FORBIDDEN_STANDALONE : MessageKey.FORBIDDEN_SERVICE_TEMPLATE;
    }

    private static MessageKey textOf(Unproven reason) {
        return switch (reason) {
            case APP_SECRET_MISSING -> MessageKey.APP_SECRET_MISSING;
            case APP_CODE_MISSING -> MessageKey.APP_CODE_MISSING;
            case APP_NOT_RECOGNISED -> MessageKey.APP_NOT_RECOGNISED;
            case NOT_LOGGED_IN -> MessageKey.NOT_LOGGED_IN;
            case LOGIN_UNREACHABLE -> MessageKey.LOGIN_UNREACHABLE;
            case LOGIN_REQUIRED -> MessageKey.LOGIN_REQUIRED;
            case NO_USER -> MessageKey.NO_USER;
        };
    }
}
