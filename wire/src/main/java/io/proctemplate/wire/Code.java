package io.proctemplate.wire;

import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.violation.Rule;

/**
 * The API's error codes, one catalogue of them, and which rule and which reason has which. A code never changes its meaning; the numbers are facts of the
 * BlueKing CMDB API (13060xx and 1306xxx are its gateway's). {@code docs/errors.md} is the frozen table.
 */
public enum Code {
    /** Success. */
    OK(0),
    /** The request's body or its credentials were not accepted by the gateway. */
    NOT_AUTHENTICATED(1306000),
    /** The request cannot be told from what follows it on its connection. */
    MALFORMED_REQUEST(1306400),
    /** The application may not use this call. */
    CALL_NOT_ALLOWED(1306403),
    /** No such path, or the call does not have this method. */
    NO_SUCH_CALL(1306404),
    /** The header {@code X-Bkapi-Authorization} is not a JSON object of credentials. */
    BAD_AUTHORIZATION_HEADER(1306406),
    /** The request was not received in the time it may take. */
    TOO_SLOW(1306408),
    /** The request's body has more bytes than the server takes. */
    BODY_TOO_LARGE(1306413),
    /** The request declares a body that is not plain JSON. */
    UNSUPPORTED_CONTENT(1306415),
    /** A value has the wrong JSON type. */
    WRONG_TYPE(1199000),
    /** A parameter's value breaks a rule. */
    INVALID_PARAMETER(1199006),
    /** A required parameter of the call is missing. */
    MISSING_PARAMETER(1199010),
    /** A text is longer than its limit. */
    TOO_LONG(1199015),
    /** The store could not be read. */
    READ_FAILED(1199017),
    /** The store could not take what was to be inserted; nothing was kept. */
    INSERT_FAILED(1199018),
    /** The store could not take what was to be changed, or somebody else changed it first; nothing was kept. */
    UPDATE_FAILED(1199020),
    /** There is no such object, or none that the caller may know of. */
    NOT_FOUND(1199019),
    /** A name is taken by another object of its kind; the message holds {@code duplicated}. */
    NAME_TAKEN(1199014),
    /** A list has more items than its limit. */
    TOO_MANY(1199035),
    /** A page is larger than a page may be, or none was asked for where one must be. */
    PAGE_LIMIT(1199059),
    /** What is built in cannot be changed or deleted. */
    BUILT_IN(1199054),
    /** A category that has children cannot be deleted. */
    HAS_CHILDREN(1199055),
    /** What is in use cannot be deleted. */
    IN_USE(1199056),
    /** Some of the process templates to delete do not exist in the business. */
    PROCESS_TEMPLATES_UNKNOWN(1108014),
    /** A service category of this name exists under the same parent. */
    CATEGORY_NAME_TAKEN(1113017),
    /** Service templates hang on leaf categories only. */
    NOT_A_LEAF(1113032),
    /** A defect of the server. */
    INTERNAL(1199999),
    /** The store went away while it was keeping a change: the change is there as a whole, or not at all. */
    OUTCOME_UNKNOWN(1199998),
    /** The server has no capacity for this request now; repeat it later. */
    BUSY(1199997),
    /** A process template of the same scope has this {@code bk_process_name}. */
    PROCESS_NAME_TAKEN(1113019),
    /** A process template of the same scope has this pair of function name and start parameter. */
    FUNCTION_TAKEN(1113020),
    /** The user lacks a right on the resource. */
    FORBIDDEN(9900403);

    private final int number;

    Code(int number) {
        this.number = number;
    }

    /** The number on the wire. */
    public int number() {
        return number;
    }

    /** The code of a request that was refused; if it broke rules, that of the violation that speaks for all. */
    public static Code of(Refusal refusal) {
        return switch (refusal.reason()) {
            case NOT_AUTHENTICATED -> NOT_AUTHENTICATED;
            case CALL_NOT_ALLOWED -> CALL_NOT_ALLOWED;
            case FORBIDDEN -> FORBIDDEN;
            case INVALID -> of(refusal.violations().first().rule());
            case READ_FAILED -> READ_FAILED;
            case INSERT_FAILED -> INSERT_FAILED;
            case UPDATE_FAILED, STALE_VERSION -> UPDATE_FAILED;
            case OUTCOME_UNKNOWN -> OUTCOME_UNKNOWN;
            case BUSY -> BUSY;
            case NOT_FOUND -> NOT_FOUND;
            case PROCESS_TEMPLATES_UNKNOWN -> PROCESS_TEMPLATES_UNKNOWN;
            case BUILT_IN -> BUILT_IN;
            case HAS_CHILDREN -> HAS_CHILDREN;
            case IN_USE -> IN_USE;
            case KEY_REUSED -> INVALID_PARAMETER;
        };
    }

    /** The code of a violation of {@code rule}, and of a request that breaks it first. */
    public static Code of(Rule rule) {
        return switch (rule) {
            case MISSING_PARAMETER -> MISSING_PARAMETER;
            case WRONG_TYPE -> WRONG_TYPE;
            case TOO_MANY -> TOO_MANY;
            case TOO_LONG -> TOO_LONG;
            case PROCESS_NAME_TAKEN -> PROCESS_NAME_TAKEN;
            case FUNCTION_TAKEN -> FUNCTION_TAKEN;
            case NAME_TAKEN -> NAME_TAKEN;
            case CATEGORY_NAME_TAKEN -> CATEGORY_NAME_TAKEN;
            case NOT_A_LEAF -> NOT_A_LEAF;
            case PAGE_LIMIT -> PAGE_LIMIT;
            case MISSING,
                    OUT_OF_RANGE,
                    SURROUNDING_WHITE_SPACE,
                    FORBIDDEN_CHARACTER,
                    NOT_A_CHOICE,
                    INVALID_PORTS,
                    FAMILY_MISMATCH,
                    DUPLICATE_ROW_ID,
                    CONTRADICTION,
                    UNKNOWN_OWNER,
                    OTHER_BUSINESS,
                    CATEGORY_OF_OTHER_BUSINESS,
                    INVALID_NAME,
                    FIELD_LOCKED,
                    NOT_AN_ADDRESS,
                    UNKNOWN_SORT_KEY,
                    NEGATIVE,
                    SELECTOR_MISSING,
                    NOT_A_TIME,
                    UNKNOWN_KEY,
                    LOCK_FORCED,
                    FIXED_VALUE,
                    LEGACY_KEY,
                    OVERLAPPING_ROWS -> INVALID_PARAMETER;
        };
    }
}
