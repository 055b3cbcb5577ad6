package io.proctemplate.domain.violation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One rule that one place of an input breaks, or, as a warning, one thing its sender should know. Carries data, no text.
 * Rules and codes: wire contract, sections 2 and 4.
 *
 * <pre>{@code
 * for (Violation violation : violations) {
 *     String line = violation.code().number() + " " + violation.path(); // 1199006 /bk_func_name/value
 * }
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface Violation {

    /** Where in the input. */
    Path path();

    /** The stable code of the rule. */
    Code code();

    /** When in the order of checks the rule is looked at. */
    default Check check() {
        return Check.VALUE;
    }

    /** The offending value as text, empty where there is none to show. */
    default Optional<String> rejected() {
        return Optional.empty();
    }

    /** Hands this violation to the one case that fits it. */
    <R> R fold(Cases<R> cases);

    /** The steps in which a request is checked, in their order (wire contract, section 4.3). */
    enum Check {
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

    /** What an input was expected to be. */
    enum Kind {
        TEXT,
        INTEGER,
        FLAG,
        OBJECT,
        LIST
    }

    /** What is wrong with a list of ports. */
    enum PortFault {
        /** An item is neither {@code n} nor {@code a-b} in plain decimal digits. */
        SYNTAX,
        /** A port is not in 1…65535. */
        RANGE,
        /** A range ends before it begins. */
        BACKWARDS,
        /** Two items share a port. */
        OVERLAP
    }

    /** What names of one kind may look like (wire contract, section 5). */
    enum NameRule {
        /** 1–256 characters, no white space and none of {@code \\ | / : * , < > " ? #}. */
        SERVICE_TEMPLATE,
        /** 1–128 letters, digits and {@code _ : - ( )}. */
        SERVICE_CATEGORY
    }

    /** One method for each kind of violation: a new kind breaks the compile where it is not handled. */
    interface Cases<R> {
        R missingParameter(MissingParameter violation);

        R missing(Missing violation);

        R wrongType(WrongType violation);

        R tooMany(TooMany violation);

        R tooLong(TooLong violation);

        R outOfRange(OutOfRange violation);

        R surroundingWhiteSpace(SurroundingWhiteSpace violation);

        R forbiddenCharacter(ForbiddenCharacter violation);

        R notAChoice(NotAChoice violation);

        R invalidPorts(InvalidPorts violation);

        R familyMismatch(FamilyMismatch violation);

        R duplicateRowId(DuplicateRowId violation);

        R contradiction(Contradiction violation);

        R unknownOwner(UnknownOwner violation);

        R otherBusiness(OtherBusiness violation);

        R categoryOfOtherBusiness(CategoryOfOtherBusiness violation);

        R processNameTaken(ProcessNameTaken violation);

        R functionTaken(FunctionTaken violation);

        R fieldLocked(FieldLocked violation);

        R notAnAddress(NotAnAddress violation);

        R unknownKey(UnknownKey violation);

        R lockForced(LockForced violation);

        R legacyKey(LegacyKey violation);

        R overlappingRows(OverlappingRows violation);

        R invalidName(InvalidName violation);

        R fixedValue(FixedValue violation);

        R nameTaken(NameTaken violation);

        R categoryNameTaken(CategoryNameTaken violation);

        R notALeaf(NotALeaf violation);

        R pageLimit(PageLimit violation);

        R unknownSortKey(UnknownSortKey violation);

        R negative(Negative violation);

        R selectorMissing(SelectorMissing violation);

        R notATime(NotATime violation);
    }

    /** A parameter of the call itself is missing or null. */
    record MissingParameter(Path path) implements Violation {
        @Override
        public Code code() {
            return Code.MISSING_PARAMETER;
        }

        @Override
        public Check check() {
            return Check.SHAPE;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.missingParameter(this);
        }
    }

    /** A value that must be there is missing, null or empty. */
    record Missing(Path path) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.missing(this);
        }
    }

    /** The value is not of the expected kind; kinds are never converted into each other. */
    record WrongType(Path path, Kind expected, String found) implements Violation {
        @Override
        public Code code() {
            return Code.WRONG_TYPE;
        }

        @Override
        public Check check() {
            return Check.SHAPE;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(found);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.wrongType(this);
        }
    }

    /** The list has more items than {@code limit}. */
    record TooMany(Path path, int limit, int count) implements Violation {
        @Override
        public Code code() {
            return Code.TOO_MANY;
        }

        @Override
        public Check check() {
            return Check.LIMIT;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.tooMany(this);
        }
    }

    /** The text is longer than {@code maxBytes} bytes of UTF-8. */
    record TooLong(Path path, int maxBytes, int bytes, String text) implements Violation {
        @Override
        public Code code() {
            return Code.TOO_LONG;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(text);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.tooLong(this);
        }
    }

    /** The number is not in {@code min…max}. */
    record OutOfRange(Path path, long min, long max, long number) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(Long.toString(number));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.outOfRange(this);
        }
    }

    /** The text begins or ends with white space (the Unicode property {@code White_Space}). */
    record SurroundingWhiteSpace(Path path, String text) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(text);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.surroundingWhiteSpace(this);
        }
    }

    /** The text holds NUL or a lone surrogate, which not every part of the system can carry. */
    record ForbiddenCharacter(Path path, int character, String text) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(text);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.forbiddenCharacter(this);
        }
    }

    /** The value is none of {@code choices}. */
    record NotAChoice(Path path, List<String> choices, String value) implements Violation {
        public NotAChoice {
            choices = List.copyOf(choices);
        }

        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(value);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notAChoice(this);
        }
    }

    /** The text is not a list of ports; {@code item} is the part at fault. */
    record InvalidPorts(Path path, PortFault fault, String item, String text) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(text);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.invalidPorts(this);
        }
    }

    /** Address and protocol of one bind row are of two families (IPv4, IPv6). */
    record FamilyMismatch(Path path, String address, String protocol) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(protocol);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.familyMismatch(this);
        }
    }

    /** The row id is used by the row at {@code first} too. */
    record DuplicateRowId(Path path, long rowId, Path first) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(Long.toString(rowId));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.duplicateRowId(this);
        }
    }

    /** The value must equal {@code expected}, said elsewhere in the request, and does not. */
    record Contradiction(Path path, long expected, long number) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(Long.toString(number));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.contradiction(this);
        }
    }

    /** There is no business, or no service template, with this id. */
    record UnknownOwner(Path path, long id) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Check check() {
            return Check.OWNER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(Long.toString(id));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unknownOwner(this);
        }
    }

    /** The service template exists, but in another business. */
    record OtherBusiness(Path path, long businessId, long serviceTemplateId) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Check check() {
            return Check.OWNER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(Long.toString(businessId));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.otherBusiness(this);
        }
    }

    /** The category exists, but in another business. */
    record CategoryOfOtherBusiness(Path path, long businessId, long categoryId) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Check check() {
            return Check.OWNER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(Long.toString(businessId));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.categoryOfOtherBusiness(this);
        }
    }

    /** Who has a name already: a stored template, or another item of the same request. */
    record Holder(@Nullable Long storedId, @Nullable Path item) {
        public Holder {
            if ((storedId == null) == (item == null)) {
                throw new IllegalArgumentException("exactly one of storedId and item");
            }
        }

        /** The stored template {@code id}. */
        public static Holder stored(long id) {
            return new Holder(id, null);
        }

        /** The item of the request that has the name at {@code path}. */
        public static Holder item(Path path) {
            return new Holder(null, path);
        }
    }

    /** The process name is taken in the scope. */
    record ProcessNameTaken(Path path, String name, Holder holder) implements Violation {
        @Override
        public Code code() {
            return Code.PROCESS_NAME_TAKEN;
        }

        @Override
        public Check check() {
            return Check.UNIQUE;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(name);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.processNameTaken(this);
        }
    }

    /** The pair of function name and start parameter is taken in the scope. */
    record FunctionTaken(Path path, String functionName, String startParameter, Holder holder) implements Violation {
        @Override
        public Code code() {
            return Code.FUNCTION_TAKEN;
        }

        @Override
        public Check check() {
            return Check.UNIQUE;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(functionName);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.functionTaken(this);
        }
    }

    /**
     * An instance may not change the field: its template locks it.
     *
     * @param locked the value instances are locked to, null for none; for an address its choice on the wire
     * @param template the process name of the template
     */
    record FieldLocked(Path path, String field, @Nullable String locked, String template, String sent)
            implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(sent);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.fieldLocked(this);
        }
    }

    /** The text is not a literal IPv4 or IPv6 address. */
    record NotAnAddress(Path path, String text) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(text);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notAnAddress(this);
        }
    }

    /** The key means nothing here and was ignored. */
    record UnknownKey(Path path, String key) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unknownKey(this);
        }
    }

    /** Warning: the field is always locked; the flag that was sent says otherwise and was overruled. */
    record LockForced(Path path) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.lockForced(this);
        }
    }

    /** Warning: the key is of an older API and was ignored; its setting now lives at {@code replacement}, if anywhere. */
    record LegacyKey(Path path, String key, @Nullable String replacement) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.legacyKey(this);
        }
    }

    /** Warning: this row and the one at {@code other} claim the same ports on one address and protocol. */
    record OverlappingRows(Path path, Path other, String ports) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(ports);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.overlappingRows(this);
        }
    }

    /** The name breaks {@code rule}, which says what names of its kind may look like. */
    record InvalidName(Path path, NameRule rule, String name) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(name);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.invalidName(this);
        }
    }

    /** Warning: the value is fixed since the creation; another one was sent and {@code kept} stays. */
    record FixedValue(Path path, String kept) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.fixedValue(this);
        }
    }

    /** Another object of its kind in the business has this name. */
    record NameTaken(Path path, String name, long holderId) implements Violation {
        @Override
        public Code code() {
            return Code.NAME_TAKEN;
        }

        @Override
        public Check check() {
            return Check.UNIQUE;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(name);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.nameTaken(this);
        }
    }

    /** Another category under the same parent, of the business or built in, has this name. */
    record CategoryNameTaken(Path path, String name, long holderId) implements Violation {
        @Override
        public Code code() {
            return Code.CATEGORY_NAME_TAKEN;
        }

        @Override
        public Check check() {
            return Check.UNIQUE;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(name);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.categoryNameTaken(this);
        }
    }

    /** The category has children; only a leaf can be used. */
    record NotALeaf(Path path, long categoryId) implements Violation {
        @Override
        public Code code() {
            return Code.NOT_A_LEAF;
        }

        @Override
        public Check check() {
            return Check.OWNER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(Long.toString(categoryId));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notALeaf(this);
        }
    }

    /** The page is missing, or asks for none or more than {@code max} objects. */
    record PageLimit(Path path, long max) implements Violation {
        @Override
        public Code code() {
            return Code.PAGE_LIMIT;
        }

        @Override
        public Check check() {
            return Check.LIMIT;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.pageLimit(this);
        }
    }

    /** The objects listed have no such field to sort by. */
    record UnknownSortKey(Path path, String key) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Check check() {
            return Check.LIMIT;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(key);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.unknownSortKey(this);
        }
    }

    /** A number that counts something is below zero. */
    record Negative(Path path, long number) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Check check() {
            return Check.LIMIT;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(Long.toString(number));
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.negative(this);
        }
    }

    /** The text is no instant as RFC 3339 writes it. */
    record NotATime(Path path, String text) implements Violation {
        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Optional<String> rejected() {
            return Optional.of(text);
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.notATime(this);
        }
    }

    /** One of several parameters is needed and none was sent. */
    record SelectorMissing(Path path, List<String> anyOf) implements Violation {
        public SelectorMissing {
            anyOf = List.copyOf(anyOf);
        }

        @Override
        public Code code() {
            return Code.INVALID_PARAMETER;
        }

        @Override
        public Check check() {
            return Check.LIMIT;
        }

        @Override
        public <R> R fold(Cases<R> cases) {
            return cases.selectorMissing(this);
        }
    }
}
