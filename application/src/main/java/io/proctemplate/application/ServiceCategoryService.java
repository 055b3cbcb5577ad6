package io.proctemplate.application;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.api.ServiceCategories;
import io.proctemplate.application.api.ServiceCategoryCommand;
import io.proctemplate.application.api.ServiceTemplateCommand;
import io.proctemplate.application.spi.ServiceCategoryStore;
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
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** What is done with service categories. */
final class ServiceCategoryService implements ServiceCategories {
    private static final Path NAME = Path.root().member(ServiceTemplateCommand.NAME);
    private static final Path PARENT = Path.root().member(ServiceCategoryCommand.PARENT);
    private static final Path BUSINESS = Path.root().member(BatchCreate.BUSINESS);

    /** The id of a category that is still to come. */
    private static final long NOT_GIVEN = 0;

    private final Attempts attempts;
    private final Clock clock;

    ServiceCategoryService(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Outcome<List<ServiceCategory>> list(Caller caller, ServiceCategoryCommand.ListAll command) {
        Asked asked = new Asked(caller, Call.LIST_SERVICE_CATEGORY, command.warnings());
        return asked.ifMay(
                Scope.standalone(command.businessId()),
                () -> attempts.read(
                        asked, stores -> asked.done(stores.serviceCategories().list(command.businessId()))));
    }

    @Override
    public Outcome<ServiceCategory> create(Caller caller, ServiceCategoryCommand.Create command) {
        Asked asked = new Asked(caller, Call.CREATE_SERVICE_CATEGORY, command.warnings());
        return asked.ifMay(
                Scope.standalone(command.businessId()),
                () -> attempts.write(asked, Reason.INSERT_FAILED, stores -> create(asked, command, stores)));
    }

    private Outcome<ServiceCategory> create(Asked asked, ServiceCategoryCommand.Create command, Stores stores) {
        ServiceCategoryStore store = stores.serviceCategories();
        Optional<ServiceCategory> parent = parent(command, store);
        Violations.Collector owners = new Violations.Collector();
        if (!stores.businesses().businessExists(command.businessId())) {
            owners.error(Violation.unknownOwner(BUSINESS, command.businessId()));
        }
        if (command.parentId() != ServiceCategory.NO_PARENT && parent.isEmpty()) {
            owners.error(Violation.unknownOwner(PARENT, command.parentId()));
        }
        Violations violations = owners.errors()
                .and(command.violations())
                .and(nameViolations(command.name(), command.businessId(), command.parentId(), NOT_GIVEN, store));
        return asked.unless(violations, () -> {
            long id = store.nextId();
            ServiceCategory created = new ServiceCategory(
                    id,
                    command.businessId(),
                    command.name(),
                    parent.map(ServiceCategory::rootId).orElse(id),
                    command.parentId(),
                    command.supplierAccount(),
                    false);
            store.insert(created);
            record(asked, AuditAction.CREATE, created, List.of(), stores);
            return asked.done(created);
        });
    }

    /** The parent asked for, if the business may know of it. */
    private static Optional<ServiceCategory> parent(ServiceCategoryCommand.Create command, ServiceCategoryStore store) {
        return command.parentId() == ServiceCategory.NO_PARENT
                ? Optional.empty()
                : store.findLocked(command.businessId(), command.parentId());
    }

    /** The store is not asked about what no category can be called. */
    private static Violations nameViolations(
            String name, long businessId, long parentId, long ownId, ServiceCategoryStore store) {
        OptionalLong holder =
                ServiceCategory.isName(name) ? store.findByName(businessId, parentId, name) : OptionalLong.empty();
        return holder.isPresent() && holder.getAsLong() != ownId
                ? Violations.of(List.of(Violation.categoryNameTaken(NAME, name, holder.getAsLong())))
                : Violations.none();
    }

    @Override
    public Outcome<ServiceCategory> update(Caller caller, ServiceCategoryCommand.Update command) {
        Asked asked = new Asked(caller, Call.UPDATE_SERVICE_CATEGORY, command.warnings());
        return change(
                asked,
                command.businessId(),
                command.id(),
                (current, stores) -> rename(asked, command, current, stores));
    }

    private Outcome<ServiceCategory> rename(
            Asked asked, ServiceCategoryCommand.Update command, ServiceCategory current, Stores stores) {
        ServiceCategoryStore store = stores.serviceCategories();
        Violations taken =
                nameViolations(command.name(), current.businessId(), current.parentId(), current.id(), store);
        return asked.unless(command.violations().and(taken), () -> {
            ServiceCategory renamed = current.renamed(command.name());
            store.update(renamed);
            record(asked, AuditAction.UPDATE, renamed, Change.between(node(current), node(renamed)), stores);
            return asked.done(renamed);
        });
    }

    @Override
    public Outcome<Nothing> delete(Caller caller, ServiceCategoryCommand.Delete command) {
        Asked asked = new Asked(caller, Call.DELETE_SERVICE_CATEGORY, command.warnings());
        return change(asked, command.businessId(), command.id(), (current, stores) -> delete(asked, current, stores));
    }

    private Outcome<Nothing> delete(Asked asked, ServiceCategory current, Stores stores) {
        ServiceCategoryStore store = stores.serviceCategories();
        if (store.hasChildren(current.businessId(), current.id())) {
            return kept(asked, Reason.HAS_CHILDREN, current.id());
        }
        if (store.isUsed(current.id())) {
            return kept(asked, Reason.IN_USE, current.id());
        }
        return asked.unlessFaulty(() -> {
            store.delete(current.id());
            record(asked, AuditAction.DELETE, current, List.of(), stores);
            return asked.done(Nothing.NOTHING);
        });
    }

    private void record(
            Asked asked, AuditAction action, ServiceCategory category, List<Change> changes, Stores stores) {
        AuditEvent event = asked.event(clock.instant(), category.businessId(), action, AuditedType.SERVICE_CATEGORY);
        stores.audit().append(event, List.of(new AuditedObject(category.id(), category.name(), changes)));
    }

    private static Node.Mapping node(ServiceCategory category) {
        return new Node.Mapping.Builder()
                .put(ServiceTemplateCommand.NAME, Scalar.of(category.name()))
                .build();
    }

    /** What comes of {@code work} on a category of the business that is not built in, kept from other writers meanwhile. */
    private <T> Outcome<T> change(
            Asked asked, long businessId, long id, BiFunction<ServiceCategory, Stores, Outcome<T>> work) {
        return asked.ifMay(
                Scope.standalone(businessId),
                () -> attempts.write(
                        asked,
                        Reason.UPDATE_FAILED,
                        stores -> stores.serviceCategories()
                                .findLocked(businessId, id)
                                .map(found -> found.builtIn()
                                        ? ServiceCategoryService.<T>kept(asked, Reason.BUILT_IN, id)
                                        : work.apply(found, stores))
                                .orElseGet(() -> asked.refused(Refusal.notFound(ObjectType.SERVICE_CATEGORY, id)))));
    }

    private static <T> Outcome<T> kept(Asked asked, Reason why, long id) {
        return asked.refused(Refusal.protectedObject(why, ObjectType.SERVICE_CATEGORY, id));
    }
}
