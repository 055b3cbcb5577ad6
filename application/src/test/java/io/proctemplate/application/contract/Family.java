package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.template.SupplierAccounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What the tests of the family's stores start from; each thing is kept in a unit of its own. */
final class Family {
    static final Stamp STAMP = Stamp.created("admin", Instant.parse("2026-11-24T01:02:03.004Z"));

    private Family() {}

    /** An id that no test uses. */
    static long unusedId() {
        return ThreadLocalRandom.current().nextLong(1L << 32, Long.MAX_VALUE);
    }

    static void use(UnitOfWork storage, Consumer<Stores> work) {
        storage.write(stores -> {
            work.accept(stores);
            return stores;
        });
    }

    static void assertConflict(Constraint constraint, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.constraint()).isEqualTo(constraint));
    }

    static long business(UnitOfWork storage) {
        long id = unusedId();
        use(storage, stores -> stores.businesses().addBusiness(id, "business"));
        return id;
    }

    static long builtInLeaf(UnitOfWork storage) {
        return storage.read(Seeds::builtInLeaf);
    }

    static ServiceCategory category(UnitOfWork storage, long business, String name) {
        return storage.write(stores -> {
            long id = stores.serviceCategories().nextId();
            ServiceCategory category =
                    new ServiceCategory(id, business, name, id, ServiceCategory.NO_PARENT, "acc", false);
            stores.serviceCategories().insert(category);
            return category;
        });
    }

    static ServiceCategory child(UnitOfWork storage, long business, ServiceCategory parent, String name) {
        return storage.write(stores -> {
            long id = stores.serviceCategories().nextId();
            ServiceCategory category =
                    new ServiceCategory(id, business, name, parent.rootId(), parent.id(), "acc", false);
            stores.serviceCategories().insert(category);
            return category;
        });
    }

    static ServiceTemplate serviceTemplate(UnitOfWork storage, long business, String name) {
        return serviceTemplate(storage, business, name, builtInLeaf(storage));
    }

    static ServiceTemplate serviceTemplate(UnitOfWork storage, long business, String name, long category) {
        return serviceTemplate(storage, business, name, category, SupplierAccounts.DEFAULT, STAMP);
    }

    static ServiceTemplate serviceTemplate(
            UnitOfWork storage, long business, String name, long category, String account, Stamp stamp) {
        return storage.write(stores -> {
            ServiceTemplate template =
                    new ServiceTemplate(stores.serviceTemplates().nextId(), business, name, category, account, stamp);
            stores.serviceTemplates().insert(template);
            return template;
        });
    }

    static ProcessProperty property(String name, FunctionKey key) {
        FieldSet fields = new FieldSet.Builder(Fields.PROCESS)
                .set(Fields.BK_PROCESS_NAME, TemplatedField.locked(name))
                .set(Fields.BK_FUNC_NAME, TemplatedField.locked(key.functionName()))
                .set(Fields.BK_START_PARAM_REGEX, TemplatedField.free(key.startParameter()))
                .build();
        return ProcessProperty.restore(fields, TemplatedField.unset());
    }

    /** A process template whose function is named after it. */
    static ProcessTemplate processTemplate(UnitOfWork storage, Scope scope, String name) {
        return processTemplate(storage, scope, name, new FunctionKey(name, ""));
    }

    static ProcessTemplate processTemplate(UnitOfWork storage, Scope scope, String name, FunctionKey key) {
        return processTemplate(storage, scope, property(name, key), SupplierAccounts.DEFAULT, STAMP, 1);
    }

    static ProcessTemplate processTemplate(
            UnitOfWork storage, Scope scope, ProcessProperty property, String account, Stamp stamp, long version) {
        return storage.write(stores -> {
            long id = stores.processTemplates().nextIds(1).get(0);
            ProcessTemplate template = ProcessTemplate.restore(id, scope, account, property, stamp, version);
            stores.processTemplates().insert(List.of(template));
            return template;
        });
    }

    static Page<OfProcessTemplate> allProcessTemplates() {
        return new Page<>(0, Page.ALL, List.of(new Order<>(OfProcessTemplate.ID, false)));
    }

    static Page<OfServiceTemplate> allServiceTemplates() {
        return new Page<>(0, Page.ALL, List.of(new Order<>(OfServiceTemplate.ID, false)));
    }

    /** What is listed; the count is looked at too where the page is all of it. */
    static List<ProcessTemplate> listed(
            UnitOfWork storage, ProcessTemplateFilter filter, Page<OfProcessTemplate> page) {
        return storage.read(stores -> {
            List<ProcessTemplate> found = new ArrayList<>();
            stores.processTemplates().list(filter, page, found::add);
            assertCounted(stores.processTemplates().count(filter), page, found.size());
            return found;
        });
    }

    /** What is listed; the count is looked at too where the page is all of it. */
    static List<ServiceTemplate> listed(
            UnitOfWork storage, ServiceTemplateFilter filter, Page<OfServiceTemplate> page) {
        return storage.read(stores -> {
            List<ServiceTemplate> found = new ArrayList<>();
            stores.serviceTemplates().list(filter, page, found::add);
            assertCounted(stores.serviceTemplates().count(filter), page, found.size());
            return found;
        });
    }

    private static void assertCounted(long count, Page<?> page, int delivered) {
        if (page.start() == 0 && page.limit() == Page.ALL) {
            assertThat(count).isEqualTo(delivered);
        } else {
            assertThat(count).isGreaterThanOrEqualTo(delivered);
        }
    }
}
