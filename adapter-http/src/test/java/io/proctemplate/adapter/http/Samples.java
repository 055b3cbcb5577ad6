package io.proctemplate.adapter.http;

import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Code;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.util.ArrayList;
import java.util.List;

/** One of every kind of violation and refusal, in each of its forms that has a wording of its own. */
final class Samples {
    static final String FIELD = "some_field";

    private static final Path AT =
            Path.root().member("processes").item(3).member("spec").member(FIELD).member("value");

    private Samples() {}

    static List<Violation> violations() {
        List<Violation> all = new ArrayList<>(List.of(
                new Violation.MissingParameter(AT),
                new Violation.Missing(AT),
                new Violation.TooMany(AT, 100, 101),
                new Violation.TooLong(AT, 256, 300, "text"),
                new Violation.OutOfRange(AT, 1, 600, 601),
                new Violation.SurroundingWhiteSpace(AT, " text"),
                new Violation.ForbiddenCharacter(AT, 0xD800, "text"),
                new Violation.NotAChoice(AT, List.of("1", "2"), "9"),
                new Violation.FamilyMismatch(AT, "1", "3"),
                new Violation.DuplicateRowId(AT, 5, AT),
                new Violation.Contradiction(AT, 1, 2),
                new Violation.UnknownOwner(AT, 7),
                new Violation.OtherBusiness(AT, 2, 1),
                new Violation.ProcessNameTaken(AT, "nginx", Violation.Holder.stored(52)),
                new Violation.ProcessNameTaken(AT, "nginx", Violation.Holder.item(AT)),
                new Violation.FunctionTaken(AT, "nginx", "-g", Violation.Holder.stored(52)),
                new Violation.FunctionTaken(AT, "nginx", "-g", Violation.Holder.item(AT)),
                new Violation.FieldLocked(AT, FIELD, "80", "nginx", "81"),
                new Violation.FieldLocked(AT, FIELD, null, "nginx", "81"),
                new Violation.NotAnAddress(AT, "here"),
                new Violation.UnknownKey(AT, FIELD),
                new Violation.LockForced(AT),
                new Violation.LegacyKey(AT, FIELD, "bind_info[].port"),
                new Violation.LegacyKey(AT, FIELD, null),
                new Violation.OverlappingRows(AT, AT, "80-90"),
                new Violation.CategoryOfOtherBusiness(AT, 2, 1),
                new Violation.FixedValue(AT, "nginx"),
                new Violation.NameTaken(AT, "web", 7),
                new Violation.CategoryNameTaken(AT, "web", 7),
                new Violation.NotALeaf(AT, 1),
                new Violation.PageLimit(AT, 1000),
                new Violation.UnknownSortKey(AT, "color"),
                new Violation.Negative(AT, -1),
                new Violation.SelectorMissing(AT, List.of(FIELD, "other_field")),
                new Violation.NotATime(AT, "noon")));
        for (Violation.NameRule rule : Violation.NameRule.values()) {
            all.add(new Violation.InvalidName(AT, rule, "a b"));
        }
        for (Violation.Kind kind : Violation.Kind.values()) {
            all.add(new Violation.WrongType(AT, kind, "7"));
        }
        for (Violation.PortFault fault : Violation.PortFault.values()) {
            all.add(new Violation.InvalidPorts(AT, fault, "80", "80,90"));
        }
        return all;
    }

    static List<Refusal> refusals() {
        List<Refusal> all = new ArrayList<>(List.of(
                new Refusal.CallNotAllowed("app", Call.BATCH_CREATE_PROC_TEMPLATE),
                new Refusal.Forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, Scope.standalone(1)),
                new Refusal.Forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, new Scope(1, 57)),
                new Refusal.Invalid(Violations.of(violations())),
                new Refusal.StorageFailed(Code.READ_FAILED),
                new Refusal.StorageFailed(Code.INSERT_FAILED),
                new Refusal.OutcomeUnknown(),
                new Refusal.Busy(),
                new Refusal.KeyReused(),
                new Refusal.ProcessTemplatesUnknown(List.of(7L, 8L)),
                new Refusal.StaleVersion(7, 1, 2)));
        for (ObjectType type : ObjectType.values()) {
            all.add(new Refusal.NotFound(type, 7));
        }
        for (Code code : List.of(Code.BUILT_IN, Code.HAS_CHILDREN, Code.IN_USE)) {
            all.add(new Refusal.ProtectedObject(code, ObjectType.SERVICE_CATEGORY, 7));
        }
        for (Action action : Action.values()) {
            all.add(new Refusal.Forbidden(action, Scope.standalone(1)));
        }
        for (Refusal.Unproven reason : Refusal.Unproven.values()) {
            all.add(new Refusal.NotAuthenticated(reason));
        }
        return all;
    }
}
