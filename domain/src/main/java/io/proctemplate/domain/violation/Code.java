package io.proctemplate.domain.violation;

/**
 * The API's error codes, one catalogue for all layers. A code never changes its meaning; the numbers are facts of the
 * BlueKing CMDB API (13060xx and 1306xxx are its gateway's). {@code docs/errors.md} is the frozen table.
 *
 * <pre>{@code
 * int number = Code.PROCESS_NAME_TAKEN.number(); // 1113019
 * }</pre>
 *
 * @since 0.1.0
 */
public enum Code {
    /** Success. */
    OK(0),
    /** The request's body or its credentials were not accepted by the gateway. */
    NOT_AUTHENTICATED(1306000),
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
    /** A list has more items than its limit. */
    TOO_MANY(1199035),
    /** A defect of the server. */
    INTERNAL(1199999),
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
}
