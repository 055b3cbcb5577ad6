package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.audit.Change;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done is kept together with the record of it. */
public interface AuditContract extends StorageUnderTest {
    Page<OfAuditEntry> ALL = page(0, Page.ALL, true);

    private static Page<OfAuditEntry> page(long start, long limit, boolean newestFirst) {
        return new Page<>(start, limit, List.of(new Order<>(OfAuditEntry.ID, newestFirst)));
    }

    private static AuditEvent event(Scope scope, AuditAction action, AuditedType type) {
        return new AuditEvent(
                Instant.ofEpochMilli(1_795_000_000_123L),
                scope.businessId(),
                RequestId.of("r " + Given.unusedId()),
                "app",
                "汉",
                action,
                type);
    }

    private static List<ProcessTemplate> templates(Stores stores, Scope scope, String... names) {
        List<Long> ids = stores.processTemplates().nextIds(names.length);
        List<ProcessTemplate> templates = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            templates.add(Given.template(ids.get(i), scope, names[i], Given.function(names[i])));
        }
        return templates;
    }

    private static List<AuditEntry> entries(UnitOfWork storage, AuditEvent event) {
        List<AuditEntry> newestFirst =
                entries(storage, ofRequest(event.businessId(), event.requestId().id()), ALL);
        List<AuditEntry> entries = new ArrayList<>(newestFirst);
        Collections.reverse(entries);
        return entries;
    }

    private static AuditFilter ofRequest(long business, String requestId) {
        return new AuditFilter(business, requestId, null, null, null, null, null, null, null, null);
    }

    private static List<AuditEntry> entries(UnitOfWork storage, AuditFilter filter, Page<OfAuditEntry> page) {
        List<AuditEntry> entries = new ArrayList<>();
        long count = storage.read(stores -> {
            stores.audit().list(filter, page, entries::add);
            return stores.audit().count(filter);
        });
        assertThat(entries).hasSizeLessThanOrEqualTo((int) count);
        if (page.equals(ALL)) {
            assertThat(entries).hasSize((int) count);
        }
        return entries;
    }

    private static Survey keep(UnitOfWork storage, Scope scope, AuditEvent event, String... names) {
        return storage.writeAtOnce(stores ->
                stores.processTemplates().insertIfClear(templates(stores, scope, names), event, stores.audit()));
    }

    @Test
    default void keepsABatchAndItsAuditInTheOrderOfTheBatch() {
        UnitOfWork storage = storage();
        for (Given.ScopeKind kind : Given.ScopeKind.values()) {
            Scope scope = Given.newScope(storage, kind);
            AuditEvent event = event(scope, AuditAction.CREATE, AuditedType.PROCESS_TEMPLATE);

            Survey survey = keep(storage, scope, event, "b", "a", "c");

            assertThat(survey.isClear(scope)).isTrue();
            List<AuditEntry> entries = entries(storage, event);
            assertThat(entries).extracting(AuditEntry::event).containsOnly(event);
            assertThat(entries).extracting(entry -> entry.object().name()).containsExactly("b", "a", "c");
            assertThat(entries).extracting(AuditEntry::id).isSorted().doesNotHaveDuplicates();
            List<Long> ids = entries.stream().map(entry -> entry.object().id()).toList();
            assertThat(Given.found(storage, scope, ids))
                    .extracting(ProcessTemplate::name)
                    .containsExactly("b", "a", "c");
        }
    }

    @Test
    default void keepsNothingOfABatchThatHasSomethingInItsWay() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        long holder = Given.keep(storage, scope, "taken", Given.function("f"));
        AuditEvent event = event(scope, AuditAction.CREATE, AuditedType.PROCESS_TEMPLATE);

        Survey survey = keep(storage, scope, event, "a", "taken");

        assertThat(survey.isClear(scope)).isFalse();
        assertThat(survey.taken().processNames()).containsOnlyKeys("taken").containsValue(holder);
        assertThat(entries(storage, event)).isEmpty();
        assertThat(Given.keepNamed(storage, scope, "a")).hasSize(1);
    }

    @Test
    default void keepsNothingInAScopeThatIsNotThere() {
        UnitOfWork storage = storage();
        long business = Given.newBusiness(storage);
        Scope foreign = new Scope(business, Given.newScope(storage).serviceTemplateId());
        for (Scope scope :
                List.of(Scope.standalone(Given.unusedId()), new Scope(business, Given.unusedId()), foreign)) {
            AuditEvent event = event(scope, AuditAction.CREATE, AuditedType.PROCESS_TEMPLATE);

            assertThat(keep(storage, scope, event, "a").isClear(scope)).isFalse();

            assertThat(entries(storage, event)).isEmpty();
        }
    }

    @Test
    default void keepsChangesAsTheyWere() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        AuditEvent event = event(scope, AuditAction.UPDATE, AuditedType.SERVICE_TEMPLATE);
        Node.Mapping object = new Node.Mapping.Builder()
                .put("value", Scalar.of("\"'\\ 汉 \uD83D\uDE00"))
                .put("as_default_value", Scalar.of(false))
                .put("null", Node.Null.NULL)
                .put("rows", new Node.Sequence(List.of(Scalar.of(Long.MIN_VALUE), Scalar.of(true))))
                .build();
        List<AuditedObject> objects = List.of(
                new AuditedObject(
                        1, "one", List.of(new Change("a", object, null), new Change("b", null, Node.Null.NULL))),
                AuditedObject.of(2, "two"));

        Given.use(storage, stores -> stores.audit().append(event, objects));

        assertThat(entries(storage, event)).extracting(AuditEntry::object).isEqualTo(objects);
    }

    @Test
    default void keepsAnEntryForEachTemplateThatGoesWithItsServiceTemplate() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        Given.keepNamed(storage, Given.newServiceTemplate(storage, scope.businessId()), "other");
        Given.keepNamed(storage, scope, "b", "a");
        AuditEvent event = event(scope, AuditAction.DELETE, AuditedType.PROCESS_TEMPLATE);

        Given.use(
                storage,
                stores -> stores.serviceTemplates()
                        .delete(
                                stores.serviceTemplates()
                                        .find(scope.serviceTemplateId())
                                        .orElseThrow(),
                                event));

        assertThat(entries(storage, event))
                .isSortedAccordingTo(
                        Comparator.comparing(entry -> entry.object().id()))
                .extracting(entry -> entry.object().name())
                .containsExactly("b", "a");
    }

    @Test
    default void findsNothingOfAnotherBusiness() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        AuditEvent event = event(scope, AuditAction.CREATE, AuditedType.PROCESS_TEMPLATE);
        keep(storage, scope, event, "a");

        long other = Given.newBusiness(storage);

        assertThat(entries(storage, ofRequest(other, event.requestId().id()), ALL))
                .isEmpty();
        assertThat(entries(storage, AuditFilter.of(other), ALL)).isEmpty();
    }

    private static void keep(UnitOfWork storage, AuditEvent event, long... ids) {
        List<AuditedObject> objects = Arrays.stream(ids)
                .mapToObj(id -> AuditedObject.of(id, "o" + id))
                .toList();
        Given.use(storage, stores -> stores.audit().append(event, objects));
    }

    private static List<Long> objects(UnitOfWork storage, AuditFilter filter) {
        return entries(storage, filter, ALL).stream()
                .map(entry -> entry.object().id())
                .toList();
    }

    /** Each filter by itself and all of them together; other businesses have the same and are never told of. */
    @Test
    default void findsByEachFilterAndByAllTogether() {
        UnitOfWork storage = storage();
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        long business = Given.newBusiness(storage);
        for (long owner : new long[] {business, Given.newBusiness(storage)}) {
            keep(
                    storage,
                    new AuditEvent(
                            noon,
                            owner,
                            RequestId.of("r1"),
                            "a1",
                            "u1",
                            AuditAction.CREATE,
                            AuditedType.PROCESS_TEMPLATE),
                    1,
                    2,
                    3);
            keep(
                    storage,
                    new AuditEvent(
                            noon.plusMillis(1),
                            owner,
                            RequestId.of("r2"),
                            "a2",
                            "u1",
                            AuditAction.DELETE,
                            AuditedType.PROCESS_TEMPLATE),
                    2,
                    4);
            keep(
                    storage,
                    new AuditEvent(
                            noon.plusMillis(2),
                            owner,
                            RequestId.of("r3"),
                            "a1",
                            "U1",
                            AuditAction.CREATE,
                            AuditedType.SERVICE_CATEGORY),
                    1);
        }

        assertThat(objects(storage, AuditFilter.of(business))).containsExactly(1L, 4L, 2L, 3L, 2L, 1L);
        assertThat(objects(storage, ofRequest(business, "r2"))).containsExactly(4L, 2L);
        assertThat(objects(storage, new AuditFilter(business, null, null, "u1", null, null, null, null, null, null)))
                .containsExactly(4L, 2L, 3L, 2L, 1L);
        assertThat(objects(storage, new AuditFilter(business, null, null, null, "a1", null, null, null, null, null)))
                .containsExactly(1L, 3L, 2L, 1L);
        assertThat(objects(
                        storage,
                        new AuditFilter(business, null, null, null, null, AuditAction.DELETE, null, null, null, null)))
                .containsExactly(4L, 2L);
        assertThat(objects(
                        storage,
                        new AuditFilter(
                                business,
                                null,
                                null,
                                null,
                                null,
                                null,
                                AuditedType.SERVICE_CATEGORY,
                                null,
                                null,
                                null)))
                .containsExactly(1L);
        assertThat(objects(
                        storage,
                        new AuditFilter(business, null, null, null, null, null, null, List.of(2L, 4L, 9L), null, null)))
                .containsExactly(4L, 2L, 2L);
        assertThat(objects(storage, during(business, noon.plusMillis(1), noon.plusMillis(2))))
                .containsExactly(4L, 2L);
        assertThat(objects(
                        storage,
                        new AuditFilter(
                                business,
                                "r1",
                                null,
                                "u1",
                                "a1",
                                AuditAction.CREATE,
                                AuditedType.PROCESS_TEMPLATE,
                                List.of(2L, 3L),
                                noon,
                                noon.plusMillis(1))))
                .containsExactly(3L, 2L);
    }

    /** Clients may send the same id; the server's own tells their requests apart. */
    @Test
    default void tellsRequestsApartWhoseClientsChoseTheSameId() {
        UnitOfWork storage = storage();
        long business = Given.newBusiness(storage);
        List<String> servers = List.of("s" + Given.unusedId(), "s" + Given.unusedId());
        for (int i = 0; i < servers.size(); i++) {
            RequestId id = new RequestId("same", servers.get(i));
            keep(
                    storage,
                    new AuditEvent(
                            Instant.EPOCH, business, id, "a", "u", AuditAction.CREATE, AuditedType.PROCESS_TEMPLATE),
                    i);
        }

        assertThat(objects(storage, ofRequest(business, "same"))).containsExactly(1L, 0L);
        for (int i = 0; i < servers.size(); i++) {
            assertThat(entries(storage, ofServerRequest(business, servers.get(i)), ALL))
                    .extracting(entry -> entry.event().requestId())
                    .containsExactly(new RequestId("same", servers.get(i)));
            assertThat(objects(storage, ofServerRequest(null, servers.get(i)))).containsExactly((long) i);
        }
    }

    private static AuditFilter ofServerRequest(Long business, String serverId) {
        return new AuditFilter(business, null, serverId, null, null, null, null, null, null, null);
    }

    @Test
    default void findsInAllBusinessesAndInNone() {
        UnitOfWork storage = emptyStorage();
        Instant time = Instant.parse("2026-03-01T12:00:00Z");
        List<Long> businesses = List.of(7L, AuditEvent.NO_BUSINESS, 8L);
        for (int i = 0; i < businesses.size(); i++) {
            RequestId id = RequestId.of("r");
            keep(
                    storage,
                    new AuditEvent(
                            time.plusMillis(i),
                            businesses.get(i),
                            id,
                            AuditEvent.NO_APP,
                            "root",
                            AuditAction.CREATE,
                            AuditedType.APP),
                    i);
        }
        AuditFilter all = new AuditFilter(null, "r", null, "root", "", null, AuditedType.APP, null, time, null);

        assertThat(objects(storage, all)).containsExactly(2L, 1L, 0L);
        assertThat(objects(storage, AuditFilter.of(AuditEvent.NO_BUSINESS))).containsExactly(1L);
        assertThat(entries(storage, all, page(0, 2, true)))
                .extracting(entry -> entry.event().businessId())
                .containsExactly(8L, 0L);
        assertThat(entries(storage, all, page(2, 2, true)))
                .extracting(entry -> entry.event().businessId())
                .containsExactly(7L);
    }

    private static AuditFilter during(long business, Instant since, Instant until) {
        return new AuditFilter(business, null, null, null, null, null, null, null, since, until);
    }

    /** The first instant is in, the last one is not, to the nanosecond. */
    @Test
    default void findsFromAnInstantUntilBeforeAnother() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        AuditEvent event = event(scope, AuditAction.CREATE, AuditedType.PROCESS_TEMPLATE);
        keep(storage, event, 1);
        long business = scope.businessId();
        Instant time = event.time();

        assertThat(objects(storage, during(business, time, time.plusNanos(1)))).hasSize(1);
        assertThat(objects(storage, during(business, time.minusNanos(1), time))).isEmpty();
        assertThat(objects(storage, during(business, time.plusNanos(1), time.plusMillis(9))))
                .isEmpty();
        assertThat(objects(storage, during(business, time.plusMillis(9), time))).isEmpty();
    }

    @Test
    default void pagesInTheOrderInWhichThingsWereDone() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        for (int i = 0; i < 5; i++) {
            keep(storage, event(scope, AuditAction.CREATE, AuditedType.PROCESS_TEMPLATE), 2 * i, 2 * i + 1);
        }
        AuditFilter filter = AuditFilter.of(scope.businessId());
        List<AuditEntry> all = entries(storage, filter, ALL);

        assertThat(all)
                .extracting(entry -> entry.object().id())
                .containsExactly(9L, 8L, 7L, 6L, 5L, 4L, 3L, 2L, 1L, 0L);
        assertThat(entries(storage, filter, page(3, 4, true))).isEqualTo(all.subList(3, 7));
        assertThat(entries(storage, filter, page(9, 4, true))).isEqualTo(all.subList(9, 10));
        assertThat(entries(storage, filter, page(10, 4, true))).isEmpty();
        assertThat(entries(storage, filter, page(8, 1, false))).isEqualTo(all.subList(1, 2));
        assertThat(all).extracting(AuditEntry::id).isSortedAccordingTo(Comparator.reverseOrder());
    }
}
