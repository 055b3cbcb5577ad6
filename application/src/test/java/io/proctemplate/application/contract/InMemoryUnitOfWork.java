package io.proctemplate.application.contract;

import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.AuditStore;
import io.proctemplate.application.spi.BusinessStore;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.IdempotencyKey;
import io.proctemplate.application.spi.IdempotencyStore;
import io.proctemplate.application.spi.KeptAnswer;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.ServiceCategoryStore;
import io.proctemplate.application.spi.ServiceTemplateStore;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.template.Business;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import io.proctemplate.domain.template.SupplierAccounts;
import io.proctemplate.domain.template.TakenNames;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A storage for tests of what stands above a storage. It passes the {@code StorageContract}, so what is shown over it
 * holds over a real one. One unit at a time; a unit works on a copy that replaces the state when it ends well.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {
    private State state = new State();
    private long lastTemplateId;
    private long lastServiceTemplateId;
    private long lastCategoryId;
    private long lastLoginId;

    public InMemoryUnitOfWork() {
        long root = ++lastCategoryId;
        long leaf = ++lastCategoryId;
        state.categories.put(root, builtIn(root, root, ServiceCategory.NO_PARENT));
        state.categories.put(leaf, builtIn(leaf, root, root));
    }

    private static ServiceCategory builtIn(long id, long root, long parent) {
        return new ServiceCategory(
                id, ServiceCategory.BUILT_IN_BUSINESS, "Default", root, parent, SupplierAccounts.DEFAULT, true);
    }

    @Override
    public synchronized <R> R writeIf(Predicate<R> isKept, Function<Stores, R> work) {
        State copy = new State(state);
        R result = work.apply(new Unit(copy));
        state = isKept.test(result) ? copy : state;
        return result;
    }

    @Override
    public synchronized <R> R read(Function<Stores, R> work) {
        return work.apply(new Unit(new State(state)));
    }

    private static final class State {
        final Map<Long, String> businesses = new TreeMap<>();
        final Map<Long, ServiceTemplate> serviceTemplates = new TreeMap<>();
        final Map<Long, ServiceCategory> categories = new TreeMap<>();
        final Map<Long, ProcessTemplate> templates = new TreeMap<>();
        final Map<String, RegisteredApp> apps = new TreeMap<>();
        final Map<String, AccessStore.NumberedLogin> logins = new HashMap<>();
        final Map<String, Set<Grant>> grants = new TreeMap<>();

        final List<AuditEntry> audit = new ArrayList<>();
        final Map<IdempotencyKey, Claim> claims = new HashMap<>();

        State() {}

        State(State other) {
            businesses.putAll(other.businesses);
            serviceTemplates.putAll(other.serviceTemplates);
            categories.putAll(other.categories);
            templates.putAll(other.templates);
            apps.putAll(other.apps);
            logins.putAll(other.logins);
            audit.addAll(other.audit);
            claims.putAll(other.claims);
            other.grants.forEach((user, held) -> grants.put(user, new LinkedHashSet<>(held)));
        }
    }

    private static <K, V> void putNew(Map<K, V> map, K key, V value, Constraint constraint) {
        if (map.putIfAbsent(key, value) != null) {
            throw new Conflict(constraint);
        }
    }

    private final class Unit implements Stores {
        private final State state;

        Unit(State state) {
            this.state = state;
        }

        @Override
        public BusinessStore businesses() {
            return new Businesses(state);
        }

        @Override
        public ServiceCategoryStore serviceCategories() {
            return new Categories(state);
        }

        @Override
        public ServiceTemplateStore serviceTemplates() {
            return new ServiceTemplates(state);
        }

        @Override
        public ProcessTemplateStore processTemplates() {
            return new ProcessTemplates(state);
        }

        @Override
        public AccessStore access() {
            return new Access(state);
        }

        @Override
        public AuditStore audit() {
            return new Audit(state);
        }

        @Override
        public IdempotencyStore idempotency() {
            return new Idempotency(state);
        }
    }

    private static <T, S extends Enum<S> & SortField> void deliver(
            Stream<T> found, Page<S> page, Function<S, Function<T, Comparable<?>>> values, Consumer<T> receiver) {
        Comparator<T> order = page.orders().stream()
                .map(key -> comparator(values.apply(key.field()), key.descending()))
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        Stream<T> from = found.sorted(order).skip(page.start());
        (page.limit() == Page.ALL ? from : from.limit(page.limit())).forEach(receiver);
    }

    @SuppressWarnings("unchecked") // values of one field are comparable with each other
    private static <T> Comparator<T> comparator(Function<T, Comparable<?>> value, boolean descending) {
        Comparator<T> ascending = Comparator.comparing(item -> (Comparable<Object>) value.apply(item));
        return descending ? ascending.reversed() : ascending;
    }

    private record Audit(State state) implements AuditStore {
        @Override
        public void append(AuditEvent event, List<AuditedObject> objects) {
            objects.forEach(object -> state.audit.add(new AuditEntry(state.audit.size() + 1L, event, object)));
        }

        @Override
        public long count(AuditFilter filter) {
            return fitting(filter).count();
        }

        @Override
        public void list(AuditFilter filter, Page<OfAuditEntry> page, Consumer<AuditEntry> receiver) {
            deliver(fitting(filter), page, field -> AuditEntry::id, receiver);
        }

        private Stream<AuditEntry> fitting(AuditFilter filter) {
            return state.audit.stream()
                    .filter(entry -> isAny(filter.businessId(), entry.event().businessId()))
                    .filter(entry ->
                            isAny(filter.requestId(), entry.event().requestId().id()))
                    .filter(entry -> isAny(
                            filter.serverRequestId(), entry.event().requestId().serverId()))
                    .filter(entry -> isAny(filter.user(), entry.event().user()))
                    .filter(entry -> isAny(filter.app(), entry.event().app()))
                    .filter(entry -> isAny(filter.action(), entry.event().action()))
                    .filter(entry -> isAny(filter.objectType(), entry.event().objectType()))
                    .filter(entry -> filter.objectIds() == null
                            || filter.objectIds().contains(entry.object().id()))
                    .filter(entry ->
                            filter.since() == null || !entry.event().time().isBefore(filter.since()))
                    .filter(entry ->
                            filter.until() == null || entry.event().time().isBefore(filter.until()));
        }

        private static boolean isAny(Object wanted, Object found) {
            return wanted == null || wanted.equals(found);
        }
    }

    /** A key that is taken, with its answer once there is one. */
    private record Claim(String requestHash, Instant expires, String answer, Set<Scope> scopes) {}

    private record Idempotency(State state) implements IdempotencyStore {
        @Override
        public Optional<KeptAnswer> find(IdempotencyKey key) {
            return Optional.ofNullable(state.claims.get(key))
                    .map(claim -> new KeptAnswer(claim.requestHash(), claim.answer(), claim.scopes(), claim.expires()));
        }

        @Override
        public void claim(IdempotencyKey key, String requestHash, Instant now, Instant expires) {
            state.claims.computeIfPresent(key, (same, claim) -> claim.expires().isAfter(now) ? claim : null);
            putNew(state.claims, key, new Claim(requestHash, expires, "", Set.of()), Constraint.IDEMPOTENCY_KEY);
        }

        @Override
        public void keep(IdempotencyKey key, String answer, Set<Scope> scopes) {
            state.claims.computeIfPresent(
                    key, (same, claim) -> new Claim(claim.requestHash(), claim.expires(), answer, scopes));
        }

        @Override
        public int removeExpired(Instant now, int limit) {
            List<IdempotencyKey> expired = state.claims.entrySet().stream()
                    .filter(kept -> !kept.getValue().expires().isAfter(now))
                    .sorted(Comparator.comparing(kept -> kept.getValue().expires()))
                    .limit(limit)
                    .map(Map.Entry::getKey)
                    .toList();
            expired.forEach(state.claims::remove);
            return expired.size();
        }
    }

    private record Businesses(State state) implements BusinessStore {
        @Override
        public boolean isEmpty() {
            return state.businesses.isEmpty();
        }

        @Override
        public void addBusiness(long id, String name) {
            putNew(state.businesses, id, name, Constraint.ADMINISTERED);
        }

        @Override
        public boolean businessExists(long id) {
            return state.businesses.containsKey(id);
        }

        @Override
        public List<Business> businesses() {
            return state.businesses.entrySet().stream()
                    .map(business -> new Business(business.getKey(), business.getValue()))
                    .toList();
        }

        @Override
        public boolean removeBusiness(long id) {
            boolean isUsed = state.serviceTemplates.values().stream().anyMatch(template -> template.businessId() == id)
                    || state.categories.values().stream().anyMatch(category -> category.businessId() == id)
                    || state.templates.values().stream()
                            .anyMatch(template -> template.scope().businessId() == id);
            if (isUsed) {
                throw new Conflict(Constraint.OWNER);
            }
            return state.businesses.remove(id) != null;
        }
    }

    private final class Categories implements ServiceCategoryStore {
        private final State state;

        Categories(State state) {
            this.state = state;
        }

        @Override
        public long nextId() {
            return ++lastCategoryId;
        }

        @Override
        public Optional<ServiceCategory> find(long id) {
            return Optional.ofNullable(state.categories.get(id));
        }

        @Override
        public Optional<ServiceCategory> findLocked(long businessId, long id) {
            return find(id).filter(found -> found.isUsableIn(businessId));
        }

        @Override
        public OptionalLong findByName(long businessId, long parentId, String name) {
            return state.categories.values().stream()
                    .filter(category -> category.isUsableIn(businessId))
                    .filter(category -> category.parentId() == parentId)
                    .filter(category -> category.name().equals(name))
                    .mapToLong(ServiceCategory::id)
                    .findFirst();
        }

        @Override
        public boolean hasChildren(long businessId, long id) {
            return childrenOf(id).anyMatch(category -> category.isUsableIn(businessId));
        }

        private Stream<ServiceCategory> childrenOf(long id) {
            return state.categories.values().stream().filter(category -> category.parentId() == id);
        }

        @Override
        public boolean isUsed(long id) {
            return state.serviceTemplates.values().stream().anyMatch(template -> template.serviceCategoryId() == id);
        }

        @Override
        public List<ServiceCategory> list(long businessId) {
            return state.categories.values().stream()
                    .filter(category -> category.isUsableIn(businessId))
                    .sorted(Comparator.comparing(ServiceCategory::name).thenComparing(ServiceCategory::id))
                    .toList();
        }

        @Override
        public void insert(ServiceCategory category) {
            if (!state.businesses.containsKey(category.businessId())) {
                throw new Conflict(Constraint.OWNER);
            }
            if (category.parentId() != ServiceCategory.NO_PARENT
                    && !state.categories.containsKey(category.parentId())) {
                throw new Conflict(Constraint.CATEGORY);
            }
            put(category);
        }

        private void put(ServiceCategory category) {
            boolean taken = state.categories.values().stream()
                    .anyMatch(other -> other.id() != category.id()
                            && other.businessId() == category.businessId()
                            && other.parentId() == category.parentId()
                            && other.name().equals(category.name()));
            if (taken) {
                throw new Conflict(Constraint.SERVICE_CATEGORY_NAME);
            }
            state.categories.put(category.id(), category);
        }

        @Override
        public void update(ServiceCategory category) {
            put(category);
        }

        @Override
        public void delete(long id) {
            if (childrenOf(id).findAny().isPresent() || isUsed(id)) {
                throw new Conflict(Constraint.CATEGORY);
            }
            state.categories.remove(id);
        }
    }

    private final class ServiceTemplates implements ServiceTemplateStore {
        private final State state;

        ServiceTemplates(State state) {
            this.state = state;
        }

        @Override
        public long nextId() {
            return ++lastServiceTemplateId;
        }

        @Override
        public Optional<ServiceTemplate> find(long id) {
            return Optional.ofNullable(state.serviceTemplates.get(id));
        }

        @Override
        public Optional<ServiceTemplate> findLocked(long businessId, long id) {
            return find(id).filter(found -> found.businessId() == businessId);
        }

        @Override
        public OptionalLong findByName(long businessId, String name) {
            return state.serviceTemplates.values().stream()
                    .filter(template -> template.businessId() == businessId
                            && template.name().equals(name))
                    .mapToLong(ServiceTemplate::id)
                    .findFirst();
        }

        @Override
        public void insert(ServiceTemplate template) {
            if (!state.businesses.containsKey(template.businessId())) {
                throw new Conflict(Constraint.OWNER);
            }
            put(template);
        }

        @Override
        public void update(ServiceTemplate template) {
            put(template);
        }

        private void put(ServiceTemplate template) {
            if (!state.categories.containsKey(template.serviceCategoryId())) {
                throw new Conflict(Constraint.CATEGORY);
            }
            OptionalLong holder = findByName(template.businessId(), template.name());
            if (holder.isPresent() && holder.getAsLong() != template.id()) {
                throw new Conflict(Constraint.SERVICE_TEMPLATE_NAME);
            }
            state.serviceTemplates.put(template.id(), template);
        }

        @Override
        public void delete(ServiceTemplate gone, AuditEvent event) {
            List<ProcessTemplate> within = state.templates.values().stream()
                    .filter(template -> template.scope().equals(gone.scope()))
                    .toList();
            new Audit(state)
                    .append(
                            event,
                            within.stream()
                                    .map(template -> AuditedObject.of(template.id(), template.name()))
                                    .toList());
            within.forEach(template -> state.templates.remove(template.id()));
            state.serviceTemplates.remove(gone.id());
        }

        @Override
        public long count(ServiceTemplateFilter filter) {
            return fitting(filter).count();
        }

        @Override
        public void list(
                ServiceTemplateFilter filter,
                Page<SortField.OfServiceTemplate> page,
                Consumer<ServiceTemplate> receiver) {
            deliver(fitting(filter), page, ServiceTemplates::value, receiver);
        }

        private Stream<ServiceTemplate> fitting(ServiceTemplateFilter filter) {
            return state.serviceTemplates.values().stream()
                    .filter(template -> template.businessId() == filter.businessId())
                    .filter(template -> filter.ids() == null || filter.ids().contains(template.id()))
                    .filter(template ->
                            filter.categoryId() == null || isUnder(template.serviceCategoryId(), filter.categoryId()))
                    .filter(matchesName(filter));
        }

        private static Predicate<ServiceTemplate> matchesName(ServiceTemplateFilter filter) {
            if (filter.search() == null) {
                return template -> true;
            }
            String wanted = filter.search().toLowerCase(Locale.ROOT);
            return filter.exact()
                    ? template -> template.name().equals(filter.search())
                    : template -> template.name().toLowerCase(Locale.ROOT).contains(wanted);
        }

        private boolean isUnder(long categoryId, long ancestor) {
            ServiceCategory category = state.categories.get(categoryId);
            return categoryId == ancestor || (category != null && isUnder(category.parentId(), ancestor));
        }

        private static Function<ServiceTemplate, Comparable<?>> value(SortField.OfServiceTemplate field) {
            return switch (field) {
                case ID -> ServiceTemplate::id;
                case NAME -> ServiceTemplate::name;
                case BK_BIZ_ID -> ServiceTemplate::businessId;
                case SERVICE_CATEGORY_ID -> ServiceTemplate::serviceCategoryId;
                case CREATOR -> template -> template.stamp().creator();
                case MODIFIER -> template -> template.stamp().modifier();
                case CREATE_TIME -> template -> template.stamp().createTime();
                case LAST_TIME -> template -> template.stamp().lastTime();
                case BK_SUPPLIER_ACCOUNT -> ServiceTemplate::supplierAccount;
            };
        }
    }

    private final class ProcessTemplates implements ProcessTemplateStore {
        private final State state;

        ProcessTemplates(State state) {
            this.state = state;
        }

        @Override
        public Survey survey(Scope scope, List<String> processNames, List<FunctionKey> functionKeys) {
            Map<String, Long> names = new HashMap<>();
            Map<FunctionKey, Long> functions = new HashMap<>();
            inScope(scope).forEach(template -> {
                names.put(template.name(), template.id());
                functions.put(template.property().functionKey(), template.id());
            });
            names.keySet().retainAll(processNames);
            functions.keySet().retainAll(functionKeys);
            ServiceTemplate owner = state.serviceTemplates.get(scope.serviceTemplateId());
            return new Survey(
                    state.businesses.containsKey(scope.businessId()),
                    owner == null ? null : owner.businessId(),
                    new TakenNames(names, functions));
        }

        private Stream<ProcessTemplate> inScope(Scope scope) {
            return state.templates.values().stream()
                    .filter(template -> template.scope().equals(scope));
        }

        @Override
        public List<Long> nextIds(int count) {
            long first = lastTemplateId + 1;
            lastTemplateId += count;
            return LongStream.range(first, first + count).boxed().toList();
        }

        @Override
        public void insert(List<ProcessTemplate> templates) {
            for (ProcessTemplate template : templates) {
                if (!isOwned(template.scope())) {
                    throw new Conflict(Constraint.OWNER);
                }
                put(template);
            }
        }

        private boolean isOwned(Scope scope) {
            ServiceTemplate owner = state.serviceTemplates.get(scope.serviceTemplateId());
            return scope.isStandalone()
                    ? state.businesses.containsKey(scope.businessId())
                    : owner != null && owner.businessId() == scope.businessId();
        }

        private void put(ProcessTemplate template) {
            inScope(template.scope())
                    .filter(other -> other.id() != template.id())
                    .forEach(other -> refuseClash(template, other));
            state.templates.put(template.id(), template);
        }

        private static void refuseClash(ProcessTemplate template, ProcessTemplate other) {
            if (other.name().equals(template.name())) {
                throw new Conflict(Constraint.PROCESS_NAME);
            }
            if (other.property().functionKey().equals(template.property().functionKey())) {
                throw new Conflict(Constraint.FUNCTION);
            }
        }

        @Override
        public List<ProcessTemplate> findByIds(long businessId, List<Long> ids) {
            return state.templates.values().stream()
                    .filter(template -> template.scope().businessId() == businessId && ids.contains(template.id()))
                    .toList();
        }

        @Override
        public Optional<ProcessTemplate> find(long id) {
            return Optional.ofNullable(state.templates.get(id));
        }

        @Override
        public void update(ProcessTemplate revised) {
            ProcessTemplate before = state.templates.get(revised.id());
            if (before == null || before.version() != revised.version() - 1) {
                throw new Conflict(Constraint.VERSION);
            }
            put(revised);
        }

        @Override
        public List<ProcessTemplate> delete(long businessId, List<Long> ids) {
            List<ProcessTemplate> found = findByIds(businessId, ids);
            found.forEach(template -> state.templates.remove(template.id()));
            return found;
        }

        @Override
        public long count(ProcessTemplateFilter filter) {
            return fitting(filter).count();
        }

        @Override
        public void list(
                ProcessTemplateFilter filter,
                Page<SortField.OfProcessTemplate> page,
                Consumer<ProcessTemplate> receiver) {
            deliver(fitting(filter), page, ProcessTemplates::value, receiver);
        }

        private Stream<ProcessTemplate> fitting(ProcessTemplateFilter filter) {
            return state.templates.values().stream()
                    .filter(template -> template.scope().businessId() == filter.businessId())
                    .filter(template -> filter.ids() == null || filter.ids().contains(template.id()))
                    .filter(template -> filter.serviceTemplateIds() == null
                            || filter.serviceTemplateIds()
                                    .contains(template.scope().serviceTemplateId()));
        }

        private static Function<ProcessTemplate, Comparable<?>> value(SortField.OfProcessTemplate field) {
            return switch (field) {
                case ID -> ProcessTemplate::id;
                case BK_PROCESS_NAME -> ProcessTemplate::name;
                case BK_BIZ_ID -> template -> template.scope().businessId();
                case SERVICE_TEMPLATE_ID -> template -> template.scope().serviceTemplateId();
                case CREATOR -> template -> template.stamp().creator();
                case MODIFIER -> template -> template.stamp().modifier();
                case CREATE_TIME -> template -> template.stamp().createTime();
                case LAST_TIME -> template -> template.stamp().lastTime();
                case BK_SUPPLIER_ACCOUNT -> ProcessTemplate::supplierAccount;
                case VERSION -> ProcessTemplate::version;
            };
        }
    }

    private final class Access implements AccessStore {
        private final State state;

        Access(State state) {
            this.state = state;
        }

        @Override
        public Optional<RegisteredApp> findApp(String code) {
            return Optional.ofNullable(state.apps.get(code));
        }

        @Override
        public Optional<RegisteredApp> findAppLocked(String code) {
            return findApp(code);
        }

        @Override
        public List<RegisteredApp> apps() {
            return List.copyOf(state.apps.values());
        }

        @Override
        public Optional<Login> findLogin(String tokenHash) {
            return Optional.ofNullable(state.logins.get(tokenHash)).map(NumberedLogin::login);
        }

        @Override
        public List<NumberedLogin> logins() {
            return state.logins.values().stream()
                    .sorted(Comparator.comparing(NumberedLogin::id))
                    .toList();
        }

        @Override
        public List<Grant> grantsOf(String user) {
            return List.copyOf(state.grants.getOrDefault(user, Set.of()));
        }

        @Override
        public List<Holding> holdings() {
            return state.grants.entrySet().stream()
                    .flatMap(held -> held.getValue().stream().map(grant -> new Holding(held.getKey(), grant)))
                    .toList();
        }

        @Override
        public void addApp(RegisteredApp app) {
            putNew(state.apps, app.code(), app, Constraint.ADMINISTERED);
        }

        @Override
        public void updateApp(RegisteredApp app) {
            state.apps.replace(app.code(), app);
        }

        @Override
        public long addLogin(String tokenHash, Login login) {
            long id = ++lastLoginId;
            putNew(state.logins, tokenHash, new NumberedLogin(id, login), Constraint.ADMINISTERED);
            return id;
        }

        @Override
        public boolean removeLogin(long id) {
            return state.logins.values().removeIf(login -> login.id() == id);
        }

        @Override
        public int removeLoginsExpiredBy(Instant now) {
            int before = state.logins.size();
            state.logins.values().removeIf(login -> !login.login().expires().isAfter(now));
            return before - state.logins.size();
        }

        @Override
        public void addGrant(String user, Grant grant) {
            state.grants.computeIfAbsent(user, any -> new LinkedHashSet<>()).add(grant);
        }

        @Override
        public boolean removeGrant(String user, Grant grant) {
            Set<Grant> held = state.grants.get(user);
            return held != null && held.remove(grant);
        }

        @Override
        public void removeGrantsIn(long businessId) {
            state.grants
                    .values()
                    .forEach(held -> held.removeIf(grant -> Objects.equals(grant.businessId(), businessId)));
        }
    }
}
