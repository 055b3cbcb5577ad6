package io.proctemplate.domain.violation;

import static io.proctemplate.domain.violation.Datum.ACTUAL;
import static io.proctemplate.domain.violation.Datum.ADDRESS;
import static io.proctemplate.domain.violation.Datum.ANY_OF;
import static io.proctemplate.domain.violation.Datum.CHARACTER;
import static io.proctemplate.domain.violation.Datum.CHOICES;
import static io.proctemplate.domain.violation.Datum.EXISTING_ID;
import static io.proctemplate.domain.violation.Datum.EXPECTED;
import static io.proctemplate.domain.violation.Datum.FAULT;
import static io.proctemplate.domain.violation.Datum.ITEM;
import static io.proctemplate.domain.violation.Datum.KEPT;
import static io.proctemplate.domain.violation.Datum.KEY;
import static io.proctemplate.domain.violation.Datum.KIND;
import static io.proctemplate.domain.violation.Datum.LIMIT;
import static io.proctemplate.domain.violation.Datum.LOCKED;
import static io.proctemplate.domain.violation.Datum.MAX;
import static io.proctemplate.domain.violation.Datum.MIN;
import static io.proctemplate.domain.violation.Datum.NAME_RULE;
import static io.proctemplate.domain.violation.Datum.OTHER;
import static io.proctemplate.domain.violation.Datum.OWNED_ID;
import static io.proctemplate.domain.violation.Datum.REJECTED;
import static io.proctemplate.domain.violation.Datum.REPLACEMENT;
import static io.proctemplate.domain.violation.Datum.START_PARAMETER;
import static io.proctemplate.domain.violation.Datum.TEMPLATE;

import java.util.List;

/**
 * What an input may break, or, as a warning, what its sender should know. Has no text and no number: who answers maps it
 * to theirs, in a {@code switch} without {@code default}, so that a new rule breaks the compile and not the answer.
 *
 * <pre>{@code
 * List<Rule> broken = violations.list().stream().map(Violation::rule).toList();
 * boolean mistyped = broken.contains(Rule.WRONG_TYPE);
 * }</pre>
 *
 * @since 0.1.0
 */
public enum Rule {
    /** A parameter of the call itself is missing or null. */
    MISSING_PARAMETER(Check.SHAPE),
    /** A value that must be there is missing, null or empty. */
    MISSING(Check.VALUE),
    /** The value is not of the expected kind; kinds are never converted into each other. */
    WRONG_TYPE(Check.SHAPE, KIND, REJECTED),
    /** The list has more items than its limit. */
    TOO_MANY(Check.LIMIT, LIMIT, ACTUAL),
    /** The text is longer than its limit in bytes of UTF-8. */
    TOO_LONG(Check.VALUE, LIMIT, ACTUAL, REJECTED),
    /** The number is not within its limits. */
    OUT_OF_RANGE(Check.VALUE, MIN, MAX, REJECTED),
    /** The text begins or ends with white space (the Unicode property {@code White_Space}). */
    SURROUNDING_WHITE_SPACE(Check.VALUE, REJECTED),
    /** The text holds NUL or a lone surrogate, which not every part of the system can carry. */
    FORBIDDEN_CHARACTER(Check.VALUE, CHARACTER, REJECTED),
    /** The value is none of the choices. */
    NOT_A_CHOICE(Check.VALUE, CHOICES, REJECTED),
    /** The text is not a list of ports. */
    INVALID_PORTS(Check.VALUE, FAULT, ITEM, REJECTED),
    /** Address and protocol of one bind row are of two families (IPv4, IPv6). */
    FAMILY_MISMATCH(Check.VALUE, ADDRESS, REJECTED),
    /** The row id is used by an earlier row too. */
    DUPLICATE_ROW_ID(Check.VALUE, OTHER, REJECTED),
    /** The number must equal the one said elsewhere in the request, and does not. */
    CONTRADICTION(Check.VALUE, EXPECTED, REJECTED),
    /** There is no business, no service template or no category with this id. */
    UNKNOWN_OWNER(Check.OWNER, REJECTED),
    /** The service template exists, but in another business. */
    OTHER_BUSINESS(Check.OWNER, OWNED_ID, REJECTED),
    /** The category exists, but in another business. */
    CATEGORY_OF_OTHER_BUSINESS(Check.OWNER, OWNED_ID, REJECTED),
    /** The category has children; only a leaf can be used. */
    NOT_A_LEAF(Check.OWNER, REJECTED),
    /** The process name is taken in the scope, by a stored template or by another item of the request. */
    PROCESS_NAME_TAKEN(Check.UNIQUE, List.of(REJECTED), List.of(EXISTING_ID, OTHER)),
    /** The pair of function name and start parameter is taken in the scope, likewise. */
    FUNCTION_TAKEN(Check.UNIQUE, List.of(REJECTED, START_PARAMETER), List.of(EXISTING_ID, OTHER)),
    /** Another service template of the business has this name. */
    NAME_TAKEN(Check.UNIQUE, EXISTING_ID, REJECTED),
    /** Another category under the same parent, of the business or built in, has this name. */
    CATEGORY_NAME_TAKEN(Check.UNIQUE, EXISTING_ID, REJECTED),
    /** The name does not look like names of its kind. */
    INVALID_NAME(Check.VALUE, NAME_RULE, REJECTED),
    /** An instance may not change the field: its template locks it, to no value if none is told. */
    FIELD_LOCKED(Check.VALUE, List.of(KEY, TEMPLATE, REJECTED), List.of(LOCKED)),
    /** The text is not a literal IPv4 or IPv6 address. */
    NOT_AN_ADDRESS(Check.VALUE, REJECTED),
    /** The page is missing, or asks for none or more objects than it may. */
    PAGE_LIMIT(Check.LIMIT, MAX),
    /** The objects listed have no such field to sort by. */
    UNKNOWN_SORT_KEY(Check.LIMIT, REJECTED),
    /** A number that counts something is below zero. */
    NEGATIVE(Check.LIMIT, REJECTED),
    /** One of several parameters is needed and none was sent. */
    SELECTOR_MISSING(Check.LIMIT, ANY_OF),
    /** The text is no instant as RFC 3339 writes it. */
    NOT_A_TIME(Check.VALUE, REJECTED),
    /** The key means nothing here and was ignored. */
    UNKNOWN_KEY(Check.VALUE, KEY),
    /** Warning: the field is always locked; the flag that was sent says otherwise and was overruled. */
    LOCK_FORCED(Check.VALUE),
    /** Warning: the value is fixed since the creation; another one was sent and the old one stays. */
    FIXED_VALUE(Check.VALUE, KEPT),
    /** Warning: the key is of an older API and was ignored; its setting now lives at the replacement, if anywhere. */
    LEGACY_KEY(Check.VALUE, List.of(KEY), List.of(REPLACEMENT)),
    /** Warning: this row and another claim the same ports on one address and protocol. */
    OVERLAPPING_ROWS(Check.VALUE, OTHER, REJECTED);

    /** The steps in which a request is checked, in their order. */
    public enum Check {
        /** Types and shape of the whole body. */
        SHAPE,
        /** How many items there may be, and which part of a list. */
        LIMIT,
        /** Whether business and service template exist and belong together. */
        OWNER,
        /** Everything about one process by itself. */
        VALUE,
        /** Names against each other and against what is stored. */
        UNIQUE
    }

    private final Check check;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Datum<?>> required;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Datum<?>> optional;

    Rule(Check check, Datum<?>... required) {
        this(check, List.of(required), List.of());
    }

    Rule(Check check, List<Datum<?>> required, List<Datum<?>> optional) {
        this.check = check;
        this.required = required;
        this.optional = optional;
    }

    /** When in the order of checks the rule is looked at. */
    public Check check() {
        return check;
    }

    /** What every violation of the rule tells. */
    public List<Datum<?>> data() {
        return required;
    }

    /** What a violation of the rule may tell, depending on the case. */
    public List<Datum<?>> optionalData() {
        return optional;
    }
}
