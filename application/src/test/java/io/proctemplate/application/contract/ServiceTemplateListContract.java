package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of service templates: what fits, in which order, by which pages. */
public interface ServiceTemplateListContract extends StorageUnderTest {

    private static List<String> names(UnitOfWork storage, ServiceTemplateFilter filter) {
        return Family.listed(storage, filter, Family.allServiceTemplates()).stream()
                .map(ServiceTemplate::name)
                .toList();
    }

    private static ServiceTemplateFilter all(long business) {
        return new ServiceTemplateFilter(business, null, null, false, null);
    }

    @Test
    default void listsTheServiceTemplatesOfABusiness() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceTemplate a = Family.serviceTemplate(storage, business, "a");
        ServiceTemplate b = Family.serviceTemplate(storage, business, "b");
        Family.serviceTemplate(storage, Family.business(storage), "foreign");

        assertThat(Family.listed(storage, all(business), Family.allServiceTemplates()))
                .containsExactly(a, b);
        assertThat(names(storage, all(Family.unusedId()))).isEmpty();
    }

    @Test
    default void listsServiceTemplatesByIds() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceTemplate a = Family.serviceTemplate(storage, business, "a");
        Family.serviceTemplate(storage, business, "b");
        ServiceTemplate c = Family.serviceTemplate(storage, business, "c");
        ServiceTemplate foreign = Family.serviceTemplate(storage, Family.business(storage), "foreign");
        List<Long> ids = List.of(c.id(), a.id(), foreign.id(), Family.unusedId());

        assertThat(names(storage, new ServiceTemplateFilter(business, null, null, false, ids)))
                .containsExactly("a", "c");
        assertThat(names(storage, new ServiceTemplateFilter(business, null, "C", false, ids)))
                .as("restrictions add up")
                .containsExactly("c");
        assertThat(names(storage, new ServiceTemplateFilter(business, null, null, false, List.of())))
                .isEmpty();
    }

    @Test
    default void aCategoryStandsForItsDescendants() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        ServiceCategory top = Family.category(storage, business, "top");
        ServiceCategory middle = Family.child(storage, business, top, "middle");
        ServiceCategory low = Family.child(storage, business, middle, "low");
        ServiceCategory sister = Family.child(storage, business, top, "sister");
        ServiceCategory lowest = Family.child(storage, business, low, "lowest");
        long leaf = Family.builtInLeaf(storage);
        long builtInRoot = storage.read(
                stores -> stores.serviceCategories().find(leaf).orElseThrow().parentId());
        Family.serviceTemplate(storage, business, "of middle", middle.id());
        Family.serviceTemplate(storage, business, "of lowest", lowest.id());
        Family.serviceTemplate(storage, business, "of sister", sister.id());
        Family.serviceTemplate(storage, business, "of leaf", leaf);

        assertThat(under(storage, business, top.id())).containsExactly("of middle", "of lowest", "of sister");
        assertThat(under(storage, business, middle.id())).containsExactly("of middle", "of lowest");
        assertThat(under(storage, business, low.id())).containsExactly("of lowest");
        assertThat(under(storage, business, lowest.id())).containsExactly("of lowest");
        assertThat(under(storage, business, sister.id())).containsExactly("of sister");
        assertThat(under(storage, business, builtInRoot)).containsExactly("of leaf");
        assertThat(under(storage, business, leaf)).containsExactly("of leaf");
        assertThat(under(storage, business, Family.unusedId())).isEmpty();
        assertThat(under(storage, Family.business(storage), top.id())).isEmpty();
    }

    private static List<String> under(UnitOfWork storage, long business, long category) {
        return names(storage, new ServiceTemplateFilter(business, category, null, false, null));
    }

    static Stream<Arguments> searches() {
        return Stream.of(
                Arguments.of("web", List.of("web", "WEB-2", "my_web%")),
                Arguments.of("WEB", List.of("web", "WEB-2", "my_web%")),
                Arguments.of("%", List.of("my_web%", "100%")),
                Arguments.of("_", List.of("my_web%", "a_b")),
                Arguments.of("a_b", List.of("a_b")),
                Arguments.of("\\", List.of("a\\b", "c\\\\d")),
                Arguments.of("\\\\", List.of("c\\\\d")),
                Arguments.of("\\%", List.of()),
                Arguments.of("'", List.of("it's")),
                Arguments.of("--", List.of("x--y")),
                Arguments.of("[a-z]", List.of()),
                Arguments.of("字", List.of("汉字", "汉字库")),
                Arguments.of("汉字库", List.of("汉字库")),
                Arguments.of("é", List.of("Café", "CAFÉ")),
                Arguments.of("É", List.of("Café", "CAFÉ")),
                Arguments.of("cafe", List.of("Cafe\u0301")),
                Arguments.of("ЖУК", List.of("жук")),
                Arguments.of("\uD83D\uDE80", List.of("go\uD83D\uDE80")),
                Arguments.of("nothing", List.of()));
    }

    @ParameterizedTest
    @MethodSource("searches")
    default void searchesAPartOfTheNameLiterallyInAnyCase(String search, List<String> found) {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        List<String> names = List.of(
                "web",
                "WEB-2",
                "my_web%",
                "100%",
                "a_b",
                "aXb",
                "a\\b",
                "c\\\\d",
                "it's",
                "x--y",
                "汉字",
                "汉字库",
                "Café",
                "CAFÉ",
                "Cafe\u0301",
                "жук",
                "go\uD83D\uDE80");
        names.forEach(name -> Family.serviceTemplate(storage, business, name));

        assertThat(names(storage, new ServiceTemplateFilter(business, null, search, false, null)))
                .isEqualTo(found);
    }

    @Test
    default void searchesTheExactName() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        Lookalikes.ALL.forEach(name -> Family.serviceTemplate(storage, business, name));

        for (String name : Lookalikes.ALL) {
            assertThat(names(storage, new ServiceTemplateFilter(business, null, name, true, null)))
                    .containsExactly(name);
        }
        assertThat(names(storage, new ServiceTemplateFilter(business, null, "s", true, null)))
                .isEmpty();
    }

    private static Comparator<ServiceTemplate> ascending(OfServiceTemplate field) {
        return switch (field) {
            case ID -> Comparator.comparing(ServiceTemplate::id);
            case NAME -> Comparator.comparing(ServiceTemplate::name);
            case BK_BIZ_ID -> Comparator.comparing(ServiceTemplate::businessId);
            case SERVICE_CATEGORY_ID -> Comparator.comparing(ServiceTemplate::serviceCategoryId);
            case CREATOR -> Comparator.comparing(template -> template.stamp().creator());
            case MODIFIER -> Comparator.comparing(template -> template.stamp().modifier());
            case CREATE_TIME ->
                Comparator.comparing(template -> template.stamp().createTime());
            case LAST_TIME -> Comparator.comparing(template -> template.stamp().lastTime());
            case BK_SUPPLIER_ACCOUNT -> Comparator.comparing(ServiceTemplate::supplierAccount);
        };
    }

    /** Service templates with ties in every field but the name, in no order in any of them. */
    private static List<ServiceTemplate> various(UnitOfWork storage, long business) {
        long first = Family.category(storage, business, "first").id();
        long second = Family.category(storage, business, "second").id();
        List<String> names = List.of("b", "B", "_", "a", "é", "10", "9", "汉", "Z");
        List<String> users = List.of("bob", "Ann", "_x", "ann", "bob");
        List<ServiceTemplate> kept = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Instant created = Instant.parse("2026-01-01T00:00:00.000Z").plusMillis(i * 7 % 5);
            Stamp stamp = new Stamp(users.get(i % 5), users.get(i * 3 % 5), created, created.plusMillis(i * 11 % 4));
            kept.add(Family.serviceTemplate(
                    storage, business, names.get(i), i % 3 == 0 ? second : first, users.get(i * 2 % 5), stamp));
        }
        return kept;
    }

    @ParameterizedTest
    @EnumSource
    default void sortsServiceTemplatesByEachFieldAndBreaksTiesById(OfServiceTemplate field) {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        List<ServiceTemplate> kept = various(storage, business);

        for (boolean descending : new boolean[] {false, true}) {
            for (boolean newestFirst : new boolean[] {false, true}) {
                Comparator<ServiceTemplate> byField = ascending(field);
                Comparator<ServiceTemplate> byId = ascending(OfServiceTemplate.ID);
                List<ServiceTemplate> expected = kept.stream()
                        .sorted((descending ? byField.reversed() : byField)
                                .thenComparing(newestFirst ? byId.reversed() : byId))
                        .toList();
                List<Order<OfServiceTemplate>> orders = field == OfServiceTemplate.ID
                        ? List.of(new Order<>(field, descending))
                        : List.of(new Order<>(field, descending), new Order<>(OfServiceTemplate.ID, newestFirst));

                assertThat(Family.listed(storage, all(business), new Page<>(0, Page.ALL, orders)))
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    default void sortsServiceTemplatesBySeveralFields() {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        List<ServiceTemplate> kept = various(storage, business);
        List<Order<OfServiceTemplate>> orders = List.of(
                new Order<>(OfServiceTemplate.SERVICE_CATEGORY_ID, true),
                new Order<>(OfServiceTemplate.CREATOR, false),
                new Order<>(OfServiceTemplate.ID, true));
        Comparator<ServiceTemplate> expected = ascending(OfServiceTemplate.SERVICE_CATEGORY_ID)
                .reversed()
                .thenComparing(ascending(OfServiceTemplate.CREATOR))
                .thenComparing(ascending(OfServiceTemplate.ID).reversed());

        assertThat(Family.listed(storage, all(business), new Page<>(0, Page.ALL, orders)))
                .isEqualTo(kept.stream().sorted(expected).toList());
    }

    @ParameterizedTest
    @EnumSource
    default void pagesOfServiceTemplatesNeitherSkipNorRepeat(OfServiceTemplate field) {
        UnitOfWork storage = storage();
        long business = Family.business(storage);
        int size = various(storage, business).size();
        List<Order<OfServiceTemplate>> orders = field == OfServiceTemplate.ID
                ? List.of(new Order<>(field, true))
                : List.of(new Order<>(field, false), new Order<>(OfServiceTemplate.ID, true));
        List<ServiceTemplate> whole = Family.listed(storage, all(business), new Page<>(0, Page.ALL, orders));

        List<ServiceTemplate> joined = new ArrayList<>();
        for (int start = 0; start < size + 2; start += 2) {
            List<ServiceTemplate> page = Family.listed(storage, all(business), new Page<>(start, 2, orders));
            assertThat(page).hasSize(Math.max(0, Math.min(2, size - start)));
            joined.addAll(page);
        }

        assertThat(joined).isEqualTo(whole).hasSize(size);
        assertThat(Family.listed(storage, all(business), new Page<>(4, Page.ALL, orders)))
                .isEqualTo(whole.subList(4, size));
    }
}
