package io.proctemplate.application;

import static io.proctemplate.application.Sent.batch;
import static io.proctemplate.application.Sent.item;
import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.Commands;
import io.proctemplate.application.contract.InMemoryUnitOfWork;
import io.proctemplate.application.contract.Seeds;
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
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessTemplateServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123456789Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Grant ANYTHING = new Grant(null, null, null);
    private static final Caller ADMIN = caller(ANYTHING);
    private static final Path PROCESSES = Path.root().member("processes");

    private final InMemoryUnitOfWork storage = new InMemoryUnitOfWork();

    @BeforeEach
    void addOwners() {
        storage.write(stores -> {
            stores.businesses().addBusiness(1, "one");
            stores.businesses().addBusiness(2, "two");
            Seeds.serviceTemplate(stores, 1, "web");
            return Seeds.serviceTemplate(stores, 2, "db");
        });
    }

    private static Caller caller(Grant... grants) {
        return new Caller("app", "ann", RequestId.of("r1"), List.of(grants));
    }

    private Outcome<List<Long>> create(Node.Mapping body) {
        return create(ADMIN, body, storage);
    }

    private static Outcome<List<Long>> create(Caller caller, Node.Mapping body, UnitOfWork unitOfWork) {
        BatchCreate request = Commands.batch(body);
        return Applications.over(unitOfWork, CLOCK).processTemplates().createBatch(caller, request);
    }

    private static List<Long> ids(Outcome<List<Long>> outcome) {
        return outcome.fold(Outcome.Done::value, refused -> {
            throw new AssertionError(refused.toString());
        });
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return outcome.fold(
                done -> {
                    throw new AssertionError(done.toString());
                },
                Outcome.Refused::refusal);
    }

    private static List<Violation> violations(Outcome<?> outcome) {
        return refusal(outcome).violations().list();
    }

    private List<ProcessTemplate> stored() {
        List<Long> all = IntStream.rangeClosed(1, 50).mapToObj(Long::valueOf).toList();
        return storage.read(stores -> stores.processTemplates().findByIds(1, all));
    }

    private static Path value(int item, String field) {
        return PROCESSES.item(item).member("spec").member(field).member("value");
    }

    @Test
    void createsAllTemplatesOfTheBatch() {
        Outcome<List<Long>> outcome = create(batch(item("a", "f", "1"), item("b", "f", "2")));

        assertThat(ids(outcome)).hasSize(2).isSorted().doesNotHaveDuplicates();
        assertThat(stored()).extracting(ProcessTemplate::id).isEqualTo(ids(outcome));
        assertThat(stored()).extracting(ProcessTemplate::name).containsExactly("a", "b");
        assertThat(stored()).allSatisfy(template -> {
            Instant time = Instant.parse("2026-03-01T10:20:30.123Z");
            assertThat(template.stamp()).isEqualTo(new Stamp("ann", "ann", time, time));
            assertThat(template.scope()).isEqualTo(new Scope(1, 1));
            assertThat(template.supplierAccount()).isEqualTo("0");
            assertThat(template.version()).isEqualTo(1);
        });
    }

    @Test
    void aBatchWithoutAServiceTemplateIsAScopeOfItsOwn() {
        create(batch(item("a", "f", "1")));
        Node.Mapping standalone = object("bk_biz_id", 1, "processes", list(item("a", "f", "1")));

        assertThat(ids(create(standalone))).hasSize(1);
        assertThat(stored()).extracting(ProcessTemplate::scope).contains(Scope.standalone(1));
        assertThat(refusal(create(standalone)).violations().first().rule()).isEqualTo(Rule.PROCESS_NAME_TAKEN);
    }

    @Test
    void anEmptyBatchCreatesNothing() {
        UnitOfWork readOnly = new ReadOnly(storage);

        assertThat(ids(create(ADMIN, batch(), readOnly))).isEmpty();
        assertThatThrownBy(() -> create(ADMIN, batch(item("a", "f", "")), readOnly))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anEmptyBatchNeedsItsOwner() {
        Node.Mapping elsewhere = object("bk_biz_id", 1, "service_template_id", 9, "processes", list());

        assertThat(violations(create(elsewhere)))
                .containsExactly(Violation.unknownOwner(Path.root().member("service_template_id"), 9));
    }

    @Test
    void oneAnswerTellsEverythingThatIsWrong() {
        long held = ids(create(batch(item("a", "f", "1")))).get(0);
        Node.Mapping faulty = object(
                "spec",
                object(
                        "bk_process_name", object("value", "c"),
                        "bk_func_name", object("value", "f"),
                        "bk_start_param_regex", object("value", "1"),
                        "timeout", object("value", 0)));

        Outcome<List<Long>> outcome = create(batch(item("b", "g", ""), item("a", "g", null), faulty));

        assertThat(violations(outcome))
                .containsExactly(
                        Violation.processNameTaken(value(1, "bk_process_name"), "a", held),
                        Violation.functionTaken(value(1, "bk_func_name"), "g", "", value(0, "bk_func_name")),
                        Violation.outOfRange(value(2, "timeout"), 1, 10_000, 0),
                        Violation.functionTaken(value(2, "bk_func_name"), "f", "1", held));
        assertThat(refusal(outcome).violations().first().rule()).isEqualTo(Rule.OUT_OF_RANGE);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void anUnknownOwnerIsToldTogetherWithFaultyValuesAndSpeaksFirst() {
        Node.Mapping body =
                object("bk_biz_id", 7, "service_template_id", 8, "processes", list(object(), item("a", "", "")));

        assertThat(violations(create(body)))
                .containsExactly(
                        Violation.unknownOwner(Path.root().member("bk_biz_id"), 7),
                        Violation.unknownOwner(Path.root().member("service_template_id"), 8),
                        Violation.missing(PROCESSES.item(0).member("spec")),
                        Violation.missing(value(1, "bk_func_name")));
        assertThat(refusal(create(body)).violations().first())
                .isEqualTo(Violation.unknownOwner(Path.root().member("bk_biz_id"), 7));
    }

    @Test
    void aServiceTemplateOfAnotherBusinessIsRefusedForTheBusiness() {
        Node.Mapping body = object("bk_biz_id", 1, "service_template_id", 2, "processes", list());

        assertThat(violations(create(body)))
                .containsExactly(Violation.otherBusiness(Path.root().member("bk_biz_id"), 1, 2));
    }

    @Test
    void anUnknownBusinessIsToldOnceThoughTheServiceTemplateIsOfAnother() {
        Node.Mapping body = object("bk_biz_id", 7, "service_template_id", 2, "processes", list());

        assertThat(violations(create(body)))
                .containsExactly(Violation.unknownOwner(Path.root().member("bk_biz_id"), 7));
    }

    @Test
    void rightsAreAskedBeforeAnythingIsRevealed() {
        Caller elsewhere = caller(new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 2L, null));
        Node.Mapping unknown = object("bk_biz_id", 1, "service_template_id", 9, "processes", list(object()));
        Scope scope = new Scope(1, 9);

        UnitOfWork untouched =
                new Failing(storage, Integer.MAX_VALUE, () -> new IllegalStateException("asked the store"));
        assertThat(refusal(create(elsewhere, unknown, untouched)))
                .isEqualTo(Refusal.forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, scope));
        assertThat(refusal(create(elsewhere, batch(item("a", "f", "")), untouched)))
                .isEqualTo(Refusal.forbidden(Action.EDIT_BIZ_SERVICE_TEMPLATE, new Scope(1, 1)));
    }

    @Test
    void aRightOnOneServiceTemplateReachesNoOther() {
        Caller web = caller(new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 1L, 1L));

        assertThat(ids(create(web, batch(item("a", "f", "")), storage))).hasSize(1);
        assertThat(refusal(create(web, object("bk_biz_id", 1, "processes", list()), storage))
                        .reason())
                .isEqualTo(Reason.FORBIDDEN);
        assertThat(refusal(create(caller(), batch(), storage)).reason()).isEqualTo(Reason.FORBIDDEN);
    }

    @Test
    void aLostRaceIsLookedAtAgainAndTheWinnerNamed() {
        UnitOfWork raced = new Failing(storage, 1, () -> {
            create(batch(item("a", "f", "")));
            return new Conflict(Constraint.PROCESS_NAME);
        });

        Outcome<List<Long>> outcome = create(ADMIN, batch(item("a", "g", "")), raced);

        long winner = stored().get(0).id();
        assertThat(violations(outcome))
                .containsExactly(Violation.processNameTaken(value(0, "bk_process_name"), "a", winner));
    }

    @Test
    void aRaceThatIsOverIsWonInTheNextRound() {
        UnitOfWork raced = new Failing(storage, 1, () -> new Conflict(Constraint.FUNCTION));

        assertThat(ids(create(ADMIN, batch(item("a", "f", "")), raced))).hasSize(1);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aRaceWithoutEndIsGivenUpWithAnInvitationToRepeat() {
        UnitOfWork raced = new Failing(storage, Integer.MAX_VALUE, () -> new Conflict(Constraint.FUNCTION));

        assertThat(refusal(create(ADMIN, batch(item("a", "f", "")), raced))).isEqualTo(Refusal.busy());
    }

    @ParameterizedTest
    @EnumSource
    void aStorageFailureIsARefusalWithItsCodeAndTheWarnings(StorageFailure.Operation operation) {
        UnitOfWork failing =
                new Failing(storage, 1, () -> new StorageFailure(operation, new IllegalStateException("disk")));

        Outcome<List<Long>> outcome = create(ADMIN, withUnknownKey(), failing);

        Reason code = operation == StorageFailure.Operation.READ ? Reason.READ_FAILED : Reason.INSERT_FAILED;
        assertThat(refusal(outcome)).isEqualTo(Refusal.storageFailed(code));
        assertThat(outcome.warnings())
                .containsExactly(Violation.unknownKey(Path.root().member("x"), "x"));
        assertThat(stored()).isEmpty();
    }

    @Test
    void aCommitWithoutAnAnswerIsARefusalOfItsOwn() {
        UnitOfWork unknown = new Failing(storage, 2, () -> new OutcomeUnknown(new IllegalStateException("network")));

        Outcome<List<Long>> outcome = create(ADMIN, withUnknownKey(), unknown);

        assertThat(refusal(outcome)).isEqualTo(Refusal.outcomeUnknown());
        assertThat(outcome.warnings()).hasSize(1);
    }

    /** Busy or failing says that nothing was kept, which was true of the second time alone. */
    @Test
    void aStorageThatDoesNotComeBackAfterACommitWithoutAnAnswerLeavesItUnknown() {
        assertUnknownAfter(new StorageBusy(new IllegalStateException("pool")));
        assertUnknownAfter(new StorageFailure(StorageFailure.Operation.READ, new IllegalStateException("disk")));
        assertUnknownAfter(new Conflict(Conflict.Constraint.OWNER));
    }

    private void assertUnknownAfter(RuntimeException second) {
        Iterator<RuntimeException> first = List.<RuntimeException>of(
                        new OutcomeUnknown(new IllegalStateException("network")))
                .iterator();
        UnitOfWork unknown = new Failing(storage, Integer.MAX_VALUE, () -> first.hasNext() ? first.next() : second);

        assertThat(refusal(create(ADMIN, withUnknownKey(), unknown))).isEqualTo(Refusal.outcomeUnknown());
    }

    @Test
    void aBusyStorageIsARefusalWithTheWarnings() {
        UnitOfWork busy = new Failing(storage, 1, () -> new StorageBusy(new IllegalStateException("pool")));

        Outcome<List<Long>> outcome = create(ADMIN, withUnknownKey(), busy);

        assertThat(refusal(outcome)).isEqualTo(Refusal.busy());
        assertThat(outcome.warnings()).hasSize(1);
    }

    @Test
    void everyOutcomeCarriesTheWarnings() {
        Violation warning = Violation.unknownKey(Path.root().member("x"), "x");

        assertThat(create(withUnknownKey()).warnings()).containsExactly(warning);
        assertThat(create(withUnknownKey()).warnings())
                .as("refused now, for the name is taken")
                .containsExactly(warning);
        assertThat(create(caller(), withUnknownKey(), storage).warnings()).containsExactly(warning);
    }

    private static Node.Mapping withUnknownKey() {
        return object("bk_biz_id", 1, "processes", list(item("a", "f", "")), "x", 1);
    }

    /** Shows what is there and refuses to be changed. */
    private record ReadOnly(UnitOfWork storage) implements UnitOfWork {
        @Override
        public <R> R writeIf(Predicate<R> isKept, Function<Stores, R> work) {
            return storage.read(stores -> work.apply(new ReadOnlyStores(stores)));
        }

        @Override
        public <R> R read(Function<Stores, R> work) {
            return storage.read(stores -> work.apply(new ReadOnlyStores(stores)));
        }
    }

    private record ReadOnlyStores(Stores stores) implements Stores {
        private static final Set<String> CHANGING = Set.of("insert", "update", "delete");

        @Override
        public ProcessTemplateStore processTemplates() {
            return (ProcessTemplateStore) Proxy.newProxyInstance(
                    ProcessTemplateStore.class.getClassLoader(),
                    new Class<?>[] {ProcessTemplateStore.class},
                    (proxy, method, arguments) -> {
                        if (CHANGING.contains(method.getName())) {
                            throw new UnsupportedOperationException(method.getName());
                        }
                        return method.isDefault()
                                ? InvocationHandler.invokeDefault(proxy, method, arguments)
                                : method.invoke(stores.processTemplates(), arguments);
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
