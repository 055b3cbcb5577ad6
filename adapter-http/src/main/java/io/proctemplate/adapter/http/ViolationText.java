package io.proctemplate.adapter.http;

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

    /** The sentence about {@code violation}. */
    static String of(Violation violation, Texts texts) {
        return of(violation, FieldName.of(violation.path().pointer()), texts);
    }

    /** The sentence about {@code violation} of what people call {@code field}. */
    static String of(Violation violation, String field, Texts texts) {
        return texts.fill(textOf(violation), name -> switch (name) {
            case FIELD -> Excerpt.inMessage(field);
            case PARAMETER_FIELD -> Fields.BK_START_PARAM_REGEX.name();
            default -> ValueText.of(violation.data().find(name).orElseThrow(), texts);
        });
    }

    private static Text textOf(Violation violation) {
        boolean inRequest = violation.find(Datum.OTHER).isPresent();
        return switch (violation.rule()) {
            case MISSING_PARAMETER -> Text.MISSING_PARAMETER;
            case MISSING -> Text.MISSING;
            case WRONG_TYPE -> Text.WRONG_TYPE;
            case TOO_MANY -> Text.TOO_MANY;
            case TOO_LONG -> Text.TOO_LONG;
            case OUT_OF_RANGE -> Text.OUT_OF_RANGE;
            case SURROUNDING_WHITE_SPACE -> Text.SURROUNDING_WHITE_SPACE;
            case FORBIDDEN_CHARACTER -> Text.FORBIDDEN_CHARACTER;
            case NOT_A_CHOICE -> Text.NOT_A_CHOICE;
            case INVALID_PORTS -> textOf(violation.get(Datum.FAULT));
            case FAMILY_MISMATCH -> Text.FAMILY_MISMATCH;
            case DUPLICATE_ROW_ID -> Text.ROW_ID_TAKEN;
            case CONTRADICTION -> Text.CONTRADICTION;
            case UNKNOWN_OWNER -> Text.UNKNOWN_OWNER;
            case OTHER_BUSINESS -> Text.OTHER_BUSINESS;
            case CATEGORY_OF_OTHER_BUSINESS -> Text.CATEGORY_OF_OTHER_BUSINESS;
            case NOT_A_LEAF -> Text.NOT_A_LEAF;
            case PROCESS_NAME_TAKEN ->
                inRequest ? Text.PROCESS_NAME_TAKEN_IN_REQUEST : Text.PROCESS_NAME_TAKEN_IN_STORE;
            case FUNCTION_TAKEN -> inRequest ? Text.FUNCTION_TAKEN_IN_REQUEST : Text.FUNCTION_TAKEN_IN_STORE;
            case NAME_TAKEN -> Text.NAME_TAKEN;
            case CATEGORY_NAME_TAKEN -> Text.CATEGORY_NAME_TAKEN;
            case INVALID_NAME -> textOf(violation.get(Datum.NAME_RULE));
            case FIELD_LOCKED -> violation.find(Datum.LOCKED).isPresent() ? Text.FIELD_LOCKED : Text.FIELD_LOCKED_EMPTY;
            case NOT_AN_ADDRESS -> Text.NOT_AN_ADDRESS;
            case PAGE_LIMIT -> Text.PAGE_LIMIT;
            case UNKNOWN_SORT_KEY -> Text.UNKNOWN_SORT_KEY;
            case NEGATIVE -> Text.NEGATIVE;
            case SELECTOR_MISSING -> Text.SELECTOR_MISSING;
            case NOT_A_TIME -> Text.NOT_A_TIME;
            case UNKNOWN_KEY -> Text.UNKNOWN_KEY;
            case LOCK_FORCED -> Text.LOCK_FORCED;
            case FIXED_VALUE -> Text.FIXED_VALUE;
            case LEGACY_KEY ->
                violation.find(Datum.REPLACEMENT).isPresent() ? Text.LEGACY_KEY_MOVED : Text.LEGACY_KEY_GONE;
            case OVERLAPPING_ROWS -> Text.OVERLAPPING_ROWS;
        };
    }

    private static Text textOf(PortFault fault) {
        return switch (fault) {
            case SYNTAX -> Text.PORTS_SYNTAX;
            case RANGE -> Text.PORTS_RANGE;
            case BACKWARDS -> Text.PORTS_BACKWARDS;
            case OVERLAP -> Text.PORTS_OVERLAP;
        };
    }

    private static Text textOf(NameRule rule) {
        return switch (rule) {
            case SERVICE_TEMPLATE -> Text.INVALID_SERVICE_TEMPLATE_NAME;
            case SERVICE_CATEGORY -> Text.INVALID_SERVICE_CATEGORY_NAME;
        };
    }
}
