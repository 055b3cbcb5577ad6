package io.proctemplate.application;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.api.ServiceTemplateCommand;
import io.proctemplate.application.api.ServiceTemplateQuery;
import io.proctemplate.application.api.ServiceTemplates;
import io.proctemplate.application.spi.ServiceCategoryStore;
import io.proctemplate.application.spi.ServiceTemplateStore;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.audit.Change;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** What is done with service templates. */
final class ServiceTemplateService implements ServiceTemplates {
    private static final Path NAME = Path.root().member(ServiceTemplateCommand.NAME);
    private static final Path BUSINESS = Path.root().member(BatchCreate.BUSINESS);
    private static final Path CATEGORY = Path.root().member(ServiceTemplateCommand.CATEGORY);

    /** The id of a service template that is still to come. */
    private static final long NOT_GIVEN = 0;

    private final Attempts attempts;
    private final Clock clock;

    ServiceTemplateService(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Outcome<ServiceTemplate> create(Caller caller, ServiceTemplateCommand.Create command) {
        Asked asked = new Asked(caller, Call.CREATE_SERVICE_TEMPLATE, command.warnings());
        return asked.ifMay(
                Scope.standalone(command.businessId()),
                () -> attempts.write(asked, Reason.INSERT_FAILED, stores -> create(asked, command, stores)));
    }

    private Outcome<ServiceTemplate> create(Asked asked, ServiceTemplateCommand.Create command, Stores stores) {
        Violations violations = ownerViolations(asked, command, stores)
                .and(command.violations())
                .and(nameViolations(command.name(), command.businessId(), NOT_GIVEN, stores.serviceTemplates()));
        return asked.unless(violations, () -> {
            ServiceTemplate created = new ServiceTemplate(
                    stores.serviceTemplates().nextId(),
                    command.businessId(),
                    command.name(),
                    command.categoryId(),
                    command.supplierAccount(),
                    Stamp.created(asked.caller().user(), clock.instant()));
            stores.serviceTemplates().insert(created);
            record(
                    asked,
                    AuditAction.CREATE,
                    created.stamp().createTime(),
                    AuditedObject.of(created.id(), created.name()),
                    created,
                    stores);
            return asked.done(created);
        });
    }

    private static Violations ownerViolations(Asked asked, ServiceTemplateCommand.Create command, Stores stores) {
        long business = command.businessId();
        Violations ofCategory = categoryViolations(asked, command.categoryId(), business, stores.serviceCategories());
        return stores.businesses().businessExists(business)
                ? ofCategory
                : Violations.of(List.of(Violation.unknownOwner(BUSINESS, business)))
                        .and(ofCategory.without(Rule.CATEGORY_OF_OTHER_BUSINESS));
    }

    /** A category to hang on is there, of this business or built in, and a leaf as far as this business can see. */
    private static Violations categoryViolations(Asked asked, long id, long businessId, ServiceCategoryStore store) {
        if (store.findLocked(businessId, id).isEmpty()) {
            boolean revealed = store.find(id)
                    .filter(other -> asked.caller().mayKnowOf(Scope.standalone(other.businessId())))
                    .isPresent();
            return Violations.of(List.of(
                    revealed
                            ? Violation.categoryOfOtherBusiness(BUSINESS, businessId, id)
                            : Violation.unknownOwner(CATEGORY, id)));
        }
        return store.hasChildren(businessId, id)
                ? Violations.of(List.of(Violation.notALeaf(CATEGORY, id)))
                : Violations.none();
    }

    /** The store is not asked about what no service template can be called. */
    private static Violations nameViolations(String name, long businessId, long ownId, ServiceTemplateStore store) {
        OptionalLong holder = ServiceTemplate.isName(name) ? store.findByName(businessId, name) : OptionalLong.empty();
        return holder.isPresent() && holder.getAsLong() != ownId
                ? Violations.of(List.of(Violation.nameTaken(NAME, name, holder.getAsLong())))
                : Violations.none();
    }

    @Override
    public Outcome<ServiceTemplate> update(Caller caller, ServiceTemplateCommand.Update command) {
        Asked asked = new Asked(caller, Call.UPDATE_SERVICE_TEMPLATE, command.warnings());
        return change(
                asked,
                new Scope(command.businessId(), command.id()),
                (current, stores) -> update(asked, command, current, stores));
    }

    private Outcome<ServiceTemplate> update(
            Asked asked, ServiceTemplateCommand.Update command, ServiceTemplate current, Stores stores) {
        String name = command.name() == null ? current.name() : command.name();
        long category = command.categoryId() == null ? current.serviceCategoryId() : command.categoryId();
        Violations ofCategory = category == current.serviceCategoryId()
                ? Violations.none()
                : categoryViolations(asked, category, current.businessId(), stores.serviceCategories());
        Violations violations = ofCategory
                .and(command.violations())
                .and(nameViolations(name, current.businessId(), current.id(), stores.serviceTemplates()));
        return asked.unless(violations, () -> {
            ServiceTemplate changed = new ServiceTemplate(
                    current.id(),
                    current.businessId(),
                    name,
                    category,
                    current.supplierAccount(),
                    current.stamp().changed(asked.caller().user(), clock.instant()));
            stores.serviceTemplates().update(changed);
            AuditedObject object =
                    new AuditedObject(changed.id(), changed.name(), Change.between(node(current), node(changed)));
            record(asked, AuditAction.UPDATE, changed.stamp().lastTime(), object, changed, stores);
            return asked.done(changed);
        });
    }

    @Override
    public Outcome<Nothing> delete(Caller caller, ServiceTemplateCommand.Delete command) {
        Asked asked = new Asked(caller, Call.DELETE_SERVICE_TEMPLATE, command.warnings());
        return change(
                asked,
                new Scope(command.businessId(), command.id()),
                (current, stores) -> asked.unlessFaulty(() -> delete(asked, current, stores)));
    }

    private Outcome<Nothing> delete(Asked asked, ServiceTemplate current, Stores stores) {
        Instant now = clock.instant();
        stores.serviceTemplates()
                .delete(
                        current,
                        asked.event(now, current.businessId(), AuditAction.DELETE, AuditedType.PROCESS_TEMPLATE));
        record(asked, AuditAction.DELETE, now, AuditedObject.of(current.id(), current.name()), current, stores);
        return asked.done(Nothing.NOTHING);
    }

    private static void record(
            Asked asked, AuditAction action, Instant time, AuditedObject object, ServiceTemplate of, Stores stores) {
        AuditEvent event = asked.event(time, of.businessId(), action, AuditedType.SERVICE_TEMPLATE);
        stores.audit().append(event, List.of(object));
    }

    /** What a caller can change, as it stands on the wire. */
    private static Node.Mapping node(ServiceTemplate template) {
        return new Node.Mapping.Builder()
                .put(ServiceTemplateCommand.NAME, Scalar.of(template.name()))
                .put(ServiceTemplateCommand.CATEGORY, Scalar.of(template.serviceCategoryId()))
                .build();
    }

    /** What comes of {@code work} on the service template of {@code scope}, kept from other writers meanwhile. */
    private <T> Outcome<T> change(Asked asked, Scope scope, BiFunction<ServiceTemplate, Stores, Outcome<T>> work) {
        return asked.ifMay(
                scope,
                () -> attempts.write(
                        asked,
                        Reason.UPDATE_FAILED,
                        stores -> stores.serviceTemplates()
                                .findLocked(scope.businessId(), scope.serviceTemplateId())
                                .map(found -> work.apply(found, stores))
                                .orElseGet(() -> asked.refused(unknown(scope.serviceTemplateId())))));
    }

    private static Refusal unknown(long id) {
        return Refusal.notFound(ObjectType.SERVICE_TEMPLATE, id);
    }

    @Override
    public Outcome<ServiceTemplate> get(Caller caller, ServiceTemplateQuery.ById query) {
        Asked asked = new Asked(caller, Call.GET_SERVICE_TEMPLATE, query.warnings());
        return attempts.read(
                asked,
                stores -> asked.on(
                        stores.serviceTemplates().find(query.id()).orElse(null),
                        ServiceTemplate::scope,
                        query.businessId(),
                        unknown(query.id()),
                        asked::done));
    }

    @Override
    public Outcome<Long> list(Caller caller, ServiceTemplateQuery.Some query, ListReceiver<ServiceTemplate> receiver) {
        Asked asked = new Asked(caller, Call.LIST_SERVICE_TEMPLATE, query.warnings());
        return asked.ifMayInEach(
                query.scopes(),
                () -> attempts.read(asked, stores -> {
                    long count = stores.serviceTemplates().count(query.filter());
                    receiver.count(count);
                    stores.serviceTemplates().list(query.filter(), query.page(), receiver::item);
                    return asked.done(count);
                }));
    }
}
