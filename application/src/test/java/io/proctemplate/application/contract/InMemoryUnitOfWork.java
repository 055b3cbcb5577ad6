package io.proctemplate.application.contract;

import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.OwnerStore;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.TakenNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;

/**
 * A storage for tests of what stands above a storage. It passes the {@code StorageContract}, so what is shown over it
 * holds over a real one. One unit at a time; a unit works on a copy that replaces the state when it ends well.
 */
public final class InMemoryUnitOfWork implements UnitOfWork {
    private State state = new State();
    private long lastTemplateId;
    private long lastServiceTemplateId;

    @Override
    public synchronized <R> R write(Function<Stores, R> work) {
        State copy = new State(state);
        R result = work.apply(new Unit(copy));
        state = copy;
        return result;
    }

    @Override
    public synchronized <R> R read(Function<Stores, R> work) {
        return work.apply(new Unit(new State(state)));
    }

    private static final class State {
        final Map<Long, String> businesses = new HashMap<>();
        final Map<Long, Long> serviceTemplates = new HashMap<>();
        final Map<Long, ProcessTemplate> templates = new TreeMap<>();
        final Map<String, RegisteredApp> apps = new HashMap<>();
        final Map<String, AccessStore.Login> logins = new HashMap<>();
        final Map<String, Set<Grant>> grants = new HashMap<>();

        State() {}

        State(State other) {
            businesses.putAll(other.businesses);
            serviceTemplates.putAll(other.serviceTemplates);
            templates.putAll(other.templates);
            apps.putAll(other.apps);
            logins.putAll(other.logins);
            other.grants.forEach((user, held) -> grants.put(user, new LinkedHashSet<>(held)));
        }
    }

    private static <K, V> void putNew(Map<K, V> map, K key, V value, Constraint constraint) {
        if (map.putIfAbsent(key, value) != null) {
            throw new Conflict(constraint);
        }
    }

    private final class Unit implements Stores, ProcessTemplateStore, OwnerStore, AccessStore {
        private final State state;

        Unit(State state) {
            this.state = state;
        }

        @Override
        public ProcessTemplateStore processTemplates() {
            return this;
        }

        @Override
        public OwnerStore owners() {
            return this;
        }

        @Override
        public AccessStore access() {
            return this;
        }

        @Override
        public Survey survey(Scope scope, List<String> processNames, List<FunctionKey> functionKeys) {
            Map<String, Long> names = new HashMap<>();
            Map<FunctionKey, Long> functions = new HashMap<>();
            for (ProcessTemplate template : state.templates.values()) {
                if (template.scope().equals(scope)) {
                    names.put(template.name(), template.id());
                    functions.put(template.property().functionKey(), template.id());
                }
            }
            names.keySet().retainAll(processNames);
            functions.keySet().retainAll(functionKeys);
            return new Survey(
                    state.businesses.containsKey(scope.businessId()),
                    state.serviceTemplates.get(scope.serviceTemplateId()),
                    new TakenNames(names, functions));
        }

        @Override
        public List<Long> nextIds(int count) {
            long first = lastTemplateId + 1;
            lastTemplateId += count;
            return LongStream.range(first, first + count).boxed().toList();
        }

        @Override
        public void insert(List<ProcessTemplate> templates) {
            templates.forEach(this::insert);
        }

        private void insert(ProcessTemplate template) {
            Scope scope = template.scope();
            Long owner = scope.isStandalone()
                    ? Long.valueOf(scope.businessId())
                    : state.serviceTemplates.get(scope.serviceTemplateId());
            boolean owned = owner != null && owner == scope.businessId() && state.businesses.containsKey(owner);
            if (!owned) {
                throw new Conflict(Constraint.OWNER);
            }
            for (ProcessTemplate other : state.templates.values()) {
                if (other.scope().equals(scope)) {
                    refuseClash(template, other);
                }
            }
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
            List<ProcessTemplate> found = new ArrayList<>(state.templates.values());
            found.removeIf(template -> template.scope().businessId() != businessId || !ids.contains(template.id()));
            return found;
        }

        @Override
        public boolean isEmpty() {
            return state.businesses.isEmpty();
        }

        @Override
        public void addBusiness(long id, String name) {
            putNew(state.businesses, id, name, Constraint.ADMINISTERED);
        }

        @Override
        public long addServiceTemplate(long businessId, String name, String creator) {
            if (!state.businesses.containsKey(businessId)) {
                throw new Conflict(Constraint.OWNER);
            }
            state.serviceTemplates.put(++lastServiceTemplateId, businessId);
            return lastServiceTemplateId;
        }

        @Override
        public Optional<RegisteredApp> findApp(String code) {
            return Optional.ofNullable(state.apps.get(code));
        }

        @Override
        public Optional<Login> findLogin(String tokenHash) {
            return Optional.ofNullable(state.logins.get(tokenHash));
        }

        @Override
        public List<Grant> grantsOf(String user) {
            return List.copyOf(state.grants.getOrDefault(user, Set.of()));
        }

        @Override
        public void addApp(RegisteredApp app) {
            putNew(state.apps, app.code(), app, Constraint.ADMINISTERED);
        }

        @Override
        public void addLogin(String tokenHash, Login login) {
            putNew(state.logins, tokenHash, login, Constraint.ADMINISTERED);
        }

        @Override
        public void addGrant(String user, Grant grant) {
            state.grants.computeIfAbsent(user, any -> new LinkedHashSet<>()).add(grant);
        }
    }
}
