package io.proctemplate.adapter.http;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.PortFault;
import java.util.Locale;

/**
 * Says in one language what is wrong with one field, in a sentence that names field, limit and value.
 *
 * @param field the name of the field for people
 */
record ViolationText(Texts texts, String field) implements Violation.Cases<String> {

    /** The sentence about {@code violation}. */
    static String of(Violation violation, Texts texts) {
        return violation.fold(
                new ViolationText(texts, FieldName.of(violation.path().pointer())));
    }

    private String say(Text text, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = Excerpt.inMessage(field);
        System.arraycopy(more, 0, arguments, 1, more.length);
        return texts.fill(text, arguments);
    }

    @Override
    public String missingParameter(Violation.MissingParameter v) {
        return say(Text.MISSING_PARAMETER);
    }

    @Override
    public String missing(Violation.Missing v) {
        return say(Text.MISSING);
    }

    @Override
    public String wrongType(Violation.WrongType v) {
        return say(Text.WRONG_TYPE, texts.fill(nameOf(v.expected())), Excerpt.inMessage(v.found()));
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

    @Override
    public String tooMany(Violation.TooMany v) {
        return say(Text.TOO_MANY, v.limit(), v.count());
    }

    @Override
    public String tooLong(Violation.TooLong v) {
        return say(Text.TOO_LONG, v.maxBytes(), v.bytes());
    }

    @Override
    public String outOfRange(Violation.OutOfRange v) {
        return say(Text.OUT_OF_RANGE, v.min(), v.max(), v.number());
    }

    @Override
    public String surroundingWhiteSpace(Violation.SurroundingWhiteSpace v) {
        return say(Text.SURROUNDING_WHITE_SPACE, Excerpt.inMessage(v.text()));
    }

    @Override
    public String forbiddenCharacter(Violation.ForbiddenCharacter v) {
        return say(Text.FORBIDDEN_CHARACTER, String.format(Locale.ROOT, "%04X", v.character()));
    }

    @Override
    public String notAChoice(Violation.NotAChoice v) {
        return say(Text.NOT_A_CHOICE, String.join(", ", v.choices()), Excerpt.inMessage(v.value()));
    }

    @Override
    public String invalidPorts(Violation.InvalidPorts v) {
        return say(nameOf(v.fault()), Excerpt.inMessage(v.item()));
    }

    private static Text nameOf(PortFault fault) {
        return switch (fault) {
            case SYNTAX -> Text.PORTS_SYNTAX;
            case RANGE -> Text.PORTS_RANGE;
            case BACKWARDS -> Text.PORTS_BACKWARDS;
            case OVERLAP -> Text.PORTS_OVERLAP;
        };
    }

    @Override
    public String familyMismatch(Violation.FamilyMismatch v) {
        return say(Text.FAMILY_MISMATCH, v.address(), v.protocol());
    }

    @Override
    public String duplicateRowId(Violation.DuplicateRowId v) {
        return say(Text.ROW_ID_TAKEN, v.rowId(), v.first().pointer());
    }

    @Override
    public String contradiction(Violation.Contradiction v) {
        return say(Text.CONTRADICTION, v.expected(), v.number());
    }

    @Override
    public String unknownOwner(Violation.UnknownOwner v) {
        return say(Text.UNKNOWN_OWNER, v.id());
    }

    @Override
    public String otherBusiness(Violation.OtherBusiness v) {
        return say(Text.OTHER_BUSINESS, v.businessId(), v.serviceTemplateId());
    }

    @Override
    public String processNameTaken(Violation.ProcessNameTaken v) {
        String name = Excerpt.inMessage(v.name());
        Path item = v.holder().item();
        return item == null
                ? say(
                        Text.PROCESS_NAME_TAKEN_IN_STORE,
                        name,
                        String.valueOf(v.holder().storedId()))
                : say(Text.PROCESS_NAME_TAKEN_IN_REQUEST, name, item.pointer());
    }

    @Override
    public String functionTaken(Violation.FunctionTaken v) {
        String parameterField = Fields.BK_START_PARAM_REGEX.name();
        String name = Excerpt.inMessage(v.functionName());
        String parameter = Excerpt.inMessage(v.startParameter());
        Path item = v.holder().item();
        return item == null
                ? say(
                        Text.FUNCTION_TAKEN_IN_STORE,
                        parameterField,
                        name,
                        parameter,
                        String.valueOf(v.holder().storedId()))
                : say(Text.FUNCTION_TAKEN_IN_REQUEST, parameterField, name, parameter, item.pointer());
    }

    @Override
    public String unknownKey(Violation.UnknownKey v) {
        return say(Text.UNKNOWN_KEY);
    }

    @Override
    public String lockForced(Violation.LockForced v) {
        return say(Text.LOCK_FORCED);
    }

    @Override
    public String legacyKey(Violation.LegacyKey v) {
        String replacement = v.replacement();
        return replacement == null ? say(Text.LEGACY_KEY_GONE) : say(Text.LEGACY_KEY_MOVED, replacement);
    }

    @Override
    public String overlappingRows(Violation.OverlappingRows v) {
        return say(
                Text.OVERLAPPING_ROWS, Excerpt.inMessage(v.ports()), v.other().pointer());
    }

    @Override
    public String categoryOfOtherBusiness(Violation.CategoryOfOtherBusiness v) {
        return say(Text.CATEGORY_OF_OTHER_BUSINESS, v.businessId(), v.categoryId());
    }

    @Override
    public String fieldLocked(Violation.FieldLocked v) {
        String locked = v.locked();
        String template = Excerpt.inMessage(v.template());
        return locked == null
                ? say(Text.FIELD_LOCKED_EMPTY, template)
                : say(Text.FIELD_LOCKED, template, Excerpt.inMessage(locked));
    }

    @Override
    public String notAnAddress(Violation.NotAnAddress v) {
        return say(Text.NOT_AN_ADDRESS, Excerpt.inMessage(v.text()));
    }

    @Override
    public String invalidName(Violation.InvalidName v) {
        Text text = switch (v.rule()) {
            case SERVICE_TEMPLATE -> Text.INVALID_SERVICE_TEMPLATE_NAME;
            case SERVICE_CATEGORY -> Text.INVALID_SERVICE_CATEGORY_NAME;
        };
        return say(text, Excerpt.inMessage(v.name()));
    }

    @Override
    public String fixedValue(Violation.FixedValue v) {
        return say(Text.FIXED_VALUE, Excerpt.inMessage(v.kept()));
    }

    @Override
    public String nameTaken(Violation.NameTaken v) {
        return say(Text.NAME_TAKEN, Excerpt.inMessage(v.name()), v.holderId());
    }

    @Override
    public String categoryNameTaken(Violation.CategoryNameTaken v) {
        return say(Text.CATEGORY_NAME_TAKEN, Excerpt.inMessage(v.name()), v.holderId());
    }

    @Override
    public String notALeaf(Violation.NotALeaf v) {
        return say(Text.NOT_A_LEAF, v.categoryId());
    }

    @Override
    public String pageLimit(Violation.PageLimit v) {
        return say(Text.PAGE_LIMIT, v.max());
    }

    @Override
    public String unknownSortKey(Violation.UnknownSortKey v) {
        return say(Text.UNKNOWN_SORT_KEY, Excerpt.inMessage(v.key()));
    }

    @Override
    public String negative(Violation.Negative v) {
        return say(Text.NEGATIVE, v.number());
    }

    @Override
    public String notATime(Violation.NotATime v) {
        return say(Text.NOT_A_TIME, Excerpt.inMessage(v.text()));
    }

    @Override
    public String selectorMissing(Violation.SelectorMissing v) {
        return say(Text.SELECTOR_MISSING, String.join(", ", v.anyOf()));
    }
}
