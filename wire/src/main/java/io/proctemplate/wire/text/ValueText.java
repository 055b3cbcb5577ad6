package io.proctemplate.wire.text;

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

    static String of(Object value, Messages messages) {
        if (value instanceof Kind kind) {
            return messages.of(nameOf(kind));
        }
        if (value instanceof Action action) {
            return messages.of(nameOf(action));
        }
        if (value instanceof ObjectType type) {
            return messages.of(nameOf(type));
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

    private static MessageKey nameOf(Kind kind) {
        return switch (kind) {
            case TEXT -> MessageKey.KIND_TEXT;
            case INTEGER -> MessageKey.KIND_INTEGER;
            case FLAG -> MessageKey.KIND_FLAG;
            case OBJECT -> MessageKey.KIND_OBJECT;
            case LIST -> MessageKey.KIND_LIST;
        };
    }

    private static MessageKey nameOf(Action action) {
        return switch (action) {
            case FIND_BUSINESS_RESOURCE -> MessageKey.ACTION_FIND_BUSINESS_RESOURCE;
            case CREATE_BIZ_SERVICE_TEMPLATE -> MessageKey.ACTION_CREATE_SERVICE_TEMPLATE;
            case EDIT_BIZ_SERVICE_TEMPLATE -> MessageKey.ACTION_EDIT_SERVICE_TEMPLATE;
            case DELETE_BIZ_SERVICE_TEMPLATE -> MessageKey.ACTION_DELETE_SERVICE_TEMPLATE;
            case CREATE_BIZ_SERVICE_CATEGORY -> MessageKey.ACTION_CREATE_SERVICE_CATEGORY;
            case EDIT_BIZ_SERVICE_CATEGORY -> MessageKey.ACTION_EDIT_SERVICE_CATEGORY;
            case DELETE_BIZ_SERVICE_CATEGORY -> MessageKey.ACTION_DELETE_SERVICE_CATEGORY;
            case FIND_AUDIT_LOG -> MessageKey.ACTION_FIND_AUDIT_LOG;
        };
    }

    private static MessageKey nameOf(ObjectType type) {
        return switch (type) {
            case PROCESS_TEMPLATE -> MessageKey.TYPE_PROCESS_TEMPLATE;
            case SERVICE_TEMPLATE -> MessageKey.TYPE_SERVICE_TEMPLATE;
            case SERVICE_CATEGORY -> MessageKey.TYPE_SERVICE_CATEGORY;
        };
    }
}
