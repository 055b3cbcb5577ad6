package io.proctemplate.application.contract;

import static io.proctemplate.application.Sent.item;
import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.Application;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.audit.Change;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever is deleted while others write is audited once, as it was when it went: the use cases over a storage. */
public interface DeletionRaceContract extends StorageUnderTest {
    int DELETION_ROUNDS = 8;
    int DELETION_WRITERS = 6;

    private static Caller admin() {
        return new Caller("app", "ann", RequestId.of("r1"), List.of(new Grant(null, null, null)));
    }

    private static Application over(UnitOfWork storage) {
        return Applications.over(storage, Clock.systemUTC());
    }

    private static <T> boolean isDone(Outcome<T> outcome) {
        return outcome.fold(done -> true, refused -> false);
    }

    private static List<Long> create(Application application, Scope scope, List<String> names) {
        Object[] items = names.stream().map(name -> item(name, name, "")).toArray();
        Node.Mapping body = object(
                "bk_biz_id",
                scope.businessId(),
                "service_template_id",
                scope.serviceTemplateId(),
                "processes",
                list(items));
        return application
                .processTemplates()
                .createBatch(admin(), Commands.batch(body))
                .fold(Outcome.Done::value, refused -> List.of());
    }

    /** Creates batches until one is refused: the service template is gone. */
    private static List<Long> createUntilRefused(Application application, Scope scope, int writer) {
        List<Long> created = new ArrayList<>();
        for (int batch = 0; batch < 500; batch++) {
            String prefix = writer + "." + batch + ".";
            List<Long> ids = create(
                    application,
                    scope,
                    IntStream.range(0, 10).mapToObj(i -> prefix + i).toList());
            if (ids.isEmpty()) {
                break;
            }
            created.addAll(ids);
        }
        return created;
    }

    private static boolean deleteServiceTemplate(Application application, Scope scope) {
        Node.Mapping body = object("bk_biz_id", scope.businessId(), "service_template_id", scope.serviceTemplateId());
        return isDone(application.serviceTemplates().delete(admin(), Commands.deleteServiceTemplate(body)));
    }

    private static boolean delete(Application application, Scope scope, List<Long> ids) {
        Node.Mapping body = object("bk_biz_id", scope.businessId(), "process_templates", list(ids.toArray()));
        return isDone(application.processTemplates().delete(admin(), Commands.deleteProcessTemplates(body)));
    }

    private static boolean rename(Application application, Scope scope, long id, String name) {
        Node.Mapping changes = object("bk_process_name", object("value", name));
        Node.Mapping body =
                object("bk_biz_id", scope.businessId(), "process_template_id", id, "process_property", changes);
        return isDone(application.processTemplates().update(admin(), Commands.updateProcessTemplate(body)));
    }

    /** What the audit of a business tells of process templates, the oldest first. */
    private static List<AuditEntry> audited(UnitOfWork storage, long business, AuditAction action) {
        AuditFilter filter = new AuditFilter(
                business, null, null, null, null, action, AuditedType.PROCESS_TEMPLATE, null, null, null);
        Page<OfAuditEntry> page = new Page<>(0, Page.ALL, List.of(new Order<>(OfAuditEntry.ID, false)));
        List<AuditEntry> entries = new ArrayList<>();
        storage.<Boolean>read(stores -> {
            stores.audit().list(filter, page, entries::add);
            return true;
        });
        return entries;
    }

    private static List<Long> objects(List<AuditEntry> entries) {
        return entries.stream().map(entry -> entry.object().id()).sorted().toList();
    }

    @Test
    default void whatGoesWithAServiceTemplateIsAuditedWhoeverCreatesInItMeanwhile() throws Exception {
        UnitOfWork storage = storage();
        Application application = over(storage);
        for (int round = 0; round < DELETION_ROUNDS; round++) {
            Scope scope = Given.newScope(storage);
            List<Callable<List<Long>>> race = new ArrayList<>();
            for (int writer = 0; writer < DELETION_WRITERS; writer++) {
                int number = writer;
                race.add(() -> createUntilRefused(application, scope, number));
            }
            race.add(() -> {
                create(application, scope, List.of("own"));
                assertThat(deleteServiceTemplate(application, scope)).isTrue();
                return List.of();
            });

            List<Long> created =
                    Together.run(race).stream().flatMap(List::stream).sorted().toList();

            List<AuditEntry> gone = audited(storage, scope.businessId(), AuditAction.DELETE);
            assertThat(objects(gone))
                    .as("round %s", round)
                    .doesNotHaveDuplicates()
                    .containsAll(created)
                    .isEqualTo(objects(audited(storage, scope.businessId(), AuditAction.CREATE)));
        }
    }

    @Test
    default void whatTwoDeletionsMeetOnIsAuditedOnce() throws Exception {
        UnitOfWork storage = storage();
        Application application = over(storage);
        for (int round = 0; round < DELETION_ROUNDS; round++) {
            Scope scope = Given.newScope(storage);
            List<Long> ids = create(
                    application,
                    scope,
                    IntStream.range(0, 60).mapToObj(i -> "n" + i).toList());
            List<Callable<Boolean>> race = new ArrayList<>();
            for (int from = 0; from < 60; from += 10) {
                List<Long> some = ids.subList(from, from + 10);
                race.add(() -> delete(application, scope, some));
            }
            race.add(() -> deleteServiceTemplate(application, scope));

            Together.run(race);

            assertThat(objects(audited(storage, scope.businessId(), AuditAction.DELETE)))
                    .as("round %s", round)
                    .isEqualTo(ids);
        }
    }

    /** Each update tells what the one before it left, and the deletion the name that was there last. */
    @Test
    default void theAuditOfOneTemplateIsAChainWhoeverChangesItMeanwhile() throws Exception {
        UnitOfWork storage = storage();
        Application application = over(storage);
        for (int round = 0; round < DELETION_ROUNDS; round++) {
            Scope scope = Given.newScope(storage);
            long id = create(application, scope, List.of("n")).get(0);
            boolean withTheService = round % 2 == 0;
            List<Callable<Boolean>> race = Stream.concat(
                            IntStream.range(0, DELETION_WRITERS).mapToObj(writer -> (Callable<Boolean>) () -> {
                                for (int i = 0; i < 100; i++) {
                                    if (!rename(application, scope, id, writer + "." + i)) {
                                        return true;
                                    }
                                }
                                return true;
                            }),
                            Stream.<Callable<Boolean>>of(() -> {
                                rename(application, scope, id, "own");
                                return withTheService
                                        ? deleteServiceTemplate(application, scope)
                                        : delete(application, scope, List.of(id));
                            }))
                    .toList();

            Together.run(race);

            String name = "n";
            for (AuditEntry update : audited(storage, scope.businessId(), AuditAction.UPDATE)) {
                Change change = update.object().changes().get(0);
                assertThat(Json.of(Objects.requireNonNull(change.before())))
                        .as("round %s", round)
                        .contains("\"value\":\"" + name + "\"");
                name = update.object().name();
            }
            assertThat(audited(storage, scope.businessId(), AuditAction.DELETE))
                    .as("round %s", round)
                    .extracting(entry -> entry.object().name())
                    .containsExactly(name);
        }
    }
}
