package io.proctemplate.wire;

import static io.proctemplate.application.api.BatchCreate.BUSINESS;
import static io.proctemplate.application.api.BatchCreate.SERVICE_TEMPLATE;
import static io.proctemplate.application.api.ProcessTemplateUpdate.CHANGES;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.ProcessTemplateDeletion;
import io.proctemplate.application.api.ProcessTemplateQuery;
import io.proctemplate.application.api.ProcessTemplateUpdate;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Revision;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Rule.Check;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameters of the calls about process templates, credentials taken out, as commands. */
public final class ProcessTemplateParameters {
    /** The parameter that holds the items of a batch. */
    public static final String PROCESSES = "processes";

    /** The parameter that names a version. */
    public static final String VERSION = "version";

    private static final String ID = "process_template_id";
    private static final String IDS = "process_template_ids";
    private static final String DELETED = "process_templates";
    private static final String SERVICE_TEMPLATES = "service_template_ids";
    private static final int MAX_SELECTED = 200;
    private static final int MAX_DELETED = 500;

    private static final List<String> SELECTORS = List.of(SERVICE_TEMPLATE, IDS, SERVICE_TEMPLATES);
    private static final Paging<OfProcessTemplate> PAGING =
            new Paging<>(OfProcessTemplate.class, OfProcessTemplate.ID, Set.of());

    private ProcessTemplateParameters() {}

    /**
     * Those of {@code batch_create_proc_template}. Refused for what is wrong with types, missing parameters and the number
     * of items; then nothing is asked of the store.
     *
     * @param maxBatch the greatest number of items
     */
    public static Validated<BatchCreate> batch(Node.Mapping body, int maxBatch) {
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

    /**
     * Those of {@code update_proc_template}. Refused for wrong types anywhere and for missing parameters; then nothing is
     * asked of the store. Other faults of the changes are told when the template is there.
     */
    public static Validated<ProcessTemplateUpdate> update(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        long id = parameters.requiredInteger(ID);
        parameters.require(CHANGES);
        Node.Mapping sent = parameters.object(CHANGES);
        Node.Mapping changes = sent == null ? new Node.Mapping.Builder().build() : sent;
        Long version = parameters.integer(VERSION);
        Validated<ProcessTemplateUpdate> alone =
                parameters.validated(warnings -> new ProcessTemplateUpdate(business, id, changes, version, warnings));
        Validated<Node.Mapping> judged = Revision.judge(business, changes, parameters.at(CHANGES));
        Violations faults = parameters.isSent(BUSINESS)
                ? judged.violations()
                : judged.violations().without(Rule.CONTRADICTION);
        return alone.violations().isEmpty() && !faults.anyIn(Check.SHAPE)
                ? alone
                : new Validated.Invalid<>(
                        alone.violations().and(faults), alone.warnings().and(judged.warnings()));
    }

    /** Those of {@code delete_proc_template}: 1…500 ids. */
    public static Validated<ProcessTemplateDeletion> deletion(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        parameters.require(DELETED);
        List<Long> ids = parameters.integers(DELETED, MAX_DELETED);
        if (ids != null && ids.isEmpty()) {
            parameters.out().error(Violation.missingParameter(parameters.at(DELETED)));
        }
        List<Long> named = ids == null ? List.of() : ids;
        return parameters.validated(warnings -> new ProcessTemplateDeletion(business, named, warnings));
    }

    /** Those of {@code get_proc_template}. */
    public static Validated<ProcessTemplateQuery.ById> byId(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long id = parameters.requiredInteger(ID);
        Long business = parameters.integer(BUSINESS);
        return parameters.validated(warnings -> new ProcessTemplateQuery.ById(id, business, warnings));
    }

    /** Those of {@code list_proc_template}. */
    public static Validated<ProcessTemplateQuery.Some> some(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        Long serviceTemplate = parameters.integer(SERVICE_TEMPLATE);
        List<Long> serviceTemplates = parameters.integers(SERVICE_TEMPLATES, MAX_SELECTED);
        List<Long> ids = parameters.integers(IDS, MAX_SELECTED);
        Page<OfProcessTemplate> page = PAGING.optional(parameters);
        List<Long> owners = owners(serviceTemplate, serviceTemplates);
        if (SELECTORS.stream().noneMatch(parameters::isFilled)) {
            parameters.out().error(Violation.selectorMissing(Path.root(), SELECTORS));
        }
        List<Long> selected = ids == null || ids.isEmpty() ? null : ids;
        ProcessTemplateFilter filter = new ProcessTemplateFilter(business, owners, selected);
        return parameters.validated(warnings -> new ProcessTemplateQuery.Some(filter, page, warnings));
    }

    /** Both parameters say where to look; together, only what both name. */
    private static @Nullable List<Long> owners(@Nullable Long one, @Nullable List<Long> several) {
        if (one == null) {
            return several == null || several.isEmpty() ? null : several;
        }
        return several == null || several.isEmpty() || several.contains(one) ? List.of(one) : List.of();
    }
}
