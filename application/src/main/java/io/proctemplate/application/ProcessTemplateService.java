package io.proctemplate.application;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.ProcessTemplateDeletion;
import io.proctemplate.application.api.ProcessTemplateQuery;
import io.proctemplate.application.api.ProcessTemplateUpdate;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.audit.Change;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Revision;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.template.TakenNames;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done with process templates. */
final class ProcessTemplateService implements ProcessTemplates {
    private final Attempts attempts;
    private final Clock clock;

    ProcessTemplateService(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Outcome<List<Long>> createBatch(Caller caller, BatchCreate request) {
        Asked asked = new Asked(caller, Call.BATCH_CREATE_PROC_TEMPLATE, request.warnings());
        List<List<Long>> tried = new ArrayList<>(1);
        return asked.ifMay(
                request.scope(),
                () -> attempts.writeAtOnce(
                        asked, Reason.INSERT_FAILED, stores -> create(asked, request, tried, stores)));
    }

    /** {@code tried} holds the ids that were given to the batch before; those of this time come to it. */
    private Outcome<List<Long>> create(Asked asked, BatchCreate request, List<List<Long>> tried, Stores stores) {
        DraftBatch batch = request.batch();
        boolean faulty = !asked.violations().isEmpty()
                || !request.violations().isEmpty()
                || !batch.clashes(TakenNames.none()).isEmpty();
        if (faulty || batch.size() == 0) {
            Survey survey = stores.processTemplates().survey(batch.scope(), batch.processNames(), batch.functionKeys());
            return asked.unless(violations(asked, request, survey), () -> asked.done(List.of()));
        }
        List<Long> ids = stores.processTemplates().nextIds(batch.size());
        tried.add(ids); // before the insert, which may be kept and not say so
        Survey survey = insert(asked, batch, ids, stores);
        for (List<Long> earlier : tried) {
            if (batch.isHeldBy(earlier, survey.taken())) {
                return asked.done(earlier);
            }
        }
        return asked.unless(violations(asked, request, survey), () -> asked.done(ids));
    }

    private Survey insert(Asked asked, DraftBatch batch, List<Long> ids, Stores stores) {
        Instant now = clock.instant();
        AuditEvent event =
                asked.event(now, batch.scope().businessId(), AuditAction.CREATE, AuditedType.PROCESS_TEMPLATE);
        List<ProcessTemplate> templates =
                identified(batch.drafts(), ids, Stamp.created(asked.caller().user(), now));
        return stores.processTemplates().insertIfClear(templates, event, stores.audit());
    }

    private static Violations violations(Asked asked, BatchCreate request, Survey survey) {
        DraftBatch batch = request.batch();
        return request.violations()
                .and(ownerViolations(asked, batch.scope(), survey))
                .and(batch.clashes(survey.taken()));
    }

    private static List<ProcessTemplate> identified(List<ProcessTemplate.Draft> drafts, List<Long> ids, Stamp stamp) {
        List<ProcessTemplate> templates = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            templates.add(drafts.get(i).identified(ids.get(i), stamp));
        }
        return templates;
    }

    /**
     * Whether business and service template exist and belong together (wire contract, section 4.3, step 4). That there is
     * one in another business is for those who have a right there; for everybody else it is unknown.
     */
    private static Violations ownerViolations(Asked asked, Scope scope, Survey survey) {
        List<Violation> violations = new ArrayList<>(0);
        Path business = Path.root().member(BatchCreate.BUSINESS);
        if (!survey.businessExists()) {
            violations.add(Violation.unknownOwner(business, scope.businessId()));
        }
        if (!scope.isStandalone()) {
            Long owner = survey.serviceTemplateBusinessId();
            if (owner == null || !asked.caller().mayKnowOf(new Scope(owner, scope.serviceTemplateId()))) {
                Path at = Path.root().member(BatchCreate.SERVICE_TEMPLATE);
                violations.add(Violation.unknownOwner(at, scope.serviceTemplateId()));
            } else if (owner != scope.businessId() && survey.businessExists()) {
                violations.add(Violation.otherBusiness(business, scope.businessId(), scope.serviceTemplateId()));
            }
        }
        return Violations.of(violations);
    }

    @Override
    public Outcome<ProcessTemplate> update(Caller caller, ProcessTemplateUpdate request) {
        Asked asked = new Asked(caller, Call.UPDATE_PROC_TEMPLATE, request.warnings());
        Refusal unknown = Refusal.notFound(ObjectType.PROCESS_TEMPLATE, request.id());
        return attempts.write(asked, Reason.UPDATE_FAILED, stores -> {
            ProcessTemplateStore store = stores.processTemplates();
            return asked.on(
                    store.find(request.id()).orElse(null),
                    ProcessTemplate::scope,
                    request.businessId(),
                    unknown,
                    seen -> updateLocked(asked, request, seen, stores).orElseGet(() -> asked.refused(unknown)));
        });
    }

    /**
     * Keeps other writers out of the scope of {@code seen}, then looks at it again: what is read now stays true. The names
     * to ask about are the same, for the scope and the function name of a template never change.
     */
    private Optional<Outcome<ProcessTemplate>> updateLocked(
            Asked asked, ProcessTemplateUpdate request, ProcessTemplate seen, Stores stores) {
        ProcessTemplateStore store = stores.processTemplates();
        Revision expected = seen.revise(request.changes(), request.changesPath());
        Survey survey = store.survey(seen.scope(), expected.processNames(), expected.functionKeys());
        return store.find(seen.id()).map(current -> update(asked, request, current, survey.taken(), stores));
    }

    private Outcome<ProcessTemplate> update(
            Asked asked, ProcessTemplateUpdate request, ProcessTemplate current, TakenNames taken, Stores stores) {
        Long seen = request.version();
        if (seen != null && seen != current.version()) {
            return asked.refused(Refusal.staleVersion(current.id(), seen, current.version()));
        }
        Revision revision = current.revise(request.changes(), request.changesPath());
        Violations violations = revision.violations().and(revision.clashes(taken));
        Asked warned = asked.with(revision.warnings());
        return warned.unless(violations, () -> {
            ProcessTemplate next = revision.revised(asked.caller().user(), clock.instant());
            stores.processTemplates().update(next);
            stores.audit().append(event(asked, AuditAction.UPDATE, next), List.of(changed(current, next)));
            return warned.done(next);
        });
    }

    private static AuditEvent event(Asked asked, AuditAction action, ProcessTemplate template) {
        return asked.event(
                template.stamp().lastTime(), template.scope().businessId(), action, AuditedType.PROCESS_TEMPLATE);
    }

    private static AuditedObject changed(ProcessTemplate before, ProcessTemplate after) {
        return new AuditedObject(
                after.id(),
                after.name(),
                Change.between(before.property().toNode(), after.property().toNode()));
    }

    @Override
    public Outcome<Nothing> delete(Caller caller, ProcessTemplateDeletion request) {
        Asked asked = new Asked(caller, Call.DELETE_PROC_TEMPLATE, request.warnings());
        return attempts.write(asked, Reason.UPDATE_FAILED, stores -> {
            ProcessTemplateStore store = stores.processTemplates();
            List<ProcessTemplate> found = store.findByIds(request.businessId(), request.ids());
            List<Scope> scopes = found.stream().map(ProcessTemplate::scope).toList();
            return asked.ifMayOnEach(
                    request.businessId(), scopes, request.ids().size(), () -> delete(asked, request, found, stores));
        });
    }

    private Outcome<Nothing> delete(
            Asked asked, ProcessTemplateDeletion request, List<ProcessTemplate> found, Stores stores) {
        if (found.size() < request.ids().size()) {
            List<Long> unknown = new ArrayList<>(request.ids());
            unknown.removeAll(found.stream().map(ProcessTemplate::id).toList());
            return asked.refused(Refusal.processTemplatesUnknown(unknown));
        }
        return asked.unlessFaulty(() -> deleteFound(asked, request, stores));
    }

    private Outcome<Nothing> deleteFound(Asked asked, ProcessTemplateDeletion request, Stores stores) {
        List<ProcessTemplate> deleted = stores.processTemplates().delete(request.businessId(), request.ids());
        if (deleted.size() < request.ids().size()) {
            throw new Conflict(Constraint.VERSION); // somebody else was faster
        }
        AuditEvent event =
                asked.event(clock.instant(), request.businessId(), AuditAction.DELETE, AuditedType.PROCESS_TEMPLATE);
        stores.audit()
                .append(
                        event,
                        deleted.stream()
                                .map(template -> AuditedObject.of(template.id(), template.name()))
                                .toList());
        return asked.done(Nothing.NOTHING);
    }

    @Override
    public Outcome<ProcessTemplate> get(Caller caller, ProcessTemplateQuery.ById query) {
        Asked asked = new Asked(caller, Call.GET_PROC_TEMPLATE, query.warnings());
        return attempts.read(
                asked,
                stores -> asked.on(
                        stores.processTemplates().find(query.id()).orElse(null),
                        ProcessTemplate::scope,
                        query.businessId(),
                        Refusal.notFound(ObjectType.PROCESS_TEMPLATE, query.id()),
                        asked::done));
    }

    @Override
    public Outcome<Long> list(Caller caller, ProcessTemplateQuery.Some query, ListReceiver<ProcessTemplate> receiver) {
        Asked asked = new Asked(caller, Call.LIST_PROC_TEMPLATE, query.warnings());
        return asked.ifMayInEach(
                query.scopes(),
                () -> attempts.read(asked, stores -> {
                    long count = stores.processTemplates().count(query.filter());
                    receiver.count(count);
                    stores.processTemplates().list(query.filter(), query.page(), receiver::item);
                    return asked.done(count);
                }));
    }
}
