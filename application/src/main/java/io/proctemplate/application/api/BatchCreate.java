package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SupplierAccounts;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Check;
import io.proctemplate.domain.violation.Violation.TooMany;
import io.proctemplate.domain.violation.Violations;
import java.util.List;

/**
 * The parameters of {@code batch_create_proc_template}, of the right types and number; the items may still be faulty in
 * themselves, which is told together with what the store knows (wire contract, section 4.3).
 */
public final class BatchCreate {
    /** The parameter that names the business. */
    public static final String BUSINESS = "bk_biz_id";

    /** The parameter that names the service template. */
    public static final String SERVICE_TEMPLATE = "service_template_id";

    private static final String PROCESSES = "processes";

    private final DraftBatch batch;
    private final Violations violations;
    private final Violations warnings;

    private BatchCreate(DraftBatch batch, Violations violations, Violations warnings) {
        this.batch = batch;
        this.violations = violations;
        this.warnings = warnings;
    }

    /**
     * Reads {@code body}, credentials taken out. Refused for what is wrong with types, missing parameters and the number
     * of items; then nothing is asked of the store.
     *
     * @param maxBatch the greatest number of items
     */
    public static Validated<BatchCreate> parse(Node.Mapping body, int maxBatch) {
        Violations.Collector out = new Violations.Collector();
        Parameters parameters = new Parameters(body, Path.root(), out);
        parameters.require(BUSINESS);
        Long business = parameters.integer(BUSINESS);
        Long serviceTemplate = parameters.integer(SERVICE_TEMPLATE);
        String account = SupplierAccounts.orDefault(parameters.textOrEmpty(SupplierAccounts.PARAMETER));
        SupplierAccounts.check(account, parameters.at(SupplierAccounts.PARAMETER), out);
        parameters.require(PROCESSES);
        Node.Sequence sent = parameters.list(PROCESSES);
        Node.Sequence processes = sent == null ? new Node.Sequence(List.of()) : sent;
        parameters.warnOfUnknown();
        Scope scope = new Scope(
                business == null ? 0 : business, serviceTemplate == null ? Scope.STANDALONE : serviceTemplate);
        DraftBatch batch =
                DraftBatch.read(scope, account, processes, Path.root().member(PROCESSES));
        Violations items = business == null ? withoutContradictions(batch.violations()) : batch.violations();
        Violations violations = out.errors().and(items);
        Violations warnings = out.warnings().and(batch.warnings());
        if (violations.anyIn(Check.SHAPE)) {
            return new Validated.Invalid<>(violations, warnings);
        }
        if (batch.size() > maxBatch) {
            Violation tooMany = new TooMany(Path.root().member(PROCESSES), maxBatch, batch.size());
            return new Validated.Invalid<>(Violations.of(List.of(tooMany)), Violations.none());
        }
        return new Validated.Valid<>(new BatchCreate(batch, violations, warnings), warnings);
    }

    /** Without the request's own business there is nothing for an item's to contradict. */
    private static Violations withoutContradictions(Violations violations) {
        return Violations.of(violations.list().stream()
                .filter(violation -> !(violation instanceof Violation.Contradiction))
                .toList());
    }

    public Scope scope() {
        return batch.scope();
    }

    /** The items, read. */
    public DraftBatch batch() {
        return batch;
    }

    /** Everything that is wrong with the request by itself; what the store has against it is not known yet. */
    public Violations violations() {
        return violations;
    }

    /** What the sender should know, whatever comes of the request. */
    public Violations warnings() {
        return warnings;
    }
}
