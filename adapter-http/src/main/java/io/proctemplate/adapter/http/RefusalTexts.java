package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Code;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Unproven;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.Scope;
import java.util.stream.Collectors;

/** Says in one language why a request was refused. */
final class RefusalTexts implements Refusal.Cases<String> {
    private final Texts texts;

    RefusalTexts(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String notAuthenticated(Refusal.NotAuthenticated refusal) {
        return texts.fill(nameOf(refusal.reason()));
    }

    private static Text nameOf(Unproven reason) {
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

    @Override
    public String callNotAllowed(Refusal.CallNotAllowed refusal) {
        return texts.fill(
                Text.CALL_NOT_ALLOWED,
                Excerpt.inMessage(refusal.app()),
                refusal.call().wireName());
    }

    @Override
    public String forbidden(Refusal.Forbidden refusal) {
        Scope scope = refusal.scope();
        String action = texts.fill(nameOf(refusal.action()));
        return scope.isStandalone()
                ? texts.fill(Text.FORBIDDEN_STANDALONE, action, scope.businessId())
                : texts.fill(Text.FORBIDDEN_SERVICE_TEMPLATE, action, scope.businessId(), scope.serviceTemplateId());
    }

    /** What people call {@code action}. */
    static Text nameOf(Action action) {
        return switch (action) {
            case FIND_BUSINESS_RESOURCE -> Text.ACTION_FIND_BUSINESS_RESOURCE;
            case CREATE_BIZ_SERVICE_TEMPLATE -> Text.ACTION_CREATE_SERVICE_TEMPLATE;
            case EDIT_BIZ_SERVICE_TEMPLATE -> Text.ACTION_EDIT_SERVICE_TEMPLATE;
            case DELETE_BIZ_SERVICE_TEMPLATE -> Text.ACTION_DELETE_SERVICE_TEMPLATE;
            case CREATE_BIZ_SERVICE_CATEGORY -> Text.ACTION_CREATE_SERVICE_CATEGORY;
            case EDIT_BIZ_SERVICE_CATEGORY -> Text.ACTION_EDIT_SERVICE_CATEGORY;
            case DELETE_BIZ_SERVICE_CATEGORY -> Text.ACTION_DELETE_SERVICE_CATEGORY;
            case FIND_AUDIT_LOG -> Text.ACTION_FIND_AUDIT_LOG;
        };
    }

    @Override
    public String invalid(Refusal.Invalid refusal) {
        return ViolationText.of(refusal.violations().first(), texts);
    }

    @Override
    public String storageFailed(Refusal.StorageFailed refusal) {
        return texts.fill(refusal.code() == Code.READ_FAILED ? Text.READ_FAILED : Text.WRITE_FAILED);
    }

    @Override
    public String outcomeUnknown(Refusal.OutcomeUnknown refusal) {
        return texts.fill(Text.OUTCOME_UNKNOWN);
    }

    @Override
    public String busy(Refusal.Busy refusal) {
        return texts.fill(Text.BUSY);
    }

    @Override
    public String notFound(Refusal.NotFound refusal) {
        return texts.fill(Text.NOT_FOUND, nameOf(refusal.type()), refusal.id());
    }

    @Override
    public String processTemplatesUnknown(Refusal.ProcessTemplatesUnknown refusal) {
        String ids = refusal.ids().stream().map(String::valueOf).collect(Collectors.joining(", "));
        return texts.fill(Text.PROCESS_TEMPLATES_UNKNOWN, ids);
    }

    @Override
    public String staleVersion(Refusal.StaleVersion refusal) {
        return texts.fill(Text.STALE_VERSION, refusal.id(), refusal.sent(), refusal.current());
    }

    @Override
    public String protectedObject(Refusal.ProtectedObject refusal) {
        Text text = switch (refusal.code()) {
            case BUILT_IN -> Text.BUILT_IN;
            case HAS_CHILDREN -> Text.HAS_CHILDREN;
            case IN_USE -> Text.IN_USE;
            default -> throw new IllegalStateException("nothing is protected by " + refusal.code());
        };
        return texts.fill(text, nameOf(refusal.type()), refusal.id());
    }

    @Override
    public String keyReused(Refusal.KeyReused refusal) {
        return texts.fill(Text.KEY_REUSED, Headers.IDEMPOTENCY_KEY);
    }

    private String nameOf(ObjectType type) {
        return texts.fill(
                switch (type) {
                    case PROCESS_TEMPLATE -> Text.TYPE_PROCESS_TEMPLATE;
                    case SERVICE_TEMPLATE -> Text.TYPE_SERVICE_TEMPLATE;
                    case SERVICE_CATEGORY -> Text.TYPE_SERVICE_CATEGORY;
                });
    }
}
