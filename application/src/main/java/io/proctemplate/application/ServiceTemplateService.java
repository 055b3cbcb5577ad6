package io.proctemplate.application;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.ObjectType;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.ServiceTemplateCommand;
import io.proctemplate.application.api.ServiceTemplateQuery;
import io.proctemplate.application.api.ServiceTemplates;
import io.proctemplate.application.spi.ServiceCategoryStore;
import io.proctemplate.application.spi.ServiceTemplateStore;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.violation.Code;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation.NameTaken;
import io.proctemplate.domain.violation.Violation.NotALeaf;
import io.proctemplate.domain.violation.Violation.OtherBusiness;
import io.proctemplate.domain.violation.Violation.UnknownOwner;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/** What is done with service templates. */
final class ServiceTemplateService implements ServiceTemplates {
    private static final Path NAME = Path.root().member(ServiceTemplateCommand.NAME);
    private static final Path BUSINESS = Path.root().member(BatchCreate.BUSINESS);
    private static final Path CATEGORY = Path.root().member(ServiceTemplateCommand.CATEGORY);

    private final Attempts attempts;
    private final Clock clock;

    ServiceTemplateService(Attempts attempts, Clock clock) {
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Outcome<ServiceTemplate> create(Caller caller, ServiceTemplateCommand.Create command) {
        Scope business = Scope.standalone(command.businessId());
        Optional<Refusal> lack = Answers.lackOfRight(caller, Call.CREATE_SERVICE_TEMPLATE, business);
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), command.warnings());
        }
        return attempts.write(command.warnings(), Code.INSERT_FAILED, stores -> create(caller, command, stores));
    }

    private Outcome<ServiceTemplate> create(Caller caller, ServiceTemplateCommand.Create command, Stores stores) {
        Violations.Collector out = new Violations.Collector();
        if (!stores.businesses().businessExists(command.businessId())) {
            out.error(new UnknownOwner(BUSINESS, command.businessId()));
        }
        checkCategory(command.categoryId(), command.businessId(), stores.serviceCategories(), out);
        if (command.violations().isEmpty()) {
            checkName(command.name(), command.businessId(), 0, stores.serviceTemplates(), out);
        }
        Violations violations = command.violations().and(out.errors());
        if (!violations.isEmpty()) {
            return Answers.invalid(violations, command.warnings());
        }
        ServiceTemplate created = new ServiceTemplate(
                stores.serviceTemplates().nextId(),
                command.businessId(),
                command.name(),
                command.categoryId(),
                command.supplierAccount(),
                Stamp.created(caller.user(), Answers.now(clock)));
        stores.serviceTemplates().insert(created);
        return Answers.done(created, command.warnings());
    }

    /** A category to hang on: there, of this business or built in, and a leaf. */
    private static void checkCategory(long id, long businessId, ServiceCategoryStore store, Violations.Collector out) {
        Optional<ServiceCategory> found = store.findLocked(id);
        if (found.isEmpty()) {
            out.error(new UnknownOwner(CATEGORY, id));
        } else if (!found.get().isUsableIn(businessId)) {
            out.error(new OtherBusiness(BUSINESS, businessId, id));
        } else if (store.hasChildren(id)) {
            out.error(new NotALeaf(CATEGORY, id));
        }
    }

    private static void checkName(
            String name, long businessId, long ownId, ServiceTemplateStore store, Violations.Collector out) {
        OptionalLong holder = store.findByName(businessId, name);
        if (holder.isPresent() && holder.getAsLong() != ownId) {
            out.error(new NameTaken(NAME, name, holder.getAsLong()));
        }
    }

    @Override
    public Outcome<ServiceTemplate> update(Caller caller, ServiceTemplateCommand.Update command) {
        Scope scope = new Scope(command.businessId(), command.id());
        Optional<Refusal> lack = Answers.lackOfRight(caller, Call.UPDATE_SERVICE_TEMPLATE, scope);
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), command.warnings());
        }
        return attempts.write(
                command.warnings(),
                Code.UPDATE_FAILED,
                stores -> locked(command.id(), command.businessId(), stores)
                        .map(current -> update(caller, command, current, stores))
                        .orElseGet(
                                () -> Answers.notFound(ObjectType.SERVICE_TEMPLATE, command.id(), command.warnings())));
    }

    private static Optional<ServiceTemplate> locked(long id, long businessId, Stores stores) {
        return stores.serviceTemplates().findLocked(id).filter(found -> found.businessId() == businessId);
    }

    private Outcome<ServiceTemplate> update(
            Caller caller, ServiceTemplateCommand.Update command, ServiceTemplate current, Stores stores) {
        String name = command.name() == null ? current.name() : command.name();
        long category = command.categoryId() == null ? current.serviceCategoryId() : command.categoryId();
        Violations.Collector out = new Violations.Collector();
        if (category != current.serviceCategoryId()) {
            checkCategory(category, current.businessId(), stores.serviceCategories(), out);
        }
        if (command.violations().isEmpty()) {
            checkName(name, current.businessId(), current.id(), stores.serviceTemplates(), out);
        }
        Violations violations = command.violations().and(out.errors());
        if (!violations.isEmpty()) {
            return Answers.invalid(violations, command.warnings());
        }
        ServiceTemplate changed = new ServiceTemplate(
                current.id(),
                current.businessId(),
                name,
                category,
                current.supplierAccount(),
                current.stamp().changed(caller.user(), Answers.now(clock)));
        stores.serviceTemplates().update(changed);
        return Answers.done(changed, command.warnings());
    }

    @Override
    public Outcome<ServiceTemplate> get(Caller caller, ServiceTemplateQuery.ById query) {
        return attempts.read(
                query.warnings(),
                stores -> stores.serviceTemplates()
                        .find(query.id())
                        .filter(found -> caller.may(
                                Call.GET_SERVICE_TEMPLATE.action(), new Scope(found.businessId(), found.id())))
                        .map(found -> Answers.done(found, query.warnings()))
                        .orElseGet(() -> Answers.notFound(ObjectType.SERVICE_TEMPLATE, query.id(), query.warnings())));
    }

    @Override
    public Outcome<Long> list(Caller caller, ServiceTemplateQuery.Some query, ListReceiver<ServiceTemplate> receiver) {
        Scope business = Scope.standalone(query.filter().businessId());
        Optional<Refusal> lack = Answers.lackOfRight(caller, Call.LIST_SERVICE_TEMPLATE, business);
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), query.warnings());
        }
        return attempts.read(query.warnings(), stores -> {
            long count = stores.serviceTemplates().count(query.filter());
            receiver.count(count);
            stores.serviceTemplates().list(query.filter(), query.page(), receiver::item);
            return Answers.done(count, query.warnings());
        });
    }

    @Override
    public Outcome<Nothing> delete(Caller caller, ServiceTemplateCommand.Delete command) {
        Scope scope = new Scope(command.businessId(), command.id());
        Optional<Refusal> lack = Answers.lackOfRight(caller, Call.DELETE_SERVICE_TEMPLATE, scope);
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), command.warnings());
        }
        return attempts.write(command.warnings(), Code.UPDATE_FAILED, stores -> {
            if (locked(command.id(), command.businessId(), stores).isEmpty()) {
                return Answers.notFound(ObjectType.SERVICE_TEMPLATE, command.id(), command.warnings());
            }
            stores.serviceTemplates().delete(command.id());
            return Answers.done(Nothing.NOTHING, command.warnings());
        });
    }
}
