package io.proctemplate.application;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.ProcessTemplates;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.OtherBusiness;
import io.proctemplate.domain.violation.Violation.UnknownOwner;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Creates process templates. */
final class ProcessTemplateService implements ProcessTemplates {
    /** A lost race is looked at again; the winner is then there to be named. More than one round is not expected. */
    private static final int ROUNDS = 5;

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    ProcessTemplateService(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public Outcome<List<Long>> createBatch(Caller caller, BatchCreate request) {
        if (!caller.may(Action.EDIT_BIZ_SERVICE_TEMPLATE, request.scope())) {
            Refusal forbidden = new Refusal.Forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, request.scope());
            return new Outcome.Refused<>(forbidden, request.warnings());
        }
        return Refusals.ofStorage(request.warnings(), () -> createUnlessTaken(caller, request, ROUNDS));
    }

    private Outcome<List<Long>> createUnlessTaken(Caller caller, BatchCreate request, int rounds) {
        try {
            return unitOfWork.write(stores -> create(caller, request, stores.processTemplates()));
        } catch (Conflict lostRace) {
            if (rounds == 1) {
                return new Outcome.Refused<>(new Refusal.Busy(), request.warnings());
            }
            return createUnlessTaken(caller, request, rounds - 1);
        }
    }

    private Outcome<List<Long>> create(Caller caller, BatchCreate request, ProcessTemplateStore store) {
        DraftBatch batch = request.batch();
        Survey survey = store.survey(batch.scope(), batch.processNames(), batch.functionKeys());
        Violations violations =
                request.violations().and(ownerViolations(batch.scope(), survey)).and(batch.clashes(survey.taken()));
        if (!violations.isEmpty()) {
            return new Outcome.Refused<>(new Refusal.Invalid(violations), request.warnings());
        }
        if (batch.size() == 0) {
            return new Outcome.Done<>(List.of(), request.warnings());
        }
        List<Long> ids = store.nextIds(batch.size());
        store.insert(identified(batch.drafts(), ids, caller));
        return new Outcome.Done<>(ids, request.warnings());
    }

    private List<ProcessTemplate> identified(List<ProcessTemplate.Draft> drafts, List<Long> ids, Caller caller) {
        Stamp stamp = Stamp.created(caller.user(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
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
}
