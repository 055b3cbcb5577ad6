package io.proctemplate.application.contract;

import static io.proctemplate.application.Sent.item;
import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.Application;
import io.proctemplate.application.Sent;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Once;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.api.Terms;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.Scope;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A kept answer is given again to whoever has the right at that moment, and to nobody else. */
public interface RevokedRightsContract extends StorageUnderTest {

    /** What the calls are about: a service template with one process template, another beside it, and a category. */
    record Things(Scope scope, Scope sibling, long processTemplate, long category) {
        static Things in(UnitOfWork storage) {
            Scope scope = Given.newScope(storage);
            Scope sibling = Given.newServiceTemplate(storage, scope.businessId());
            long processTemplate = Given.keepNamed(storage, scope, "p").get(0);
            Node.Mapping category = object("bk_biz_id", scope.businessId(), "name", "c");
            return new Things(
                    scope,
                    sibling,
                    processTemplate,
                    done(application(storage)
                                    .serviceCategories()
                                    .create(
                                            new Caller(
                                                    "app",
                                                    "ann",
                                                    RequestId.of("r1"),
                                                    List.of(new Grant(null, null, null))),
                                            Commands.createServiceCategory(category)))
                            .id());
        }

        Node.Mapping parameters(Object... namesAndValues) {
            return Sent.with(object("bk_biz_id", scope.businessId()), namesAndValues);
        }
    }

    /** Every call that changes something. */
    enum Writing {
        CREATE_BATCH(Call.BATCH_CREATE_PROC_TEMPLATE) {
            @Override
            Outcome<?> run(Application application, Caller caller, Things on) {
                Node.Mapping body = on.parameters(
                        "service_template_id", on.scope().serviceTemplateId(), "processes", list(item("n", "n", "")));
                return application.processTemplates().createBatch(caller, Commands.batch(body));
            }
        },
        UPDATE_PROCESS_TEMPLATE(Call.UPDATE_PROC_TEMPLATE) {
            @Override
            Outcome<?> run(Application application, Caller caller, Things on) {
                Node.Mapping body =
                        on.parameters("process_template_id", on.processTemplate(), "process_property", object());
                return application.processTemplates().update(caller, Commands.updateProcessTemplate(body));
            }
        },
        DELETE_PROCESS_TEMPLATE(Call.DELETE_PROC_TEMPLATE) {
            @Override
            Outcome<?> run(Application application, Caller caller, Things on) {
                Node.Mapping body = on.parameters("process_templates", list(on.processTemplate()));
                return application.processTemplates().delete(caller, Commands.deleteProcessTemplates(body));
            }
        },
        CREATE_SERVICE_TEMPLATE(Call.CREATE_SERVICE_TEMPLATE) {
            @Override
            Outcome<?> run(Application application, Caller caller, Things on) {
                Node.Mapping body = on.parameters("name", "n", "service_category_id", on.category());
                return application.serviceTemplates().create(caller, Commands.createServiceTemplate(body));
            }
        },
        UPDATE_SERVICE_TEMPLATE(Call.UPDATE_SERVICE_TEMPLATE) {
            @Override
            Outcome<?> run(Application application, Caller caller, Things on) {
                Node.Mapping body = on.parameters("id", on.scope().serviceTemplateId(), "name", "n");
                return application.serviceTemplates().update(caller, Commands.updateServiceTemplate(body));
            }
        },
        DELETE_SERVICE_TEMPLATE(Call.DELETE_SERVICE_TEMPLATE) {
            @Override
            Outcome<?> run(Application application, Caller caller, Things on) {
                Node.Mapping body =
                        on.parameters("service_template_id", on.scope().serviceTemplateId());
                return application.serviceTemplates().delete(caller, Commands.deleteServiceTemplate(body));
            }
        },
        CREATE_SERVICE_CATEGORY(Call.CREATE_SERVICE_CATEGORY) {
            @Override
            Outcome<?> run(Application application, Caller caller, Things on) {
                Node.Mapping body = on.parameters("name", "n");
                return application.serviceCategories().create(caller, Commands.createServiceCategory(body));
            }
        },
        UPDATE_SERVICE_CATEGORY(Call.UPDATE_SERVICE_CATEGORY) {
            @Override
            Outcome<?> run(Application application, Caller caller, Things on) {
                Node.Mapping body = on.parameters("id", on.category(), "name", "n");
                return application.serviceCategories().update(caller, Commands.updateServiceCategory(body));
            }
        },
        DELETE_SERVICE_CATEGORY(Call.DELETE_SERVICE_CATEGORY) {
            @Override
            Outcome<?> run(Application application, Caller caller, Things on) {
                Node.Mapping body = on.parameters("id", on.category());
                return application.serviceCategories().delete(caller, Commands.deleteServiceCategory(body));
            }
        };

        private final Call call;

        Writing(Call call) {
            this.call = call;
        }

        abstract Outcome<?> run(Application application, Caller caller, Things on);

        /** The least right that the call takes. */
        Grant right(Things on) {
            boolean inOneServiceTemplate = switch (this) {
                case CREATE_BATCH,
                        UPDATE_PROCESS_TEMPLATE,
                        DELETE_PROCESS_TEMPLATE,
                        UPDATE_SERVICE_TEMPLATE,
                        DELETE_SERVICE_TEMPLATE -> true;
                case CREATE_SERVICE_TEMPLATE,
                        CREATE_SERVICE_CATEGORY,
                        UPDATE_SERVICE_CATEGORY,
                        DELETE_SERVICE_CATEGORY -> false;
            };
            return new Grant(
                    call.action(),
                    on.scope().businessId(),
                    inOneServiceTemplate ? on.scope().serviceTemplateId() : null);
        }
    }

    private static Application application(UnitOfWork storage) {
        return Applications.over(storage, Clock.fixed(Instant.parse("2026-03-01T10:20:30Z"), ZoneOffset.UTC));
    }

    private static Caller caller(List<Grant> grants, String key) {
        Once once = new Once(key, "hash", done -> "kept");
        return new Caller("app", "ann", RequestId.of("r1"), grants, Terms.PLAIN.with(once));
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome.fold(Outcome.Done::value, refused -> {
            throw new AssertionError(refused.toString());
        });
    }

    @ParameterizedTest
    @EnumSource
    default void givesNoAnswerAgainToACallerWhoseRightWasTakenAway(Writing writing) {
        UnitOfWork storage = storage();
        Application application = application(storage);
        Things things = Things.in(storage);
        String key = writing + " " + Given.unusedId();
        Caller entitled = caller(List.of(writing.right(things)), key);
        Grant elsewhere = new Grant(
                writing.call.action(),
                things.scope().businessId(),
                things.sibling().serviceTemplateId());

        done(writing.run(application, entitled, things));

        assertThat(writing.run(application, caller(List.of(), key), things))
                .satisfies(RevokedRightsContract::forbidden);
        assertThat(writing.run(application, caller(List.of(elsewhere), key), things))
                .satisfies(RevokedRightsContract::forbidden);
        assertThat(writing.run(application, entitled, things)).isEqualTo(new Outcome.Replayed<>("kept"));
    }

    private static void forbidden(Outcome<?> outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.refusal())
                                .extracting(Refusal::reason)
                                .isEqualTo(Reason.FORBIDDEN));
    }
}
