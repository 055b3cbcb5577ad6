package io.proctemplate.wire.text;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.violation.Datum;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.NameRule;
import io.proctemplate.domain.violation.Violation.PortFault;

/** Says in one language what is wrong with one field, in a sentence that names field, limit and value. */
final class ViolationText {
    /** What stands in a text for the name of the field, and for that of the other one of a function key. */
    static final String FIELD = "field";

    static final String PARAMETER_FIELD = "parameter_field";

    private ViolationText() {}

    /** The sentence about {@code violation} of what people call {@code field}. */
    static String of(Violation violation, String field, Messages messages) {
        return messages.fill(textOf(violation), name -> switch (name) {
            case FIELD -> Excerpt.inMessage(field);
            case PARAMETER_FIELD -> Fields.BK_START_PARAM_REGEX.name();
            default -> ValueText.of(violation.data().find(name).orElseThrow(), messages);
        });
    }

    static MessageKey textOf(Violation violation) {
        boolean inRequest = violation.find(Datum.OTHER).isPresent();
        return switch (violation.rule()) {
            case MISSING_PARAMETER -> MessageKey.MISSING_PARAMETER;
            case MISSING -> MessageKey.MISSING;
            case WRONG_TYPE -> MessageKey.WRONG_TYPE;
            case TOO_MANY -> MessageKey.TOO_MANY;
            case TOO_LONG -> MessageKey.TOO_LONG;
            case OUT_OF_RANGE -> MessageKey.OUT_OF_RANGE;
            case SURROUNDING_WHITE_SPACE -> MessageKey.SURROUNDING_WHITE_SPACE;
            case FORBIDDEN_CHARACTER -> MessageKey.FORBIDDEN_CHARACTER;
            case NOT_A_CHOICE -> MessageKey.NOT_A_CHOICE;
            case INVALID_PORTS -> textOf(violation.get(Datum.FAULT));
            case FAMILY_MISMATCH -> MessageKey.FAMILY_MISMATCH;
            case DUPLICATE_ROW_ID -> MessageKey.ROW_ID_TAKEN;
            case CONTRADICTION -> MessageKey.CONTRADICTION;
            case UNKNOWN_OWNER -> MessageKey.UNKNOWN_OWNER;
            case OTHER_BUSINESS -> MessageKey.OTHER_BUSINESS;
            case CATEGORY_OF_OTHER_BUSINESS -> MessageKey.CATEGORY_OF_OTHER_BUSINESS;
            case NOT_A_LEAF -> MessageKey.NOT_A_LEAF;
            case PROCESS_NAME_TAKEN ->
                inRequest ? MessageKey.PROCESS_NAME_TAKEN_IN_REQUEST : MessageKey.PROCESS_NAME_TAKEN_IN_STORE;
            case FUNCTION_TAKEN ->
                inRequest ? MessageKey.FUNCTION_TAKEN_IN_REQUEST : MessageKey.FUNCTION_TAKEN_IN_STORE;
            case NAME_TAKEN -> MessageKey.NAME_TAKEN;
            case CATEGORY_NAME_TAKEN -> MessageKey.CATEGORY_NAME_TAKEN;
            case INVALID_NAME -> textOf(violation.get(Datum.NAME_RULE));
            case FIELD_LOCKED ->
                violation.find(Datum.LOCKED).isPresent() ? MessageKey.FIELD_LOCKED : MessageKey.FIELD_LOCKED_EMPTY;
            case NOT_AN_ADDRESS -> MessageKey.NOT_AN_ADDRESS;
            case PAGE_LIMIT -> MessageKey.PAGE_LIMIT;
            case UNKNOWN_SORT_KEY -> MessageKey.UNKNOWN_SORT_KEY;
            case NEGATIVE -> MessageKey.NEGATIVE;
            case SELECTOR_MISSING -> MessageKey.SELECTOR_MISSING;
            case NOT_A_TIME -> MessageKey.NOT_A_TIME;
            case UNKNOWN_KEY -> MessageKey.UNKNOWN_KEY;
            case LOCK_FORCED -> MessageKey.LOCK_FORCED;
            case FIXED_VALUE -> MessageKey.FIXED_VALUE;
            case LEGACY_KEY ->
                violation.find(Datum.REPLACEMENT).isPresent()
                        ? MessageKey.LEGACY_KEY_MOVED
                        : MessageKey.LEGACY_KEY_GONE;
            case OVERLAPPING_ROWS -> MessageKey.OVERLAPPING_ROWS;
        };
    }

    private static MessageKey textOf(PortFault fault) {
        return switch (fault) {
            case SYNTAX -> MessageKey.PORTS_SYNTAX;
            case RANGE -> MessageKey.PORTS_RANGE;
            case BACKWARDS -> MessageKey.PORTS_BACKWARDS;
            case OVERLAP -> MessageKey.PORTS_OVERLAP;
        };
    }

    private static MessageKey textOf(NameRule rule) {
        return switch (rule) {
            case SERVICE_TEMPLATE -> MessageKey.INVALID_SERVICE_TEMPLATE_NAME;
            case SERVICE_CATEGORY -> MessageKey.INVALID_SERVICE_CATEGORY_NAME;
        };
    }
}
