package io.proctemplate.application;

import static io.proctemplate.application.Sent.item;
import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;
import static io.proctemplate.application.Sent.with;
import static io.proctemplate.application.World.ADMIN;
import static io.proctemplate.application.World.refusal;
import static io.proctemplate.application.World.violations;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.api.ServiceCategoryCommand;
import io.proctemplate.application.api.ServiceTemplateCommand;
import io.proctemplate.application.contract.Commands;
import io.proctemplate.application.contract.Together;
import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.AuditStore;
import io.proctemplate.application.spi.BusinessStore;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.IdempotencyStore;
import io.proctemplate.application.spi.OutcomeUnknown;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.ServiceCategoryStore;
import io.proctemplate.application.spi.ServiceTemplateStore;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.StorageFailure.Operation;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of requests that meet others, or a storage that cannot. */
class RacesTest {
    private static final int CLIENTS = 16;
    private static final List<String> TEXTS = List.of(
            "description", "user", "work_path", "pid_file", "start_cmd", "stop_cmd", "restart_cmd", "reload_cmd");

    private final World world = new World();
    private final long id = world.processTemplate(1, world.web, "a");

    private static Node.Mapping value(Object value) {
        return object("value", value);
    }

    private Outcome<ProcessTemplate> update(UnitOfWork storage, Node.Mapping changes, Object... more) {
        Node.Mapping body = with(object("bk_biz_id", 1, "process_template_id", id, "process_property", changes), more);
        return World.over(storage).processTemplates().update(ADMIN, Commands.updateProcessTemplate(body));
    }

    private Outcome<Nothing> delete(UnitOfWork storage) {
        Node.Mapping body = object("bk_biz_id", 1, "process_templates", list(id));
        return World.over(storage).processTemplates().delete(ADMIN, Commands.deleteProcessTemplates(body));
    }

    private ProcessTemplate current() {
        Node.Mapping body = object("process_template_id", id);
        return World.value(world.application.processTemplates().get(ADMIN, Commands.processTemplate(body)));
    }

    private Failing raced(Constraint constraint, Runnable winner) {
        return new Failing(world.storage, 1, () -> {
            winner.run();
            return new Conflict(constraint);
        });
    }

    @Test
    void noUpdateOfManyIsLostAndEachVersionIsGivenOnce() throws Exception {
        int rounds = 10;
        List<Callable<List<Long>>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> (Callable<List<Long>>) () -> {
                    List<Long> versions = new ArrayList<>();
                    for (int round = 0; round < rounds; round++) {
                        Node.Mapping change = object(TEXTS.get(client % TEXTS.size()), value(client + "-" + round));
                        versions.add(World.value(update(world.storage, change)).version());
                    }
                    return versions;
                })
                .toList();

        List<Long> versions =
                Together.run(clients).stream().flatMap(List::stream).sorted().toList();

        assertThat(versions)
                .isEqualTo(
                        LongStream.rangeClosed(2, 1 + CLIENTS * rounds).boxed().toList());
        assertThat(current().version()).isEqualTo(1 + CLIENTS * rounds);
        current().property().fields().forEachSet((name, scalar, lock) -> {
            if (TEXTS.contains(name)) {
                assertThat(scalar).asString().contains("-" + (rounds - 1));
            }
        });
    }

    @Test
    void clientsThatNameTheVersionTheyHaveSeenCountTogether() throws Exception {
        update(world.storage, object("proc_num", value(1)));
        int rounds = 5;
        List<Callable<Integer>> clients = IntStream.range(0, CLIENTS)
                .mapToObj(client -> (Callable<Integer>) () -> {
                    int counted = 0;
                    while (counted < rounds) {
                        counted += countOne() ? 1 : 0;
                    }
                    return counted;
                })
                .toList();

        Together.run(clients);

        assertThat(current().property().fields().value(Fields.PROC_NUM)).isEqualTo(1 + CLIENTS * rounds);
    }

    private boolean countOne() {
        ProcessTemplate seen = current();
        Long number = seen.property().fields().value(Fields.PROC_NUM);
        Outcome<ProcessTemplate> outcome =
                update(world.storage, object("proc_num", value(number + 1)), "version", seen.version());
        return outcome.fold(done -> true, refused -> {
            assertThat(refused.refusal()).extracting(Refusal::reason).isEqualTo(Reason.STALE_VERSION);
            return false;
        });
    }

    @Test
    void anUpdateBuildsOnWhatIsThereOnceOthersAreKeptOut() {
        UnitOfWork overtaken = new BeforeSurvey(world.storage, store -> {
            ProcessTemplate seen = store.find(id).orElseThrow();
            store.update(
                    seen.revise(object("user", value("other")), Path.root()).revised("bob", World.NOW));
        });

        ProcessTemplate after = World.value(update(overtaken, object("work_path", value("/"))));

        assertThat(after.version()).isEqualTo(3);
        assertThat(after.property().fields().value(Fields.USER)).isEqualTo("other");
        assertThat(after.property().fields().value(Fields.WORK_PATH)).isEqualTo("/");
    }

    @Test
    void anUpdateOfWhatHasJustGoneIsNotFound() {
        UnitOfWork overtaken = new BeforeSurvey(world.storage, store -> store.delete(1, List.of(id)));

        assertThat(refusal(update(overtaken, object())).reason()).isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void aNameLostToAnotherIsNamedWithItsHolder() {
        List<Long> winner = new ArrayList<>();
        Failing raced = raced(Constraint.PROCESS_NAME, () -> winner.add(world.processTemplate(1, world.web, "b")));

        Outcome<ProcessTemplate> outcome = update(raced, object("bk_process_name", value("b")));

        Path at =
                Path.root().member("process_property").member("bk_process_name").member("value");
        assertThat(violations(outcome)).containsExactly(Violation.processNameTaken(at, "b", winner.get(0)));
    }

    @Test
    void aVersionLostToAnotherIsStale() {
        Node.Mapping change = object("user", value("x"));
        Failing raced = raced(Constraint.VERSION, () -> update(world.storage, object("user", value("y"))));

        assertThat(refusal(update(raced, change, "version", 1))).isEqualTo(Refusal.staleVersion(id, 1, 2));
        assertThat(World.value(update(raced(Constraint.VERSION, () -> {}), change))
                        .version())
                .as("where no version was named")
                .isEqualTo(3);
    }

    @Test
    void whatAnotherHasDeletedIsUnknown() {
        Failing raced = raced(Constraint.VERSION, () -> delete(world.storage));

        assertThat(refusal(delete(raced))).isEqualTo(Refusal.processTemplatesUnknown(List.of(id)));
    }

    @Test
    void namesOfServiceTemplatesAndCategoriesAreLostInTheSameWay() {
        Path name = Path.root().member("name");
        Node.Mapping template = object("bk_biz_id", 1, "name", "n", "service_category_id", world.leaf);
        ServiceTemplateCommand.Create createTemplate = Commands.createServiceTemplate(template);
        ServiceCategoryCommand.Create createCategory =
                Commands.createServiceCategory(object("bk_biz_id", 1, "name", "n"));
        List<Long> winners = new ArrayList<>();

        Outcome<?> ofTemplate = World.over(raced(
                        Constraint.SERVICE_TEMPLATE_NAME,
                        () -> winners.add(
                                World.value(world.application.serviceTemplates().create(ADMIN, createTemplate))
                                        .id())))
                .serviceTemplates()
                .create(ADMIN, createTemplate);
        Outcome<?> ofCategory = World.over(raced(
                        Constraint.SERVICE_CATEGORY_NAME,
                        () -> winners.add(World.value(
                                        world.application.serviceCategories().create(ADMIN, createCategory))
                                .id())))
                .serviceCategories()
                .create(ADMIN, createCategory);

        assertThat(violations(ofTemplate)).containsExactly(Violation.nameTaken(name, "n", winners.get(0)));
        assertThat(violations(ofCategory)).containsExactly(Violation.categoryNameTaken(name, "n", winners.get(1)));
    }

    @ParameterizedTest
    @EnumSource
    void aStorageThatFailsIsARefusalWithItsCode(Operation operation) {
        Failing failing = new Failing(
                world.storage,
                Integer.MAX_VALUE,
                () -> new StorageFailure(operation, new IllegalStateException("disk")));
        Reason code = operation == Operation.READ ? Reason.READ_FAILED : Reason.UPDATE_FAILED;

        assertThat(refusal(update(failing, object()))).isEqualTo(Refusal.storageFailed(code));
        assertThat(refusal(delete(failing))).isEqualTo(Refusal.storageFailed(code));
        assertThat(current().version()).isEqualTo(1);
    }

    @Test
    void aBusyStorageAndARaceWithoutEndAreInvitationsToRepeat() {
        Failing busy =
                new Failing(world.storage, Integer.MAX_VALUE, () -> new StorageBusy(new IllegalStateException("pool")));
        Failing endless = new Failing(world.storage, Integer.MAX_VALUE, () -> new Conflict(Constraint.VERSION));

        assertThat(refusal(update(busy, object()))).isEqualTo(Refusal.busy());
        assertThat(refusal(update(endless, object()))).isEqualTo(Refusal.busy());
    }

    @Test
    void aBatchWhoseStorageDoesNotSayWhetherItKeptItIsDoneOnceMoreAndFindsItself() {
        Forgetful keeping = new Forgetful(world.storage, true, new AtomicBoolean());
        Forgetful losing = new Forgetful(world.storage, false, new AtomicBoolean());

        List<Long> kept = World.value(create(keeping, "kept"));
        List<Long> made = World.value(create(losing, "made"));

        assertThat(world.stored(kept.get(0))).isPresent();
        assertThat(world.stored(made.get(0))).isPresent();
        assertThat(violations(create(world.storage, "kept"))).isNotEmpty();
    }

    private static Outcome<List<Long>> create(UnitOfWork storage, String name) {
        Node.Mapping body = object("bk_biz_id", 1, "processes", list(item(name, "f-" + name, "")));
        return World.over(storage).processTemplates().createBatch(World.ADMIN, Commands.batch(body));
    }

    /** Breaks off the first insert without a word on whether it was kept. */
    private record Forgetful(UnitOfWork storage, boolean keeps, AtomicBoolean forgot) implements UnitOfWork {
        @Override
        public <R> R writeIf(Predicate<R> isKept, Function<Stores, R> work) {
            return storage.writeIf(isKept, stores -> work.apply(new WatchedStores(stores, this::breakOff)));
        }

        private void breakOff(String method, Object[] arguments) {
            if (!method.equals("insert") || forgot.getAndSet(true)) {
                return;
            }
            if (keeps) {
                List<ProcessTemplate> templates = ((List<?>) arguments[0])
                        .stream().map(ProcessTemplate.class::cast).toList();
                storage.write(stores -> {
                    stores.processTemplates().insert(templates);
                    return templates;
                });
            }
            throw new OutcomeUnknown(new IllegalStateException("gone"));
        }

        @Override
        public <R> R read(Function<Stores, R> work) {
            return storage.read(work);
        }
    }

    /** Lets somebody change something right before a scope is locked. */
    private record BeforeSurvey(UnitOfWork storage, Consumer<ProcessTemplateStore> meanwhile) implements UnitOfWork {
        @Override
        public <R> R writeIf(Predicate<R> isKept, Function<Stores, R> work) {
            return storage.writeIf(
                    isKept,
                    stores -> work.apply(new WatchedStores(stores, (method, arguments) -> {
                        if (method.equals("survey")) {
                            meanwhile.accept(stores.processTemplates());
                        }
                    })));
        }

        @Override
        public <R> R read(Function<Stores, R> work) {
            return storage.read(work);
        }
    }

    /** {@code before} is told what is about to be asked of the process templates. */
    private record WatchedStores(Stores stores, BiConsumer<String, Object[]> before) implements Stores {
        @Override
        public ProcessTemplateStore processTemplates() {
            ProcessTemplateStore store = stores.processTemplates();
            return (ProcessTemplateStore) Proxy.newProxyInstance(
                    ProcessTemplateStore.class.getClassLoader(),
                    new Class<?>[] {ProcessTemplateStore.class},
                    (proxy, method, arguments) -> {
                        before.accept(method.getName(), arguments);
                        try {
                            if (method.isDefault()) {
                                return InvocationHandler.invokeDefault(proxy, method, arguments);
                            }
                            return method.invoke(store, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        @Override
        public BusinessStore businesses() {
            return stores.businesses();
        }

        @Override
        public ServiceTemplateStore serviceTemplates() {
            return stores.serviceTemplates();
        }

        @Override
        public ServiceCategoryStore serviceCategories() {
            return stores.serviceCategories();
        }

        @Override
        public AccessStore access() {
            return stores.access();
        }

        @Override
        public AuditStore audit() {
            return stores.audit();
        }

        @Override
        public IdempotencyStore idempotency() {
            return stores.idempotency();
        }
    }
}
