package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Call;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation.Kind;
import java.util.List;
import java.util.Locale;

/** Shows values within a text, in its language. */
final class ValueText {
    private ValueText() {}

    static String of(Object value, Texts texts) {
        if (value instanceof Kind kind) {
            return texts.fill(nameOf(kind));
        }
        if (value instanceof Action action) {
            return texts.fill(nameOf(action));
        }
        if (value instanceof ObjectType type) {
            return texts.fill(nameOf(type));
        }
        if (value instanceof Call call) {
            return call.wireName();
        }
        return plain(value);
    }

    private static String plain(Object value) {
        if (value instanceof Path place) {
            return place.pointer();
        }
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(Object::toString).toList());
        }
        return value instanceof Integer character
                ? String.format(Locale.ROOT, "%04X", character)
                : Excerpt.inMessage(value.toString());
    }

    private static Text nameOf(Kind kind) {
        return switch (kind) {
            case TEXT -> Text.KIND_TEXT;
            case INTEGER -> Text.KIND_INTEGER;
            case FLAG -> Text.KIND_FLAG;
            case OBJECT -> Text.KIND_OBJECT;
            case LIST -> Text.KIND_LIST;
        };
    }

    private static Text nameOf(Action action) {
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

    private static Text nameOf(ObjectType type) {
        return switch (type) {
            case PROCESS_TEMPLATE -> Text.TYPE_PROCESS_TEMPLATE;
            case SERVICE_TEMPLATE -> Text.TYPE_SERVICE_TEMPLATE;
            case SERVICE_CATEGORY -> Text.TYPE_SERVICE_CATEGORY;
        };
    }
}
