package io.proctemplate.domain.violation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
public record Violation(Rule rule, Path path, Map<Datum<?>, Object> data) {

    /**
     * Copies the data.
     *
     * @throws IllegalArgumentException if they are not those of the rule
     */
    public Violation {
        data = Map.copyOf(data);
        for (Map.Entry<Datum<?>, Object> entry : data.entrySet()) {
            Datum<?> datum = entry.getKey();
            boolean known = rule.data().contains(datum) || rule.optionalData().contains(datum);
            require(known && datum.accepts(entry.getValue()), rule, datum);
        }
        for (Datum<?> datum : rule.data()) {
            require(data.containsKey(datum), rule, datum);
        }
    }

    private static void require(boolean condition, Rule rule, Datum<?> datum) {
        if (!condition) {
            throw new IllegalArgumentException("the " + datum + " of " + rule);
        }
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
        return new Violation(Rule.MISSING_PARAMETER, path, Map.of());
    }

    /** {@link Rule#MISSING}. */
    public static Violation missing(Path path) {
        return new Violation(Rule.MISSING, path, Map.of());
    }

    /** {@link Rule#WRONG_TYPE}. */
    public static Violation wrongType(Path path, Kind expected, String found) {
        return new Violation(Rule.WRONG_TYPE, path, Map.of(Datum.KIND, expected, Datum.REJECTED, found));
    }

    /** {@link Rule#TOO_MANY}. */
    public static Violation tooMany(Path path, int limit, int count) {
        return new Violation(Rule.TOO_MANY, path, Map.of(Datum.LIMIT, (long) limit, Datum.ACTUAL, (long) count));
    }

    /** {@link Rule#TOO_LONG}. */
    public static Violation tooLong(Path path, int limitBytes, int actualBytes, String text) {
        return new Violation(
                Rule.TOO_LONG,
                path,
                Map.of(Datum.LIMIT, (long) limitBytes, Datum.ACTUAL, (long) actualBytes, Datum.REJECTED, text));
    }

    /** {@link Rule#OUT_OF_RANGE}. */
    public static Violation outOfRange(Path path, long min, long max, long number) {
        return new Violation(
                Rule.OUT_OF_RANGE, path, Map.of(Datum.MIN, min, Datum.MAX, max, Datum.REJECTED, Long.toString(number)));
    }

    /** {@link Rule#SURROUNDING_WHITE_SPACE}. */
    public static Violation surroundingWhiteSpace(Path path, String text) {
        return new Violation(Rule.SURROUNDING_WHITE_SPACE, path, Map.of(Datum.REJECTED, text));
    }

    /** {@link Rule#FORBIDDEN_CHARACTER}. */
    public static Violation forbiddenCharacter(Path path, int character, String text) {
        return new Violation(Rule.FORBIDDEN_CHARACTER, path, Map.of(Datum.CHARACTER, character, Datum.REJECTED, text));
    }

    /** {@link Rule#NOT_A_CHOICE}. */
    public static Violation notAChoice(Path path, List<String> choices, String value) {
        return new Violation(
                Rule.NOT_A_CHOICE, path, Map.of(Datum.CHOICES, List.copyOf(choices), Datum.REJECTED, value));
    }

    /** {@link Rule#INVALID_PORTS}. */
    public static Violation invalidPorts(Path path, PortFault fault, String item, String text) {
        return new Violation(
                Rule.INVALID_PORTS, path, Map.of(Datum.FAULT, fault, Datum.ITEM, item, Datum.REJECTED, text));
    }

    /** {@link Rule#FAMILY_MISMATCH}. */
    public static Violation familyMismatch(Path path, String address, String protocol) {
        return new Violation(Rule.FAMILY_MISMATCH, path, Map.of(Datum.ADDRESS, address, Datum.REJECTED, protocol));
    }

    /** {@link Rule#DUPLICATE_ROW_ID}; {@code first} is the earlier row's. */
    public static Violation duplicateRowId(Path path, long rowId, Path first) {
        return new Violation(
                Rule.DUPLICATE_ROW_ID, path, Map.of(Datum.OTHER, first, Datum.REJECTED, Long.toString(rowId)));
    }

    /** {@link Rule#CONTRADICTION}. */
    public static Violation contradiction(Path path, long expected, long number) {
        return new Violation(
                Rule.CONTRADICTION, path, Map.of(Datum.EXPECTED, expected, Datum.REJECTED, Long.toString(number)));
    }

    /** {@link Rule#UNKNOWN_OWNER}. */
    public static Violation unknownOwner(Path path, long id) {
        return new Violation(Rule.UNKNOWN_OWNER, path, Map.of(Datum.REJECTED, Long.toString(id)));
    }

    /** {@link Rule#OTHER_BUSINESS}. */
    public static Violation otherBusiness(Path path, long businessId, long serviceTemplateId) {
        return new Violation(
                Rule.OTHER_BUSINESS,
                path,
                Map.of(Datum.OWNED_ID, serviceTemplateId, Datum.REJECTED, Long.toString(businessId)));
    }

    /** {@link Rule#CATEGORY_OF_OTHER_BUSINESS}. */
    public static Violation categoryOfOtherBusiness(Path path, long businessId, long categoryId) {
        return new Violation(
                Rule.CATEGORY_OF_OTHER_BUSINESS,
                path,
                Map.of(Datum.OWNED_ID, categoryId, Datum.REJECTED, Long.toString(businessId)));
    }

    /** {@link Rule#NOT_A_LEAF}. */
    public static Violation notALeaf(Path path, long categoryId) {
        return new Violation(Rule.NOT_A_LEAF, path, Map.of(Datum.REJECTED, Long.toString(categoryId)));
    }

    /** {@link Rule#PROCESS_NAME_TAKEN}, by a stored template. */
    public static Violation processNameTaken(Path path, String name, long existingId) {
        return new Violation(
                Rule.PROCESS_NAME_TAKEN, path, Map.of(Datum.REJECTED, name, Datum.EXISTING_ID, existingId));
    }

    /** {@link Rule#PROCESS_NAME_TAKEN}, by another item of the request. */
    public static Violation processNameTaken(Path path, String name, Path other) {
        return new Violation(Rule.PROCESS_NAME_TAKEN, path, Map.of(Datum.REJECTED, name, Datum.OTHER, other));
    }

    /** {@link Rule#FUNCTION_TAKEN}, by a stored template. */
    public static Violation functionTaken(Path path, String functionName, String startParameter, long existingId) {
        return new Violation(
                Rule.FUNCTION_TAKEN,
                path,
                Map.of(
                        Datum.REJECTED,
                        functionName,
                        Datum.START_PARAMETER,
                        startParameter,
                        Datum.EXISTING_ID,
                        existingId));
    }

    /** {@link Rule#FUNCTION_TAKEN}, by another item of the request. */
    public static Violation functionTaken(Path path, String functionName, String startParameter, Path other) {
        return new Violation(
                Rule.FUNCTION_TAKEN,
                path,
                Map.of(Datum.REJECTED, functionName, Datum.START_PARAMETER, startParameter, Datum.OTHER, other));
    }

    /** {@link Rule#NAME_TAKEN}. */
    public static Violation nameTaken(Path path, String name, long existingId) {
        return new Violation(Rule.NAME_TAKEN, path, Map.of(Datum.EXISTING_ID, existingId, Datum.REJECTED, name));
    }

    /** {@link Rule#CATEGORY_NAME_TAKEN}. */
    public static Violation categoryNameTaken(Path path, String name, long existingId) {
        return new Violation(
                Rule.CATEGORY_NAME_TAKEN, path, Map.of(Datum.EXISTING_ID, existingId, Datum.REJECTED, name));
    }

    /** {@link Rule#INVALID_NAME}. */
    public static Violation invalidName(Path path, NameRule rule, String name) {
        return new Violation(Rule.INVALID_NAME, path, Map.of(Datum.NAME_RULE, rule, Datum.REJECTED, name));
    }

    /**
     * {@link Rule#FIELD_LOCKED}.
     *
     * @param locked the value instances are locked to, null for none; for an address its choice on the wire
     * @param template the process name of the template
     */
    public static Violation fieldLocked(
            Path path, String field, @Nullable String locked, String template, String sent) {
        Map<Datum<?>, Object> data =
                new HashMap<>(Map.of(Datum.KEY, field, Datum.TEMPLATE, template, Datum.REJECTED, sent));
        if (locked != null) {
            data.put(Datum.LOCKED, locked);
        }
        return new Violation(Rule.FIELD_LOCKED, path, data);
    }

    /** {@link Rule#NOT_AN_ADDRESS}. */
    public static Violation notAnAddress(Path path, String text) {
        return new Violation(Rule.NOT_AN_ADDRESS, path, Map.of(Datum.REJECTED, text));
    }

    /** {@link Rule#PAGE_LIMIT}. */
    public static Violation pageLimit(Path path, long max) {
        return new Violation(Rule.PAGE_LIMIT, path, Map.of(Datum.MAX, max));
    }

    /** {@link Rule#UNKNOWN_SORT_KEY}. */
    public static Violation unknownSortKey(Path path, String key) {
        return new Violation(Rule.UNKNOWN_SORT_KEY, path, Map.of(Datum.REJECTED, key));
    }

    /** {@link Rule#NEGATIVE}. */
    public static Violation negative(Path path, long number) {
        return new Violation(Rule.NEGATIVE, path, Map.of(Datum.REJECTED, Long.toString(number)));
    }

    /** {@link Rule#SELECTOR_MISSING}. */
    public static Violation selectorMissing(Path path, List<String> anyOf) {
        return new Violation(Rule.SELECTOR_MISSING, path, Map.of(Datum.ANY_OF, List.copyOf(anyOf)));
    }

    /** {@link Rule#NOT_A_TIME}. */
    public static Violation notATime(Path path, String text) {
        return new Violation(Rule.NOT_A_TIME, path, Map.of(Datum.REJECTED, text));
    }

    /** {@link Rule#UNKNOWN_KEY}. */
    public static Violation unknownKey(Path path, String key) {
        return new Violation(Rule.UNKNOWN_KEY, path, Map.of(Datum.KEY, key));
    }

    /** {@link Rule#LOCK_FORCED}. */
    public static Violation lockForced(Path path) {
        return new Violation(Rule.LOCK_FORCED, path, Map.of());
    }

    /** {@link Rule#FIXED_VALUE}. */
    public static Violation fixedValue(Path path, String kept) {
        return new Violation(Rule.FIXED_VALUE, path, Map.of(Datum.KEPT, kept));
    }

    /** {@link Rule#LEGACY_KEY}; {@code replacement} is null where nothing takes its place. */
    public static Violation legacyKey(Path path, String key, @Nullable String replacement) {
        return new Violation(
                Rule.LEGACY_KEY,
                path,
                replacement == null ? Map.of(Datum.KEY, key) : Map.of(Datum.KEY, key, Datum.REPLACEMENT, replacement));
    }

    /** {@link Rule#OVERLAPPING_ROWS}; {@code other} is the earlier row. */
    public static Violation overlappingRows(Path path, Path other, String ports) {
        return new Violation(Rule.OVERLAPPING_ROWS, path, Map.of(Datum.OTHER, other, Datum.REJECTED, ports));
    }

    /**
     * What the violation tells under {@code datum}.
     *
     * @throws NoSuchElementException if it tells nothing of the kind
     */
    public <T> T get(Datum<T> datum) {
        return find(datum).orElseThrow(() -> new NoSuchElementException(rule + " tells no " + datum));
    }

    /** What the violation tells under {@code datum}, empty if nothing. */
    public <T> Optional<T> find(Datum<T> datum) {
        return Optional.ofNullable(data.get(datum)).map(datum::cast);
    }

    /** The offending value as text, empty where there is none to show. */
    public Optional<String> rejected() {
        return find(Datum.REJECTED);
    }

    /** Rule, place and data, in the order in which the rule names them. */
    @Override
    public String toString() {
        String told = Stream.concat(rule.data().stream(), rule.optionalData().stream())
                .filter(data::containsKey)
                .map(datum -> " " + datum + "=" + data.get(datum))
                .collect(Collectors.joining());
        return rule + " at " + path + told;
    }
}
