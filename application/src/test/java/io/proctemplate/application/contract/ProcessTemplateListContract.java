package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.template.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of process templates: what fits, in which order, by which pages. */
public interface ProcessTemplateListContract extends StorageUnderTest {

    private static List<ProcessTemplate> list(UnitOfWork storage, ProcessTemplateFilter filter) {
        return Family.listed(storage, filter, Family.allProcessTemplates());
    }

    private static ProcessTemplateFilter all(long business) {
        return new ProcessTemplateFilter(business, null, null);
    }

    @Test
    default void listsByBusinessServiceTemplatesAndIds() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        Scope first = Family.serviceTemplate(storage, business, "first").scope();
        Scope second = Family.serviceTemplate(storage, business, "second").scope();
        Scope foreign = Family.serviceTemplate(storage, Family.business(storage), "foreign")
                .scope();
        ProcessTemplate a = Family.processTemplate(storage, first, "a");
        ProcessTemplate b = Family.processTemplate(storage, first, "b");
        ProcessTemplate c = Family.processTemplate(storage, second, "a");
        ProcessTemplate d = Family.processTemplate(storage, Scope.standalone(business), "a");
        ProcessTemplate e = Family.processTemplate(storage, foreign, "a");
        List<Long> ids = List.of(e.id(), d.id(), a.id(), c.id(), Family.unusedId());

        assertThat(list(storage, all(business))).containsExactly(a, b, c, d);
        assertThat(list(storage, of(business, first))).containsExactly(a, b);
        assertThat(list(storage, of(business, Scope.standalone(business)))).containsExactly(d);
        assertThat(list(storage, of(business, Scope.standalone(business), second)))
                .containsExactly(c, d);
        assertThat(list(storage, of(business, foreign))).isEmpty();
        assertThat(list(storage, new ProcessTemplateFilter(business, null, ids)))
                .containsExactly(a, c, d);
        assertThat(list(storage, new ProcessTemplateFilter(business, List.of(first.serviceTemplateId()), ids)))
                .containsExactly(a);
        assertThat(list(storage, new ProcessTemplateFilter(business, List.of(), ids)))
                .isEmpty();
        assertThat(list(storage, new ProcessTemplateFilter(business, null, List.of())))
                .isEmpty();
    }

    private static ProcessTemplateFilter of(long business, Scope... scopes) {
        List<Long> owners = Stream.of(scopes).map(Scope::serviceTemplateId).toList();
        return new ProcessTemplateFilter(business, owners, null);
    }

    @Test
    default void takesAsManyIdsAsAListMayName() {
        UnitOfWork storage = storage();
        Scope scope = Scope.standalone(Family.business(storage));
        ProcessTemplate a = Family.processTemplate(storage, scope, "a");
        List<Long> ids = LongStream.range(a.id(), a.id() + 200).boxed().toList();

        assertThat(list(storage, new ProcessTemplateFilter(scope.businessId(), ids, ids)))
                .isEmpty();
        assertThat(list(storage, new ProcessTemplateFilter(scope.businessId(), null, ids)))
                .containsExactly(a);
    }

    private static Comparator<ProcessTemplate> ascending(OfProcessTemplate field) {
        return switch (field) {
            case ID -> Comparator.comparing(ProcessTemplate::id);
            case BK_PROCESS_NAME -> Comparator.comparing(ProcessTemplate::name);
            case BK_BIZ_ID -> Comparator.comparing(template -> template.scope().businessId());
            case SERVICE_TEMPLATE_ID ->
                Comparator.comparing(template -> template.scope().serviceTemplateId());
            case CREATOR -> Comparator.comparing(template -> template.stamp().creator());
            case MODIFIER -> Comparator.comparing(template -> template.stamp().modifier());
            case CREATE_TIME ->
                Comparator.comparing(template -> template.stamp().createTime());
            case LAST_TIME -> Comparator.comparing(template -> template.stamp().lastTime());
            case BK_SUPPLIER_ACCOUNT -> Comparator.comparing(ProcessTemplate::supplierAccount);
            case VERSION -> Comparator.comparing(ProcessTemplate::version);
        };
    }

    /** Templates with ties in every field, in no order in any of them. */
    private static List<ProcessTemplate> various(UnitOfWork storage, long business) {
        List<Scope> scopes = List.of(
                Family.serviceTemplate(storage, business, "first").scope(),
                Scope.standalone(business),
                Family.serviceTemplate(storage, business, "second").scope());
        List<String> names = List.of("b", "B", "_", "a", "é", "10", "9");
        List<String> users = List.of("bob", "Ann", "_x", "ann", "bob");
        List<ProcessTemplate> kept = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Instant created = Instant.parse("2026-01-01T00:00:00.000Z").plusMillis(i * 7 % 5);
            Stamp stamp = new Stamp(users.get(i % 5), users.get(i * 3 % 5), created, created.plusMillis(i * 11 % 4));
            kept.add(Family.processTemplate(
                    storage,
                    scopes.get(i * 2 % 3),
                    Family.property(names.get(i * 3 % 7), new FunctionKey("f", Integer.toString(i))),
                    users.get(i * 2 % 5),
                    stamp,
                    1 + i * 5 % 3));
        }
        return kept;
    }

    private static List<Order<OfProcessTemplate>> orders(
            OfProcessTemplate field, boolean descending, boolean newestFirst) {
        return field == OfProcessTemplate.ID
                ? List.of(new Order<>(field, descending))
                : List.of(new Order<>(field, descending), new Order<>(OfProcessTemplate.ID, newestFirst));
    }

    @ParameterizedTest
    @EnumSource
    default void sortsProcessTemplatesByEachFieldAndBreaksTiesById(OfProcessTemplate field) {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        List<ProcessTemplate> kept = various(storage, business);

        for (boolean descending : new boolean[] {false, true}) {
            for (boolean newestFirst : new boolean[] {false, true}) {
                Comparator<ProcessTemplate> byField = ascending(field);
                Comparator<ProcessTemplate> byId = ascending(OfProcessTemplate.ID);
                List<ProcessTemplate> expected = kept.stream()
                        .sorted((descending ? byField.reversed() : byField)
                                .thenComparing(newestFirst ? byId.reversed() : byId))
                        .toList();

                assertThat(Family.listed(
                                storage,
                                all(business),
                                new Page<>(0, Page.ALL, orders(field, descending, newestFirst))))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    default void sortsProcessTemplatesBySeveralFields() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        List<ProcessTemplate> kept = various(storage, business);
        List<Order<OfProcessTemplate>> orders = List.of(
                new Order<>(OfProcessTemplate.VERSION, true),
                new Order<>(OfProcessTemplate.BK_PROCESS_NAME, false),
                new Order<>(OfProcessTemplate.ID, true));
        Comparator<ProcessTemplate> expected = ascending(OfProcessTemplate.VERSION)
                .reversed()
                .thenComparing(ascending(OfProcessTemplate.BK_PROCESS_NAME))
                .thenComparing(ascending(OfProcessTemplate.ID).reversed());

        assertThat(Family.listed(storage, all(business), new Page<>(0, Page.ALL, orders)))
                .isEqualTo(kept.stream().sorted(expected).toList());
    }

    @ParameterizedTest
    @EnumSource
    default void pagesOfProcessTemplatesNeitherSkipNorRepeat(OfProcessTemplate field) {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        int size = various(storage, business).size();
        List<Order<OfProcessTemplate>> orders = orders(field, false, true);
        List<ProcessTemplate> whole = Family.listed(storage, all(business), new Page<>(0, Page.ALL, orders));

        List<ProcessTemplate> joined = new ArrayList<>();
        for (int start = 0; start < size + 5; start += 5) {
            List<ProcessTemplate> page = Family.listed(storage, all(business), new Page<>(start, 5, orders));
            assertThat(page).hasSize(Math.max(0, Math.min(5, size - start)));
            joined.addAll(page);
        }

        assertThat(joined).isEqualTo(whole).hasSize(size);
        assertThat(Family.listed(storage, all(business), new Page<>(4, Page.ALL, orders)))
                .isEqualTo(whole.subList(4, size));
        assertThat(Family.listed(storage, all(business), new Page<>(Long.MAX_VALUE / 2, 5, orders)))
                .isEmpty();
    }

    @Test
    default void pagesByIdNeitherSkipNorRepeatWhileOthersWrite() {
        UnitOfWork storage = storage();
        Scope scope = Scope.standalone(Family.business(storage));
        List<Order<OfProcessTemplate>> orders = orders(OfProcessTemplate.ID, false, false);
        List<ProcessTemplate> kept = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            kept.add(Family.processTemplate(storage, scope, "n" + i));
        }

        List<ProcessTemplate> joined = new ArrayList<>();
        for (int start = 0; start < kept.size(); start += 3) {
            joined.addAll(Family.listed(storage, all(scope.businessId()), new Page<>(start, 3, orders)));
            if (start < 6) {
                kept.add(Family.processTemplate(storage, scope, "later " + start));
            }
        }

        assertThat(joined).isEqualTo(kept);
    }
}
