package io.proctemplate.adapter.jdbc;

import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.application.Application;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.Commands;
import io.proctemplate.application.contract.Seeds;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.template.ServiceCategory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Whoever asks about a thing of another business does not wait for those who write it: waiting would tell that it is
 * there. On PostgreSQL, where writers wait for each other row by row.
 */
class ForeignLocksTest {
    private static final Caller STRANGER =
            new Caller("app", "ann", RequestId.of("r1"), List.of(new Grant(null, 1L, null)));
    private static final Duration SHORT = Duration.ofMillis(300);

    private static Config impatient() {
        Config config = PostgresqlServer.newDatabase();
        return new Config(config.url(), config.user(), config.password(), 2, SHORT, SHORT, SHORT);
    }

    private static Refusal refusal(Outcome<?> outcome) {
        return outcome.fold(
                done -> {
                    throw new AssertionError("done");
                },
                Outcome.Refused::refusal);
    }

    @Test
    void nobodyWaitsForWritersOfAnotherBusiness() throws SQLException {
        Config config = impatient();
        try (Database database = Database.open(config);
                Connection writer = TestedEngine.connect(config);
                Statement statement = writer.createStatement()) {
            UnitOfWork storage = database.unitOfWork();
            long own = seed(storage, 1);
            long theirs = seed(storage, 2);
            long category = storage.write(stores -> {
                long id = stores.serviceCategories().nextId();
                stores.serviceCategories()
                        .insert(new ServiceCategory(id, 2, "c", id, ServiceCategory.NO_PARENT, "0", false));
                return id;
            });
            writer.setAutoCommit(false);
            statement.execute("SELECT FROM service_template WHERE bk_biz_id = 2 FOR UPDATE");
            statement.execute("SELECT FROM service_category WHERE bk_biz_id = 2 FOR UPDATE");
            statement.execute("SELECT FROM scope WHERE bk_biz_id = 2 FOR UPDATE");

            assertThat(refusals(Applications.over(storage, Clock.systemUTC()), own, theirs, category))
                    .allSatisfy(refusal -> assertThat(refusal).isNotEqualTo(Refusal.busy()));
        }
    }

    private static long seed(UnitOfWork storage, long business) {
        return storage.write(stores -> {
            stores.businesses().addBusiness(business, "b" + business);
            return Seeds.serviceTemplate(stores, business, "s");
        });
    }

    private static List<Refusal> refusals(Application application, long own, long theirs, long category) {
        return List.of(
                refusal(application
                        .processTemplates()
                        .createBatch(
                                STRANGER,
                                Commands.batch(
                                        object("bk_biz_id", 1, "service_template_id", theirs, "processes", list())))),
                refusal(application
                        .processTemplates()
                        .update(
                                STRANGER,
                                Commands.updateProcessTemplate(object(
                                        "bk_biz_id", 1, "process_template_id", 1, "process_property", object())))),
                refusal(application
                        .processTemplates()
                        .delete(
                                STRANGER,
                                Commands.deleteProcessTemplates(object("bk_biz_id", 1, "process_templates", list(1))))),
                refusal(application
                        .serviceTemplates()
                        .create(
                                STRANGER,
                                Commands.createServiceTemplate(
                                        object("bk_biz_id", 1, "name", "n", "service_category_id", category)))),
                refusal(application
                        .serviceTemplates()
                        .update(
                                STRANGER,
                                Commands.updateServiceTemplate(
                                        object("bk_biz_id", 1, "id", own, "service_category_id", category)))),
                refusal(application
                        .serviceTemplates()
                        .update(
                                STRANGER,
                                Commands.updateServiceTemplate(object("bk_biz_id", 1, "id", theirs, "name", "n")))),
                refusal(application
                        .serviceTemplates()
                        .delete(
                                STRANGER,
                                Commands.deleteServiceTemplate(object("bk_biz_id", 1, "service_template_id", theirs)))),
                refusal(application
                        .serviceCategories()
                        .create(
                                STRANGER,
                                Commands.createServiceCategory(
                                        object("bk_biz_id", 1, "name", "n", "bk_parent_id", category)))),
                refusal(application
                        .serviceCategories()
                        .update(
                                STRANGER,
                                Commands.updateServiceCategory(object("bk_biz_id", 1, "id", category, "name", "n")))),
                refusal(application
                        .serviceCategories()
                        .delete(STRANGER, Commands.deleteServiceCategory(object("bk_biz_id", 1, "id", category)))));
    }
}
