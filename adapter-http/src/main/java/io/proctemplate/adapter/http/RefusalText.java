package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Unproven;
import io.proctemplate.domain.template.Scope;

/** Says in one language why a request was refused. */
final class RefusalText {
    private RefusalText() {}

    /** The sentence about {@code refusal}; if the request breaks rules, about the violation that speaks for all. */
    static String of(Refusal refusal, Texts texts) {
        return switch (refusal.reason()) {
            case NOT_AUTHENTICATED -> texts.fill(textOf(refusal.get(Refusal.UNPROVEN)));
            case CALL_NOT_ALLOWED -> fill(Text.CALL_NOT_ALLOWED, refusal, texts);
            case FORBIDDEN -> forbidden(refusal, texts);
            case INVALID -> ViolationText.of(refusal.violations().first(), texts);
            case READ_FAILED -> fill(Text.READ_FAILED, refusal, texts);
            case INSERT_FAILED, UPDATE_FAILED -> fill(Text.WRITE_FAILED, refusal, texts);
            case OUTCOME_UNKNOWN -> fill(Text.OUTCOME_UNKNOWN, refusal, texts);
            case BUSY -> fill(Text.BUSY, refusal, texts);
            case NOT_FOUND -> fill(Text.NOT_FOUND, refusal, texts);
            case PROCESS_TEMPLATES_UNKNOWN -> fill(Text.PROCESS_TEMPLATES_UNKNOWN, refusal, texts);
            case STALE_VERSION -> fill(Text.STALE_VERSION, refusal, texts);
            case BUILT_IN -> fill(Text.BUILT_IN, refusal, texts);
            case HAS_CHILDREN -> fill(Text.HAS_CHILDREN, refusal, texts);
            case IN_USE -> fill(Text.IN_USE, refusal, texts);
            case KEY_REUSED -> fill(Text.KEY_REUSED, refusal, texts);
        };
    }

    private static String fill(Text text, Refusal refusal, Texts texts) {
        return texts.fill(text, name -> ValueText.of(refusal.data().find(name).orElseThrow(), texts));
    }

    private static String forbidden(Refusal refusal, Texts texts) {
        Scope scope = refusal.get(Refusal.SCOPE);
        Text text = scope.isStandalone() ? Text.FORBIDDEN_STANDALONE : Text.FORBIDDEN_SERVICE_TEMPLATE;
        return texts.fill(text, name -> switch (name) {
            case "business" -> scope.businessId();
            case "service_template" -> scope.serviceTemplateId();
            default -> ValueText.of(refusal.data().find(name).orElseThrow(), texts);
        });
    }

    private static Text textOf(Unproven reason) {
        return switch (reason) {
            case APP_SECRET_MISSING -> Text.APP_SECRET_MISSING;
            case APP_CODE_MISSING -> Text.APP_CODE_MISSING;
            case APP_NOT_RECOGNISED -> Text.APP_NOT_RECOGNISED;
            case NOT_LOGGED_IN -> Text.NOT_LOGGED_IN;
            case LOGIN_UNREACHABLE -> Text.LOGIN_UNREACHABLE;
            case LOGIN_REQUIRED -> Text.LOGIN_REQUIRED;
            case NO_USER -> Text.NO_USER;
        };
    }
}
