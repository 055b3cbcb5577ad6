package io.proctemplate.application;

import static io.proctemplate.application.Sent.item;
import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;

import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.Commands;
import io.proctemplate.application.contract.InMemoryUnitOfWork;
import io.proctemplate.application.contract.Seeds;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.violation.Violation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two businesses with service templates, and who may do what there. */
final class World {
    static final Instant NOW = Instant.parse("2026-03-01T10:20:30.123Z");
    static final Caller ADMIN = caller(new Grant(null, null, null));
    static final Caller STRANGER = caller();

    /** Of another business than the one most tests are about. */
    static final Caller NEIGHBOUR = caller(new Grant(null, 2L, null));

    final UnitOfWork storage = new InMemoryUnitOfWork();
    final Application application = over(storage);

    /** The built-in category that service templates hang on. */
    final long leaf;

    /** Service templates of business 1. */
    final long web;

    final long api;

    /** A service template of business 2. */
    final long db;

    World() {
        leaf = storage.write(stores -> {
            stores.businesses().addBusiness(1, "one");
            stores.businesses().addBusiness(2, "two");
            return Seeds.builtInLeaf(stores);
        });
        web = storage.write(stores -> Seeds.serviceTemplate(stores, 1, "web"));
        api = storage.write(stores -> Seeds.serviceTemplate(stores, 1, "api"));
        db = storage.write(stores -> Seeds.serviceTemplate(stores, 2, "db"));
    }

    /** The use cases over another storage at the same time, with a fraction that nothing may keep. */
    static Application over(UnitOfWork storage) {
        return Applications.over(storage, Clock.fixed(NOW.plusNanos(456_789), ZoneOffset.UTC));
    }

    static Caller caller(Grant... grants) {
        return new Caller("app", "ann", RequestId.of("r1"), List.of(grants));
    }

    /** Somebody who may do {@code action} on one service template of business 1 and nothing else. */
    static Caller only(Action action, long serviceTemplate) {
        return caller(new Grant(action, 1L, serviceTemplate));
    }

    /** A process template, its function named after it. */
    long processTemplate(long business, long serviceTemplate, String name) {
        return processTemplate(business, serviceTemplate, name, "f-" + name, "");
    }

    long processTemplate(long business, long serviceTemplate, String name, String function, String startParameter) {
        return value(application
                        .processTemplates()
                        .createBatch(
                                ADMIN,
                                Commands.batch(object(
                                        "bk_biz_id",
                                        business,
                                        "service_template_id",
                                        serviceTemplate,
                                        "processes",
                                        list(item(name, function, startParameter))))))
                .get(0);
    }

    Optional<ProcessTemplate> stored(long id) {
        return storage.read(stores -> stores.processTemplates().find(id));
    }

    static <T> T value(Outcome<T> outcome) {
        return outcome.fold(Outcome.Done::value, refused -> {
            throw new AssertionError(refused.toString());
        });
    }

    static Refusal refusal(Outcome<?> outcome) {
        return outcome.fold(
                done -> {
                    throw new AssertionError(done.toString());
                },
                Outcome.Refused::refusal);
    }

    static List<Violation> violations(Outcome<?> outcome) {
        return refusal(outcome).violations().list();
    }

    /** Keeps what a list delivers. */
    static final class Listed<T> implements ListReceiver<T> {
        long count = -1;
        final List<T> items = new ArrayList<>();

        @Override
        public void count(long counted) {
            count = counted;
        }

        @Override
        public void item(T item) {
            if (count < 0) {
                throw new AssertionError("an item before the count");
            }
            items.add(item);
        }
    }
}
