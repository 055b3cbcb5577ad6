package io.proctemplate.application.contract;

import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.template.SupplierAccounts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** What the tests of the contract start from. */
final class Given {
    static final Stamp STAMP = Stamp.created("admin", Instant.parse("2026-11-24T01:02:03.004Z"));

    private Given() {}

    /** The two kinds of scope; what holds for one holds for the other. */
    enum ScopeKind {
        SERVICE_TEMPLATE,
        STANDALONE
    }

    /** An id that no test uses. */
    static long unusedId() {
        return ThreadLocalRandom.current().nextLong(1L << 32, Long.MAX_VALUE);
    }

    static long newBusiness(UnitOfWork storage) {
        long id = unusedId();
        use(storage, stores -> stores.businesses().addBusiness(id, "business"));
        return id;
    }

    static Scope newServiceTemplate(UnitOfWork storage, long businessId) {
        return storage.write(
                stores -> new Scope(businessId, Seeds.serviceTemplate(stores, businessId, "service-" + unusedId())));
    }

    /** A scope of its own, in a business of its own. */
    static Scope newScope(UnitOfWork storage, ScopeKind kind) {
        long business = newBusiness(storage);
        return switch (kind) {
            case SERVICE_TEMPLATE -> newServiceTemplate(storage, business);
            case STANDALONE -> Scope.standalone(business);
        };
    }

    static Scope newScope(UnitOfWork storage) {
        return newScope(storage, ScopeKind.SERVICE_TEMPLATE);
    }

    static void use(UnitOfWork storage, Consumer<Stores> work) {
        storage.write(stores -> {
            work.accept(stores);
            return stores;
        });
    }

    static FunctionKey function(String name) {
        return new FunctionKey(name, "");
    }

    static FieldSet.Builder fields(String name, FunctionKey key) {
        return new FieldSet.Builder(Fields.PROCESS)
                .set(Fields.BK_PROCESS_NAME, TemplatedField.locked(name))
                .set(Fields.BK_FUNC_NAME, TemplatedField.locked(key.functionName()))
                .set(Fields.BK_START_PARAM_REGEX, TemplatedField.free(key.startParameter()));
    }

    static ProcessTemplate template(long id, Scope scope, ProcessProperty property) {
        return ProcessTemplate.restore(id, scope, SupplierAccounts.DEFAULT, property, STAMP, 1);
    }

    static ProcessTemplate template(long id, Scope scope, String name, FunctionKey key) {
        ProcessProperty property = ProcessProperty.restore(fields(name, key).build(), TemplatedField.unset());
        return template(id, scope, property);
    }

    /** One template for each name, whose function bears the same name; gives back the ids. */
    static List<Long> insertNamed(ProcessTemplateStore store, Scope scope, List<String> names) {
        List<Long> ids = store.nextIds(names.size());
        List<ProcessTemplate> templates = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            templates.add(template(ids.get(i), scope, names.get(i), function(names.get(i))));
        }
        store.insert(templates);
        return ids;
    }

    /** {@link #insertNamed} in a unit of its own. */
    static List<Long> keepNamed(UnitOfWork storage, Scope scope, String... names) {
        return storage.write(stores -> insertNamed(stores.processTemplates(), scope, List.of(names)));
    }

    /** One template in a unit of its own. */
    static long keep(UnitOfWork storage, Scope scope, String name, FunctionKey key) {
        return storage.write(stores -> {
            long id = stores.processTemplates().nextIds(1).get(0);
            stores.processTemplates().insert(List.of(template(id, scope, name, key)));
            return id;
        });
    }

    /** Templates with ids of the store, in a unit of their own. */
    static List<ProcessTemplate> keepAll(UnitOfWork storage, Scope scope, List<ProcessProperty> properties) {
        return storage.write(stores -> {
            List<Long> ids = stores.processTemplates().nextIds(properties.size());
            List<ProcessTemplate> templates = new ArrayList<>();
            for (int i = 0; i < properties.size(); i++) {
                templates.add(template(ids.get(i), scope, properties.get(i)));
            }
            stores.processTemplates().insert(templates);
            return templates;
        });
    }

    static List<ProcessTemplate> found(UnitOfWork storage, Scope scope, List<Long> ids) {
        return storage.read(stores -> stores.processTemplates().findByIds(scope.businessId(), ids));
    }
}
