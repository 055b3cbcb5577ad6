package io.proctemplate.application;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.ObjectType;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.ServiceCategories;
import io.proctemplate.application.api.ServiceCategoryCommand;
import io.proctemplate.application.api.ServiceTemplateCommand;
import io.proctemplate.application.spi.ServiceCategoryStore;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.violation.Code;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation.CategoryNameTaken;
import io.proctemplate.domain.violation.Violation.UnknownOwner;
import io.proctemplate.domain.violation.Violations;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** What is done with service categories. */
final class ServiceCategoryService implements ServiceCategories {
    private static final Path NAME = Path.root().member(ServiceTemplateCommand.NAME);
    private static final Path PARENT = Path.root().member(ServiceCategoryCommand.PARENT);
    private static final Path BUSINESS = Path.root().member(BatchCreate.BUSINESS);

    private final Attempts attempts;

    ServiceCategoryService(Attempts attempts) {
        this.attempts = attempts;
    }

    @Override
    public Outcome<List<ServiceCategory>> list(Caller caller, ServiceCategoryCommand.ListAll command) {
        Scope business = Scope.standalone(command.businessId());
        Optional<Refusal> lack = Answers.lackOfRight(caller, Call.LIST_SERVICE_CATEGORY, business);
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), command.warnings());
        }
        return attempts.read(
                command.warnings(),
                stores -> Answers.done(stores.serviceCategories().list(command.businessId()), command.warnings()));
    }

    @Override
    public Outcome<ServiceCategory> create(Caller caller, ServiceCategoryCommand.Create command) {
        Scope business = Scope.standalone(command.businessId());
        Optional<Refusal> lack = Answers.lackOfRight(caller, Call.CREATE_SERVICE_CATEGORY, business);
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), command.warnings());
        }
        return attempts.write(command.warnings(), Code.INSERT_FAILED, stores -> create(command, stores));
    }

    private static Outcome<ServiceCategory> create(ServiceCategoryCommand.Create command, Stores stores) {
        ServiceCategoryStore store = stores.serviceCategories();
        Violations.Collector out = new Violations.Collector();
        if (!stores.businesses().businessExists(command.businessId())) {
            out.error(new UnknownOwner(BUSINESS, command.businessId()));
        }
        Optional<ServiceCategory> parent = parent(command, store);
        if (command.parentId() != ServiceCategory.NO_PARENT && parent.isEmpty()) {
            out.error(new UnknownOwner(PARENT, command.parentId()));
        }
        checkName(command.name(), command.businessId(), command.parentId(), 0, store, out);
        Violations violations = command.violations().and(out.errors());
        if (!violations.isEmpty()) {
            return Answers.invalid(violations, command.warnings());
        }
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
        return Answers.done(created, command.warnings());
    }

    /** The parent asked for, if the business may know of it. */
    private static Optional<ServiceCategory> parent(ServiceCategoryCommand.Create command, ServiceCategoryStore store) {
        return command.parentId() == ServiceCategory.NO_PARENT
                ? Optional.empty()
                : store.findLocked(command.parentId()).filter(found -> found.isUsableIn(command.businessId()));
    }

    private static void checkName(
            String name,
            long businessId,
            long parentId,
            long ownId,
            ServiceCategoryStore store,
            Violations.Collector out) {
        OptionalLong holder = store.findByName(businessId, parentId, name);
        if (holder.isPresent() && holder.getAsLong() != ownId) {
            out.error(new CategoryNameTaken(NAME, name, holder.getAsLong()));
        }
    }

    @Override
    public Outcome<ServiceCategory> update(Caller caller, ServiceCategoryCommand.Update command) {
        return change(
                caller,
                Call.UPDATE_SERVICE_CATEGORY,
                command.businessId(),
                command.id(),
                command.warnings(),
                stores -> current -> rename(command, current, stores.serviceCategories()));
    }

    private static Outcome<ServiceCategory> rename(
            ServiceCategoryCommand.Update command, ServiceCategory current, ServiceCategoryStore store) {
        Violations.Collector out = new Violations.Collector();
        checkName(command.name(), current.businessId(), current.parentId(), current.id(), store, out);
        Violations violations = command.violations().and(out.errors());
        if (!violations.isEmpty()) {
            return Answers.invalid(violations, command.warnings());
        }
        ServiceCategory renamed = new ServiceCategory(
                current.id(),
                current.businessId(),
                command.name(),
                current.rootId(),
                current.parentId(),
                current.supplierAccount(),
                false);
        store.update(renamed);
        return Answers.done(renamed, command.warnings());
    }

    @Override
    public Outcome<Nothing> delete(Caller caller, ServiceCategoryCommand.Delete command) {
        return change(
                caller,
                Call.DELETE_SERVICE_CATEGORY,
                command.businessId(),
                command.id(),
                command.warnings(),
                stores -> current -> delete(command, stores.serviceCategories()));
    }

    private static Outcome<Nothing> delete(ServiceCategoryCommand.Delete command, ServiceCategoryStore store) {
        if (store.hasChildren(command.id())) {
            return kept(Code.HAS_CHILDREN, command.id(), command.warnings());
        }
        if (store.isUsed(command.id())) {
            return kept(Code.IN_USE, command.id(), command.warnings());
        }
        store.delete(command.id());
        return Answers.done(Nothing.NOTHING, command.warnings());
    }

    /** What comes of {@code work} on a category of the business that is not built in. */
    private <T> Outcome<T> change(
            Caller caller,
            Call call,
            long businessId,
            long id,
            Violations warnings,
            Function<Stores, Function<ServiceCategory, Outcome<T>>> work) {
        Optional<Refusal> lack = Answers.lackOfRight(caller, call, Scope.standalone(businessId));
        if (lack.isPresent()) {
            return Answers.refused(lack.get(), warnings);
        }
        return attempts.write(warnings, Code.UPDATE_FAILED, stores -> {
            Optional<ServiceCategory> found =
                    stores.serviceCategories().findLocked(id).filter(category -> category.isUsableIn(businessId));
            if (found.isEmpty()) {
                return Answers.notFound(ObjectType.SERVICE_CATEGORY, id, warnings);
            }
            return found.get().builtIn()
                    ? kept(Code.BUILT_IN, id, warnings)
                    : work.apply(stores).apply(found.get());
        });
    }

    private static <T> Outcome<T> kept(Code why, long id, Violations warnings) {
        return Answers.refused(new Refusal.ProtectedObject(why, ObjectType.SERVICE_CATEGORY, id), warnings);
    }
}
