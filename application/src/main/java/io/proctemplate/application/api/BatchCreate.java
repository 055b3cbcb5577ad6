package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Rule.Check;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
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
        Parameters parameters = Parameters.of(body);
        parameters.require(BUSINESS);
        Long business = parameters.integer(BUSINESS);
        Long serviceTemplate = parameters.integer(SERVICE_TEMPLATE);
        String account = parameters.supplierAccount();
        parameters.require(PROCESSES);
        Node.Sequence sent = parameters.list(PROCESSES);
        Scope scope = new Scope(
                business == null ? 0 : business, serviceTemplate == null ? Scope.STANDALONE : serviceTemplate);
        DraftBatch batch = DraftBatch.read(
                scope, account, sent == null ? new Node.Sequence(List.of()) : sent, parameters.at(PROCESSES));
        // Without the request's own business there is nothing for an item's to contradict.
        Violations items = business == null ? batch.violations().without(Rule.CONTRADICTION) : batch.violations();
        Validated<BatchCreate> read = parameters.validated(
                items, batch.warnings(), (violations, warnings) -> new BatchCreate(batch, violations, warnings));
        boolean tooMany = batch.size() > maxBatch && !read.violations().anyIn(Check.SHAPE);
        return tooMany
                ? new Validated.Invalid<>(tooMany(parameters.at(PROCESSES), maxBatch, batch.size()), Violations.none())
                : read;
    }

    private static Violations tooMany(Path at, int maxBatch, int size) {
        return Violations.of(List.of(Violation.tooMany(at, maxBatch, size)));
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
