package io.proctemplate.application;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.ObjectType;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.ProcessTemplateDeletion;
import io.proctemplate.application.api.ProcessTemplateQuery;
import io.proctemplate.application.api.ProcessTemplateUpdate;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.violation.Code;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.OtherBusiness;
import io.proctemplate.domain.violation.Violation.UnknownOwner;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
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
        return Answers.lackOfRight(caller, Call.BATCH_CREATE_PROC_TEMPLATE, request.scope())
                .map(refusal -> Answers.<List<Long>>refused(refusal, request.warnings()))
                .orElseGet(() -> attempts.write(
                        request.warnings(),
                        Code.INSERT_FAILED,
                        stores -> create(caller, request, stores.processTemplates())));
    }

    private Outcome<List<Long>> create(Caller caller, BatchCreate request, ProcessTemplateStore store) {
        DraftBatch batch = request.batch();
        Survey survey = store.survey(batch.scope(), batch.processNames(), batch.functionKeys());
        Violations violations =
                request.violations().and(ownerViolations(batch.scope(), survey)).and(batch.clashes(survey.taken()));
        if (!violations.isEmpty()) {
            return Answers.invalid(violations, request.warnings());
        }
        if (batch.size() == 0) {
            return Answers.done(List.of(), request.warnings());
        }
        List<Long> ids = store.nextIds(batch.size());
        store.insert(identified(batch.drafts(), ids, caller));
        return Answers.done(ids, request.warnings());
    }

    private List<ProcessTemplate> identified(List<ProcessTemplate.Draft> drafts, List<Long> ids, Caller caller) {
        Stamp stamp = Stamp.created(caller.user(), Answers.now(clock));
        List<ProcessTemplate> templates = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            templates.add(drafts.get(i).identified(ids.get(i), stamp));
        }
        return templates;
    }

    /** Whether business and service template exist and belong together (wire contract, section 4.3, step 4). */
    private static Violations ownerViolations(Scope scope, Survey survey) {
        List<Violation> violations = new ArrayList<>(0);
        Path business = Path.root().member(BatchCreate.BUSINESS);
        if (!survey.businessExists()) {
            violations.add(new UnknownOwner(business, scope.businessId()));
        }
        if (!scope.isStandalone()) {
            Long owner = survey.serviceTemplateBusinessId();
            if (owner == null) {
                Path at = Path.root().member(BatchCreate.SERVICE_TEMPLATE);
                violations.add(new UnknownOwner(at, scope.serviceTemplateId()));
            } else if (owner != scope.businessId() && survey.businessExists()) {
                violations.add(new OtherBusiness(business, scope.businessId(), scope.serviceTemplateId()));
            }
        }
        return Violations.of(violations);
    }

    @Override
    public Outcome<ProcessTemplate> update(Caller caller, ProcessTemplateUpdate request) {
        return attempts.write(
                request.warnings(), Code.UPDATE_FAILED, stores -> update(caller, request, stores.processTemplates()));
    }

    private Outcome<ProcessTemplate> update(Caller caller, ProcessTemplateUpdate request, ProcessTemplateStore store) {
        Optional<Scope> scope = store.find(request.id())
                .map(ProcessTemplate::scope)
                .filter(found -> found.businessId() == request.businessId());
        Scope asked = scope.orElseGet(() -> Scope.standalone(request.businessId()));
        Optional<Refusal> lack = Answers.lackOfRight(caller, Call.UPDATE_PROC_TEMPLATE, asked);
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), request.warnings());
        }
        // A scope never changes; once it is locked nobody else writes in it, so what is read now stays true.
        scope.ifPresent(found -> store.survey(found, List.of(), List.of()));
        return store.find(request.id())
                .filter(found -> found.scope().businessId() == request.businessId())
                .map(current -> update(caller, request, current, store))
                .orElseGet(() -> Answers.notFound(ObjectType.PROCESS_TEMPLATE, request.id(), request.warnings()));
    }

    private Outcome<ProcessTemplate> update(
            Caller caller, ProcessTemplateUpdate request, ProcessTemplate current, ProcessTemplateStore store) {
        Long seen = request.version();
        if (seen != null && seen != current.version()) {
            Refusal stale = new Refusal.StaleVersion(current.id(), seen, current.version());
            return Answers.refused(stale, request.warnings());
        }
        Validated<ProcessTemplate> revised =
                current.revise(request.changes(), request.changesPath(), caller.user(), Answers.now(clock));
        Violations warnings = request.warnings().and(revised.warnings());
        return revised.fold(
                (next, any) -> keep(next, request, warnings, store),
                (violations, any) -> Answers.invalid(violations, warnings));
    }

    private static Outcome<ProcessTemplate> keep(
            ProcessTemplate next, ProcessTemplateUpdate request, Violations warnings, ProcessTemplateStore store) {
        Survey survey = store.survey(
                next.scope(), List.of(next.name()), List.of(next.property().functionKey()));
        Violations clashes = next.clashes(survey.taken(), request.changesPath());
        if (!clashes.isEmpty()) {
            return Answers.invalid(clashes, warnings);
        }
        store.update(next);
        return Answers.done(next, warnings);
    }

    @Override
    public Outcome<Nothing> delete(Caller caller, ProcessTemplateDeletion request) {
        return attempts.write(
                request.warnings(), Code.UPDATE_FAILED, stores -> delete(caller, request, stores.processTemplates()));
    }

    private static Outcome<Nothing> delete(Caller caller, ProcessTemplateDeletion request, ProcessTemplateStore store) {
        List<ProcessTemplate> found = store.findByIds(request.businessId(), request.ids());
        Optional<Refusal> lack = lackOfRightOnEach(caller, request.businessId(), found);
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), request.warnings());
        }
        if (found.size() < request.ids().size()) {
            List<Long> unknown = new ArrayList<>(request.ids());
            unknown.removeAll(found.stream().map(ProcessTemplate::id).toList());
            return Answers.refused(new Refusal.ProcessTemplatesUnknown(unknown), request.warnings());
        }
        if (store.delete(request.businessId(), request.ids()) < found.size()) {
            throw new Conflict(Constraint.VERSION);
        }
        return Answers.done(Nothing.NOTHING, request.warnings());
    }

    /** A right on the whole business, or one on the scope of each template; without any template, on the business. */
    private static Optional<Refusal> lackOfRightOnEach(
            Caller caller, long businessId, List<ProcessTemplate> templates) {
        Optional<Refusal> lack = Answers.lackOfRight(caller, Call.DELETE_PROC_TEMPLATE, Scope.standalone(businessId));
        if (lack.isEmpty() || templates.isEmpty()) {
            return lack;
        }
        return templates.stream()
                .map(ProcessTemplate::scope)
                .distinct()
                .flatMap(scope -> Answers.lackOfRight(caller, Call.DELETE_PROC_TEMPLATE, scope).stream())
                .findFirst();
    }

    @Override
    public Outcome<ProcessTemplate> get(Caller caller, ProcessTemplateQuery.ById query) {
        return attempts.read(query.warnings(), stores -> {
            Optional<ProcessTemplate> found = stores.processTemplates().find(query.id());
            Long business = query.businessId();
            if (business != null) {
                Scope asked = found.map(ProcessTemplate::scope)
                        .filter(scope -> scope.businessId() == business)
                        .orElseGet(() -> Scope.standalone(business));
                Optional<Refusal> lack = Answers.lackOfRight(caller, Call.GET_PROC_TEMPLATE, asked);
                if (lack.isPresent()) {
                    return Answers.refused(lack.get(), query.warnings());
                }
            }
            return found.filter(template -> business == null || template.scope().businessId() == business)
                    .filter(template -> caller.may(Call.GET_PROC_TEMPLATE.action(), template.scope()))
                    .map(template -> Answers.done(template, query.warnings()))
                    .orElseGet(() -> Answers.notFound(ObjectType.PROCESS_TEMPLATE, query.id(), query.warnings()));
        });
    }

    @Override
    public Outcome<Long> list(Caller caller, ProcessTemplateQuery.Some query, ListReceiver<ProcessTemplate> receiver) {
        Optional<Refusal> lack = query.scopes().stream()
                .flatMap(scope -> Answers.lackOfRight(caller, Call.LIST_PROC_TEMPLATE, scope).stream())
                .findFirst();
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), query.warnings());
        }
        return attempts.read(query.warnings(), stores -> {
            long count = stores.processTemplates().count(query.filter());
            receiver.count(count);
            stores.processTemplates().list(query.filter(), query.page(), receiver::item);
            return Answers.done(count, query.warnings());
        });
    }
}
