package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SupplierAccounts;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Check;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.MissingParameter;
import io.proctemplate.domain.violation.Violation.TooMany;
import io.proctemplate.domain.violation.Violation.UnknownKey;
import io.proctemplate.domain.violation.Violation.WrongType;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    private static final String SUPPLIER_ACCOUNT = "bk_supplier_account";
    private static final Set<String> PARAMETERS = Set.of(BUSINESS, SERVICE_TEMPLATE, PROCESSES, SUPPLIER_ACCOUNT);

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
        Long business = integer(sent(body, BUSINESS), Path.root().member(BUSINESS), out);
        if (sent(body, BUSINESS) == Node.Null.NULL) {
            out.error(new MissingParameter(Path.root().member(BUSINESS)));
        }
        Long serviceTemplate = integer(sent(body, SERVICE_TEMPLATE), Path.root().member(SERVICE_TEMPLATE), out);
        String account = supplierAccount(sent(body, SUPPLIER_ACCOUNT), out);
        Node.Sequence processes = processes(sent(body, PROCESSES), out);
        warnOfUnknownKeys(body, out);
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

    /** What was sent under {@code name}; nothing counts as null here. */
    private static Node sent(Node.Mapping body, String name) {
        Node sent = body.find(name);
        return sent == null ? Node.Null.NULL : sent;
    }

    private static @Nullable Long integer(Node sent, Path at, Violations.Collector out) {
        if (sent instanceof Scalar.Number number) {
            return number.value();
        }
        if (sent != Node.Null.NULL) {
            out.error(new WrongType(at, Kind.INTEGER, sent.excerpt()));
        }
        return null;
    }

    private static String supplierAccount(Node sent, Violations.Collector out) {
        Path at = Path.root().member(SUPPLIER_ACCOUNT);
        if (sent instanceof Scalar.Text text) {
            SupplierAccounts.check(text.value(), at, out);
            return text.value().isEmpty() ? SupplierAccounts.DEFAULT : text.value();
        }
        if (sent != Node.Null.NULL) {
            out.error(new WrongType(at, Kind.TEXT, sent.excerpt()));
        }
        return SupplierAccounts.DEFAULT;
    }

    private static Node.Sequence processes(Node sent, Violations.Collector out) {
        Path at = Path.root().member(PROCESSES);
        if (sent instanceof Node.Sequence sequence) {
            return sequence;
        }
        boolean missing = sent == Node.Null.NULL;
        out.error(missing ? new MissingParameter(at) : new WrongType(at, Kind.LIST, sent.excerpt()));
        return new Node.Sequence(List.of());
    }

    private static void warnOfUnknownKeys(Node.Mapping body, Violations.Collector out) {
        for (int i = 0; i < body.size(); i++) {
            if (!PARAMETERS.contains(body.name(i))) {
                out.warning(new UnknownKey(Path.root().member(body.name(i)), body.name(i)));
            }
        }
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
