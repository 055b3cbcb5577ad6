package io.proctemplate.wire.text;

import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.Scope;
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
                Violation.missingParameter(AT),
                Violation.missing(AT),
                Violation.tooMany(AT, 100, 101),
                Violation.tooLong(AT, 256, 300, "text"),
                Violation.outOfRange(AT, 1, 600, 601),
                Violation.surroundingWhiteSpace(AT, " text"),
                Violation.forbiddenCharacter(AT, 0xD800, "text"),
                Violation.notAChoice(AT, List.of("1", "2"), "9"),
                Violation.familyMismatch(AT, "1", "3"),
                Violation.duplicateRowId(AT, 5, AT),
                Violation.contradiction(AT, 1, 2),
                Violation.unknownOwner(AT, 7),
                Violation.otherBusiness(AT, 2, 1),
                Violation.processNameTaken(AT, "nginx", 52),
                Violation.processNameTaken(AT, "nginx", AT),
                Violation.functionTaken(AT, "nginx", "-g", 52),
                Violation.functionTaken(AT, "nginx", "-g", AT),
                Violation.fieldLocked(AT, FIELD, "80", "nginx", "81"),
                Violation.fieldLocked(AT, FIELD, null, "nginx", "81"),
                Violation.notAnAddress(AT, "here"),
                Violation.unknownKey(AT, FIELD),
                Violation.lockForced(AT),
                Violation.legacyKey(AT, FIELD, "bind_info[].port"),
                Violation.legacyKey(AT, FIELD, null),
                Violation.overlappingRows(AT, AT, "80-90"),
                Violation.categoryOfOtherBusiness(AT, 2, 1),
                Violation.fixedValue(AT, "nginx"),
                Violation.nameTaken(AT, "web", 7),
                Violation.categoryNameTaken(AT, "web", 7),
                Violation.notALeaf(AT, 1),
                Violation.pageLimit(AT, 1000),
                Violation.unknownSortKey(AT, "color"),
                Violation.negative(AT, -1),
                Violation.selectorMissing(AT, List.of(FIELD, "other_field")),
                Violation.notATime(AT, "noon")));
        for (Violation.NameRule rule : Violation.NameRule.values()) {
            all.add(Violation.invalidName(AT, rule, "a b"));
        }
        for (Violation.Kind kind : Violation.Kind.values()) {
            all.add(Violation.wrongType(AT, kind, "7"));
        }
        for (Violation.PortFault fault : Violation.PortFault.values()) {
            all.add(Violation.invalidPorts(AT, fault, "80", "80,90"));
        }
        return all;
    }

    static List<Refusal> refusals() {
        List<Refusal> all = new ArrayList<>(List.of(
                Refusal.callNotAllowed("app", Call.BATCH_CREATE_PROC_TEMPLATE),
                Refusal.forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, Scope.standalone(1)),
                Refusal.forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, new Scope(1, 57)),
                Refusal.invalid(Violations.of(violations())),
                Refusal.storageFailed(Reason.READ_FAILED),
                Refusal.storageFailed(Reason.INSERT_FAILED),
                Refusal.storageFailed(Reason.UPDATE_FAILED),
                Refusal.outcomeUnknown(),
                Refusal.busy(),
                Refusal.keyReused(),
                Refusal.processTemplatesUnknown(List.of(7L, 8L)),
                Refusal.staleVersion(7, 1, 2)));
        for (ObjectType type : ObjectType.values()) {
            all.add(Refusal.notFound(type, 7));
        }
        for (Reason reason : List.of(Reason.BUILT_IN, Reason.HAS_CHILDREN, Reason.IN_USE)) {
            all.add(Refusal.protectedObject(reason, ObjectType.SERVICE_CATEGORY, 7));
        }
        for (Action action : Action.values()) {
            all.add(Refusal.forbidden(action, Scope.standalone(1)));
        }
        for (Refusal.Unproven reason : Refusal.Unproven.values()) {
            all.add(Refusal.notAuthenticated(reason));
        }
        return all;
    }
}
