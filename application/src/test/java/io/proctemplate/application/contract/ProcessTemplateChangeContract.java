package io.proctemplate.application.contract;

import static io.proctemplate.application.contract.Family.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.BindRows;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Process templates that are changed and taken away again. */
public interface ProcessTemplateChangeContract extends StorageUnderTest {
    Instant LATER = Instant.parse("2026-12-31T23:59:59.999Z");

    private static Scope scope(UnitOfWork storage) {
        return Family.serviceTemplate(storage, Family.business(storage), "s").scope();
    }

    private static Optional<ProcessTemplate> find(UnitOfWork storage, long id) {
        return storage.read(stores -> stores.processTemplates().find(id));
    }

    private static List<ProcessTemplate> findByIds(UnitOfWork storage, long business, Long... ids) {
        return storage.read(stores -> stores.processTemplates().findByIds(business, Arrays.asList(ids)));
    }

    private static void update(UnitOfWork storage, ProcessTemplate revised) {
        Family.use(storage, stores -> stores.processTemplates().update(revised));
    }

    private static List<ProcessTemplate> delete(UnitOfWork storage, long business, Long... ids) {
        return storage.write(stores -> stores.processTemplates().delete(business, Arrays.asList(ids)));
    }

    private static ProcessTemplate next(ProcessTemplate before, ProcessProperty property) {
        return ProcessTemplate.restore(
                before.id(),
                before.scope(),
                before.supplierAccount(),
                property,
                before.stamp().changed("bob 汉", LATER),
                before.version() + 1);
    }

    private static ProcessTemplate next(ProcessTemplate before, String name, FunctionKey key) {
        return next(before, Family.property(name, key));
    }

    private static BindRow row(long id, String ports) {
        FieldSet fields = new FieldSet.Builder(Fields.BIND_ROW)
                .set(Fields.IP, TemplatedField.locked(BindAddress.ANY_V6))
                .set(Fields.PORT, TemplatedField.free(Ports.of(ports)))
                .set(Fields.PROTOCOL, new TemplatedField<>(Protocol.UDP6, Lock.UNSAID))
                .set(Fields.ENABLE, TemplatedField.locked(null))
                .build();
        return new BindRow(id, fields);
    }

    private static ProcessProperty withRows(TemplatedField<BindRows> rows, long lastRowId) {
        FieldSet fields = new FieldSet.Builder(Fields.PROCESS)
                .set(Fields.BK_PROCESS_NAME, TemplatedField.locked("名"))
                .set(Fields.BK_FUNC_NAME, TemplatedField.locked("f"))
                .set(Fields.DESCRIPTION, TemplatedField.locked(""))
                .set(Fields.USER, TemplatedField.free(null))
                .set(Fields.PROC_NUM, TemplatedField.free(3L))
                .set(Fields.AUTO_START, TemplatedField.locked(false))
                .build();
        return ProcessProperty.restore(fields, rows, lastRowId);
    }

    @Test
    default void keepsEveryFieldOfAnUpdate() {
        UnitOfWork storage = storage();
        ProcessTemplate before = Family.processTemplate(storage, scope(storage), "a");
        ProcessTemplate other = Family.processTemplate(storage, before.scope(), "b");
        BindRows two = new BindRows(List.of(row(7, "80"), row(2, "1-3,9")));
        List<ProcessProperty> properties = List.of(
                withRows(TemplatedField.locked(two), 0),
                withRows(TemplatedField.free(new BindRows(List.of(row(2, "81")))), 7),
                withRows(TemplatedField.free(new BindRows(List.of())), 7),
                withRows(TemplatedField.locked(null), Long.MAX_VALUE),
                withRows(TemplatedField.unset(), 9),
                Family.property("a", new FunctionKey("g", "-x")));

        for (ProcessProperty property : properties) {
            ProcessTemplate after = next(before, property);
            update(storage, after);

            assertThat(find(storage, before.id())).contains(after);
            assertThat(findByIds(storage, before.scope().businessId(), before.id()))
                    .containsExactly(after);
            before = after;
        }
        assertThat(find(storage, other.id())).contains(other);
    }

    @Test
    default void anUpdateKeepsNamesAndKeysUnique() {
        UnitOfWork storage = storage();
        ProcessTemplate a = Family.processTemplate(storage, scope(storage), "a", new FunctionKey("f", "1"));
        Family.processTemplate(storage, a.scope(), "b", new FunctionKey("f", "2"));
        FunctionKey own = new FunctionKey("f", "1");

        assertConflict(Constraint.PROCESS_NAME, () -> update(storage, next(a, "b", own)));
        assertConflict(Constraint.FUNCTION, () -> update(storage, next(a, "a", new FunctionKey("f", "2"))));
        assertThat(find(storage, a.id())).contains(a);
        ProcessTemplate same = next(a, "a", own);
        update(storage, same);
        update(storage, next(same, "c", new FunctionKey("f", "3")));

        Scope other =
                Family.serviceTemplate(storage, a.scope().businessId(), "other").scope();
        ProcessTemplate elsewhere = Family.processTemplate(storage, other, "x");
        update(storage, next(elsewhere, "b", new FunctionKey("f", "2")));
        assertThat(find(storage, elsewhere.id()).orElseThrow().name()).isEqualTo("b");
    }

    @Test
    default void namesGivenUpByAnUpdateAreFree() {
        UnitOfWork storage = storage();
        ProcessTemplate a = Family.processTemplate(storage, scope(storage), "a", new FunctionKey("f", "1"));

        update(storage, next(a, "c", new FunctionKey("f", "3")));

        assertThat(Family.processTemplate(storage, a.scope(), "a", new FunctionKey("f", "1"))
                        .id())
                .isGreaterThan(a.id());
        assertConflict(Constraint.PROCESS_NAME, () -> Family.processTemplate(storage, a.scope(), "c"));
        assertConflict(
                Constraint.FUNCTION, () -> Family.processTemplate(storage, a.scope(), "d", new FunctionKey("f", "3")));
    }

    @Test
    default void anUpdateFollowsTheStoredVersionOrIsRefused() {
        UnitOfWork storage = storage();
        ProcessTemplate first = Family.processTemplate(storage, scope(storage), "a");
        ProcessTemplate second = next(first, "b", new FunctionKey("b", ""));
        update(storage, second);

        assertConflict(Constraint.VERSION, () -> update(storage, next(first, "c", new FunctionKey("c", ""))));
        assertConflict(
                Constraint.VERSION,
                () -> update(storage, next(next(second, second.property()), "c", new FunctionKey("c", ""))));
        assertThat(find(storage, first.id())).contains(second);
        delete(storage, first.scope().businessId(), first.id());
        assertConflict(Constraint.VERSION, () -> update(storage, next(second, second.property())));
        assertThat(find(storage, first.id())).isEmpty();
    }

    @Test
    default void ofUpdatesOfOneVersionOneIsKept() throws Exception {
        UnitOfWork storage = storage();
        ProcessTemplate first = Family.processTemplate(storage, scope(storage), "a");
        Callable<Boolean> writer = () -> {
            try {
                update(storage, next(first, first.property()));
                return true;
            } catch (Conflict lost) {
                assertThat(lost.constraint()).isEqualTo(Constraint.VERSION);
                return false;
            }
        };

        assertThat(Together.run(Collections.nCopies(8, writer))).containsOnlyOnce(true);
        assertThat(find(storage, first.id()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    default void findsTemplatesOfABusinessByRisingId() {
        UnitOfWork storage = storage();
        Scope scope = scope(storage);
        ProcessTemplate a = Family.processTemplate(storage, scope, "a");
        ProcessTemplate b = Family.processTemplate(storage, Scope.standalone(scope.businessId()), "b");
        ProcessTemplate foreign = Family.processTemplate(storage, scope(storage), "a");

        assertThat(findByIds(storage, scope.businessId(), b.id(), Family.unusedId(), foreign.id(), a.id()))
                .containsExactly(a, b);
        assertThat(findByIds(storage, scope.businessId())).isEmpty();
        assertThat(find(storage, foreign.id())).contains(foreign);
        assertThat(find(storage, Family.unusedId())).isEmpty();
    }

    @Test
    default void takesAwayTemplatesOfABusinessAndGivesThemBackByRisingId() {
        UnitOfWork storage = storage();
        Scope scope = scope(storage);
        long business = scope.businessId();
        ProcessTemplate a = Family.processTemplate(storage, scope, "a");
        ProcessTemplate b = Family.processTemplate(storage, Scope.standalone(business), "b");
        ProcessTemplate c = Family.processTemplate(storage, scope, "c");
        ProcessTemplate foreign = Family.processTemplate(storage, scope(storage), "a");

        assertThat(delete(storage, business, b.id(), foreign.id(), Family.unusedId(), a.id()))
                .containsExactly(a, b);

        assertThat(findByIds(storage, business, a.id(), b.id(), c.id())).containsExactly(c);
        assertThat(find(storage, foreign.id())).contains(foreign);
        assertThat(delete(storage, business, a.id())).isEmpty();
        assertThat(delete(storage, business)).isEmpty();
    }

    @Test
    default void whatWasTakenAwayLeavesItsNamesButNotItsId() {
        UnitOfWork storage = storage();
        ProcessTemplate gone = Family.processTemplate(storage, scope(storage), "a", new FunctionKey("f", "1"));
        delete(storage, gone.scope().businessId(), gone.id());

        assertThat(Family.processTemplate(storage, gone.scope(), "a", new FunctionKey("f", "1"))
                        .id())
                .isGreaterThan(gone.id());
    }

    @Test
    default void anAbandonedUnitChangesNothing() {
        UnitOfWork storage = storage();
        ProcessTemplate a = Family.processTemplate(storage, scope(storage), "a");
        ProcessTemplate b = Family.processTemplate(storage, a.scope(), "b");
        List<ProcessTemplate> seen = new ArrayList<>();

        assertThatThrownBy(() -> Family.use(storage, stores -> {
                    stores.processTemplates().update(next(a, "c", new FunctionKey("c", "")));
                    stores.processTemplates().delete(b.scope().businessId(), List.of(b.id()));
                    seen.addAll(stores.processTemplates().findByIds(a.scope().businessId(), List.of(a.id(), b.id())));
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(seen).as("within the unit").extracting(ProcessTemplate::name).containsExactly("c");
        assertThat(find(storage, a.id())).contains(a);
        assertThat(find(storage, b.id())).contains(b);
    }
}
