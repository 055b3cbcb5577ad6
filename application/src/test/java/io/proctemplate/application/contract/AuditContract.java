package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.audit.Change;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.ObjectType;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is done is kept together with the record of it. */
public interface AuditContract extends StorageUnderTest {

    private static AuditEvent event(Scope scope, AuditAction action, ObjectType type) {
        return new AuditEvent(
                Instant.ofEpochMilli(1_795_000_000_123L),
                scope.businessId(),
                "r " + Given.unusedId(),
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
        return storage.read(stores -> stores.audit().ofRequest(event.businessId(), event.requestId()));
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
            AuditEvent event = event(scope, AuditAction.CREATE, ObjectType.PROCESS_TEMPLATE);

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
        AuditEvent event = event(scope, AuditAction.CREATE, ObjectType.PROCESS_TEMPLATE);

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
            AuditEvent event = event(scope, AuditAction.CREATE, ObjectType.PROCESS_TEMPLATE);

            assertThat(keep(storage, scope, event, "a").isClear(scope)).isFalse();

            assertThat(entries(storage, event)).isEmpty();
        }
    }

    @Test
    default void keepsChangesAsTheyWere() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        AuditEvent event = event(scope, AuditAction.UPDATE, ObjectType.SERVICE_TEMPLATE);
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
    default void keepsAnEntryForEachTemplateOfAScope() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        Given.keepNamed(storage, Given.newServiceTemplate(storage, scope.businessId()), "other");
        Given.keepNamed(storage, scope, "b", "a");
        AuditEvent event = event(scope, AuditAction.DELETE, ObjectType.PROCESS_TEMPLATE);

        Given.use(storage, stores -> stores.audit().appendTemplatesOf(scope, event));

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
        AuditEvent event = event(scope, AuditAction.CREATE, ObjectType.PROCESS_TEMPLATE);
        keep(storage, scope, event, "a");

        List<AuditEntry> elsewhere =
                storage.read(stores -> stores.audit().ofRequest(Given.newBusiness(storage), event.requestId()));

        assertThat(elsewhere).isEmpty();
    }
}
