package io.proctemplate.adapter.cli;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SupplierAccounts;
import io.proctemplate.domain.template.TakenNames;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violations;
import io.proctemplate.wire.CredentialParameters;
import io.proctemplate.wire.ProcessTemplateParameters;
import java.util.List;

/**
 * The templates of one file, which holds a request of {@code batch_create_proc_template} or a list of specs, bare or as
 * in the request's {@code processes}.
 *
 * @param properties in the order of the file; none if there is a violation
 */
record Templates(List<ProcessProperty> properties, Violations violations, Violations warnings) {
    private static final String SPEC = "spec";

    Templates {
        properties = List.copyOf(properties);
    }

    /** @param maxBatch the greatest number of items that a request may have */
    static Templates of(Node document, int maxBatch) {
        if (document instanceof Node.Mapping request) {
            // Who sends the request is said in it too, and is nothing that can be judged without a server.
            return ofRequest(CredentialParameters.without(request), maxBatch);
        }
        if (document instanceof Node.Sequence list) {
            return ofList(list);
        }
        Violation wrong = Violation.wrongType(Path.root(), Kind.OBJECT, document.excerpt());
        return new Templates(List.of(), Violations.of(List.of(wrong)), Violations.none());
    }

    /** The server stops at what keeps a request from being a batch at all; here everything is told at once. */
    private static Templates ofRequest(Node.Mapping request, int maxBatch) {
        Path at = Path.root().member(ProcessTemplateParameters.PROCESSES);
        Validated<BatchCreate> parsed = ProcessTemplateParameters.batch(request, Integer.MAX_VALUE);
        Violations violations = parsed.fold((create, warnings) -> create.violations(), (faults, warnings) -> faults);
        if (request.find(ProcessTemplateParameters.PROCESSES) instanceof Node.Sequence items) {
            if (items.items().size() > maxBatch) {
                violations = violations.and(Violations.of(
                        List.of(Violation.tooMany(at, maxBatch, items.items().size()))));
            }
            violations = violations.and(read(items, true, at).clashes(TakenNames.none()));
        }
        List<ProcessTemplate.Draft> drafts =
                violations.isEmpty() ? parsed.orThrow().batch().drafts() : List.of();
        return new Templates(properties(drafts), violations, parsed.warnings());
    }

    private static List<ProcessProperty> properties(List<ProcessTemplate.Draft> drafts) {
        return drafts.stream().map(ProcessTemplate.Draft::property).toList();
    }

    private static Templates ofList(Node.Sequence list) {
        boolean wrapped = list.items().stream().anyMatch(item -> member(item, SPEC) != Node.Null.NULL);
        DraftBatch batch = read(list, wrapped, Path.root());
        Violations violations = batch.violations().and(batch.clashes(TakenNames.none()));
        List<ProcessTemplate.Draft> drafts = violations.isEmpty() ? batch.drafts() : List.of();
        return new Templates(properties(drafts), violations, batch.warnings());
    }

    private static DraftBatch read(Node.Sequence list, boolean wrapped, Path at) {
        Scope scope = Scope.standalone(businessOf(list));
        return wrapped
                ? DraftBatch.read(scope, SupplierAccounts.DEFAULT, list, at)
                : DraftBatch.readSpecs(scope, SupplierAccounts.DEFAULT, list, at);
    }

    /** The first that an item names, which the others must not contradict; any is as good as another if none does. */
    private static long businessOf(Node.Sequence list) {
        return list.items().stream()
                .map(item -> member(item, BatchCreate.BUSINESS))
                .filter(Scalar.Number.class::isInstance)
                .map(number -> ((Scalar.Number) number).value())
                .findFirst()
                .orElse(1L);
    }

    private static Node member(Node item, String name) {
        Node member = item instanceof Node.Mapping mapping ? mapping.find(name) : null;
        return member == null ? Node.Null.NULL : member;
    }
}
