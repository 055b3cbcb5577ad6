package io.proctemplate.domain.violation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule that one place of an input breaks, or, as a warning, one thing its sender should know. Data without text,
 * number or syntax; equal by value. There is a factory for each rule.
 *
 * <pre>{@code
 * for (Violation violation : violations) {
 *     String line = violation.rule() + " " + violation.path(); // MISSING /bk_func_name/value
 * }
 * }</pre>
 *
 * @param rule what is broken
 * @param path where in the input
 * @param data what the rule tells about the case
 * @since 0.1.0
 */
public record Violation(Rule rule, Path path, Data data) {

    /**
     * Of data that the rule tells.
     *
     * @throws IllegalArgumentException if they are others
     */
    public Violation {
        data.requireOnly(rule.data(), rule.optionalData());
    }

    /** What an input was expected to be. */
    public enum Kind {
        /** A text. */
        TEXT,
        /** A whole number of 64 bits. */
        INTEGER,
        /** True or false. */
        FLAG,
        /** Names with values. */
        OBJECT,
        /** Values in an order. */
        LIST
    }

    /** What is wrong with a list of ports. */
    public enum PortFault {
        /** An item is neither {@code n} nor {@code a-b} in plain decimal digits. */
        SYNTAX,
        /** A port is not in 1…65535. */
        RANGE,
        /** A range ends before it begins. */
        BACKWARDS,
        /** Two items share a port. */
        OVERLAP
    }

    /** What names of one kind may look like. */
    public enum NameRule {
        /** 1–256 characters, no white space and none of {@code \\ | / : * , < > " ? #}. */
        SERVICE_TEMPLATE,
        /** 1–128 letters, digits and {@code _ : - ( )}. */
        SERVICE_CATEGORY
    }

    /** {@link Rule#MISSING_PARAMETER}. */
    public static Violation missingParameter(Path path) {
        return new Violation(Rule.MISSING_PARAMETER, path, Data.none());
    }

    /** {@link Rule#MISSING}. */
    public static Violation missing(Path path) {
        return new Violation(Rule.MISSING, path, Data.none());
    }

    /** {@link Rule#WRONG_TYPE}. */
    public static Violation wrongType(Path path, Kind expected, String found) {
        return new Violation(
                Rule.WRONG_TYPE, path, Data.of(Datum.KIND, expected).with(Datum.REJECTED, found));
    }

    /** {@link Rule#TOO_MANY}. */
    public static Violation tooMany(Path path, int limit, int count) {
        return new Violation(
                Rule.TOO_MANY, path, Data.of(Datum.LIMIT, (long) limit).with(Datum.ACTUAL, (long) count));
    }

    /** {@link Rule#TOO_LONG}. */
    public static Violation tooLong(Path path, int limitBytes, int actualBytes, String text) {
        return new Violation(
                Rule.TOO_LONG,
                path,
                Data.of(Datum.LIMIT, (long) limitBytes)
                        .with(Datum.ACTUAL, (long) actualBytes)
                        .with(Datum.REJECTED, text));
    }

    /** {@link Rule#OUT_OF_RANGE}. */
    public static Violation outOfRange(Path path, long min, long max, long number) {
        return new Violation(
                Rule.OUT_OF_RANGE,
                path,
                Data.of(Datum.MIN, min).with(Datum.MAX, max).with(Datum.REJECTED, Long.toString(number)));
    }

    /** {@link Rule#SURROUNDING_WHITE_SPACE}. */
    public static Violation surroundingWhiteSpace(Path path, String text) {
        return new Violation(Rule.SURROUNDING_WHITE_SPACE, path, Data.of(Datum.REJECTED, text));
    }

    /** {@link Rule#FORBIDDEN_CHARACTER}. */
    public static Violation forbiddenCharacter(Path path, int character, String text) {
        return new Violation(
                Rule.FORBIDDEN_CHARACTER,
                path,
                Data.of(Datum.CHARACTER, character).with(Datum.REJECTED, text));
    }

    /** {@link Rule#NOT_A_CHOICE}. */
    public static Violation notAChoice(Path path, List<String> choices, String value) {
        return new Violation(
                Rule.NOT_A_CHOICE,
                path,
                Data.of(Datum.CHOICES, List.copyOf(choices)).with(Datum.REJECTED, value));
    }

    /** {@link Rule#INVALID_PORTS}. */
    public static Violation invalidPorts(Path path, PortFault fault, String item, String text) {
        return new Violation(
                Rule.INVALID_PORTS,
                path,
                Data.of(Datum.FAULT, fault).with(Datum.ITEM, item).with(Datum.REJECTED, text));
    }

    /** {@link Rule#FAMILY_MISMATCH}. */
    public static Violation familyMismatch(Path path, String address, String protocol) {
        return new Violation(
                Rule.FAMILY_MISMATCH, path, Data.of(Datum.ADDRESS, address).with(Datum.REJECTED, protocol));
    }

    /** {@link Rule#DUPLICATE_ROW_ID}; {@code first} is the earlier row's. */
    public static Violation duplicateRowId(Path path, long rowId, Path first) {
        return new Violation(
                Rule.DUPLICATE_ROW_ID, path, Data.of(Datum.OTHER, first).with(Datum.REJECTED, Long.toString(rowId)));
    }

    /** {@link Rule#CONTRADICTION}. */
    public static Violation contradiction(Path path, long expected, long number) {
        return new Violation(
                Rule.CONTRADICTION,
                path,
                Data.of(Datum.EXPECTED, expected).with(Datum.REJECTED, Long.toString(number)));
    }

    /** {@link Rule#UNKNOWN_OWNER}. */
    public static Violation unknownOwner(Path path, long id) {
        return new Violation(Rule.UNKNOWN_OWNER, path, Data.of(Datum.REJECTED, Long.toString(id)));
    }

    /** {@link Rule#OTHER_BUSINESS}. */
    public static Violation otherBusiness(Path path, long businessId, long serviceTemplateId) {
        return new Violation(
                Rule.OTHER_BUSINESS,
                path,
                Data.of(Datum.OWNED_ID, serviceTemplateId).with(Datum.REJECTED, Long.toString(businessId)));
    }

    /** {@link Rule#CATEGORY_OF_OTHER_BUSINESS}. */
    public static Violation categoryOfOtherBusiness(Path path, long businessId, long categoryId) {
        return new Violation(
                Rule.CATEGORY_OF_OTHER_BUSINESS,
                path,
                Data.of(Datum.OWNED_ID, categoryId).with(Datum.REJECTED, Long.toString(businessId)));
    }

    /** {@link Rule#NOT_A_LEAF}. */
    public static Violation notALeaf(Path path, long categoryId) {
        return new Violation(Rule.NOT_A_LEAF, path, Data.of(Datum.REJECTED, Long.toString(categoryId)));
    }

    /** {@link Rule#PROCESS_NAME_TAKEN}, by a stored template. */
    public static Violation processNameTaken(Path path, String name, long existingId) {
        return new Violation(
                Rule.PROCESS_NAME_TAKEN, path, Data.of(Datum.REJECTED, name).with(Datum.EXISTING_ID, existingId));
    }

    /** {@link Rule#PROCESS_NAME_TAKEN}, by another item of the request. */
    public static Violation processNameTaken(Path path, String name, Path other) {
        return new Violation(
                Rule.PROCESS_NAME_TAKEN, path, Data.of(Datum.REJECTED, name).with(Datum.OTHER, other));
    }

    /** {@link Rule#FUNCTION_TAKEN}, by a stored template. */
    public static Violation functionTaken(Path path, String functionName, String startParameter, long existingId) {
        return new Violation(
                Rule.FUNCTION_TAKEN,
                path,
                Data.of(Datum.REJECTED, functionName)
                        .with(Datum.START_PARAMETER, startParameter)
                        .with(Datum.EXISTING_ID, existingId));
    }

    /** {@link Rule#FUNCTION_TAKEN}, by another item of the request. */
    public static Violation functionTaken(Path path, String functionName, String startParameter, Path other) {
        return new Violation(
                Rule.FUNCTION_TAKEN,
                path,
                Data.of(Datum.REJECTED, functionName)
                        .with(Datum.START_PARAMETER, startParameter)
                        .with(Datum.OTHER, other));
    }

    /** {@link Rule#NAME_TAKEN}. */
    public static Violation nameTaken(Path path, String name, long existingId) {
        return new Violation(
                Rule.NAME_TAKEN, path, Data.of(Datum.EXISTING_ID, existingId).with(Datum.REJECTED, name));
    }

    /** {@link Rule#CATEGORY_NAME_TAKEN}. */
    public static Violation categoryNameTaken(Path path, String name, long existingId) {
        return new Violation(
                Rule.CATEGORY_NAME_TAKEN,
                path,
                Data.of(Datum.EXISTING_ID, existingId).with(Datum.REJECTED, name));
    }

    /** {@link Rule#INVALID_NAME}. */
    public static Violation invalidName(Path path, NameRule rule, String name) {
        return new Violation(
                Rule.INVALID_NAME, path, Data.of(Datum.NAME_RULE, rule).with(Datum.REJECTED, name));
    }

    /**
     * {@link Rule#FIELD_LOCKED}.
     *
     * @param locked the value instances are locked to, null for none; for an address its choice on the wire
     * @param template the process name of the template
     */
    public static Violation fieldLocked(
            Path path, String field, @Nullable String locked, String template, String sent) {
        Data told = Data.of(Datum.KEY, field).with(Datum.TEMPLATE, template).with(Datum.REJECTED, sent);
        Data data = locked == null ? told : told.with(Datum.LOCKED, locked);
        return new Violation(Rule.FIELD_LOCKED, path, data);
    }

    /** {@link Rule#NOT_AN_ADDRESS}. */
    public static Violation notAnAddress(Path path, String text) {
        return new Violation(Rule.NOT_AN_ADDRESS, path, Data.of(Datum.REJECTED, text));
    }

    /** {@link Rule#PAGE_LIMIT}. */
    public static Violation pageLimit(Path path, long max) {
        return new Violation(Rule.PAGE_LIMIT, path, Data.of(Datum.MAX, max));
    }

    /** {@link Rule#UNKNOWN_SORT_KEY}. */
    public static Violation unknownSortKey(Path path, String key) {
        return new Violation(Rule.UNKNOWN_SORT_KEY, path, Data.of(Datum.REJECTED, key));
    }

    /** {@link Rule#NEGATIVE}. */
    public static Violation negative(Path path, long number) {
        return new Violation(Rule.NEGATIVE, path, Data.of(Datum.REJECTED, Long.toString(number)));
    }

    /** {@link Rule#SELECTOR_MISSING}. */
    public static Violation selectorMissing(Path path, List<String> anyOf) {
        return new Violation(Rule.SELECTOR_MISSING, path, Data.of(Datum.ANY_OF, List.copyOf(anyOf)));
    }

    /** {@link Rule#NOT_A_TIME}. */
    public static Violation notATime(Path path, String text) {
        return new Violation(Rule.NOT_A_TIME, path, Data.of(Datum.REJECTED, text));
    }

    /** {@link Rule#UNKNOWN_KEY}. */
    public static Violation unknownKey(Path path, String key) {
        return new Violation(Rule.UNKNOWN_KEY, path, Data.of(Datum.KEY, key));
    }

    /** {@link Rule#LOCK_FORCED}. */
    public static Violation lockForced(Path path) {
        return new Violation(Rule.LOCK_FORCED, path, Data.none());
    }

    /** {@link Rule#FIXED_VALUE}. */
    public static Violation fixedValue(Path path, String kept) {
        return new Violation(Rule.FIXED_VALUE, path, Data.of(Datum.KEPT, kept));
    }

    /** {@link Rule#LEGACY_KEY}; {@code replacement} is null where nothing takes its place. */
    public static Violation legacyKey(Path path, String key, @Nullable String replacement) {
        Data told = Data.of(Datum.KEY, key);
        Data data = replacement == null ? told : told.with(Datum.REPLACEMENT, replacement);
        return new Violation(Rule.LEGACY_KEY, path, data);
    }

    /** {@link Rule#OVERLAPPING_ROWS}; {@code other} is the earlier row. */
    public static Violation overlappingRows(Path path, Path other, String ports) {
        return new Violation(
                Rule.OVERLAPPING_ROWS, path, Data.of(Datum.OTHER, other).with(Datum.REJECTED, ports));
    }

    /**
     * What the violation tells under {@code datum}.
     *
     * @throws java.util.NoSuchElementException if it tells nothing of the kind
     */
    public <T> T get(Datum<T> datum) {
        return data.get(datum);
    }

    /** What the violation tells under {@code datum}, empty if nothing. */
    public <T> Optional<T> find(Datum<T> datum) {
        return data.find(datum);
    }

    /** The offending value as text, empty where there is none to show. */
    public Optional<String> rejected() {
        return find(Datum.REJECTED);
    }

    /** Rule, place and data. */
    @Override
    public String toString() {
        return rule + " at " + path + " " + data;
    }
}
