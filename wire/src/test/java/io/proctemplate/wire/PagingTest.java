package io.proctemplate.wire;

import static io.proctemplate.application.Sent.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.ProcessTemplateQuery;
import io.proctemplate.application.api.ServiceTemplateQuery;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    private static final Path PAGE = Path.root().member("page");
    private static final Order<OfProcessTemplate> ID_DOWN = new Order<>(OfProcessTemplate.ID, true);

    private static Validated<ProcessTemplateQuery.Some> optional(Object page) {
        return ProcessTemplateParameters.some(object("bk_biz_id", 1, "service_template_id", 1, "page", page));
    }

    private static Validated<ServiceTemplateQuery.Some> required(Object page) {
        return ServiceTemplateParameters.some(object("bk_biz_id", 1, "page", page));
    }

    private static Page<OfProcessTemplate> page(Object... namesAndValues) {
        return optional(object(namesAndValues)).orThrow().page();
    }

    private static List<Order<OfProcessTemplate>> sorted(Object sort) {
        return page("sort", sort).orders();
    }

    private static Order<OfProcessTemplate> up(OfProcessTemplate field) {
        return new Order<>(field, false);
    }

    private static Order<OfProcessTemplate> down(OfProcessTemplate field) {
        return new Order<>(field, true);
    }

    @Test
    void withoutAPageEverythingIsListedNewestFirst() {
        Page<OfProcessTemplate> all = new Page<>(0, Page.ALL, List.of(ID_DOWN));

        assertThat(optional(null).orThrow().page()).isEqualTo(all);
        assertThat(page()).isEqualTo(all);
        assertThat(page("start", 0, "limit", 0, "sort", "")).isEqualTo(all);
        assertThat(page("start", null, "limit", null, "sort", null)).isEqualTo(all);
    }

    @Test
    void aPageIsWhatWasAskedFor() {
        assertThat(page("start", 20, "limit", 1000)).isEqualTo(new Page<>(20, 1000, List.of(ID_DOWN)));
    }

    static Stream<Arguments> sortKeys() {
        return Stream.of(
                Arguments.of("id", List.of(up(OfProcessTemplate.ID))),
                Arguments.of("+id", List.of(up(OfProcessTemplate.ID))),
                Arguments.of("-id", List.of(ID_DOWN)),
                Arguments.of("id:1", List.of(up(OfProcessTemplate.ID))),
                Arguments.of("id:-1", List.of(ID_DOWN)),
                Arguments.of("bk_process_name", List.of(up(OfProcessTemplate.BK_PROCESS_NAME), ID_DOWN)),
                Arguments.of("-bk_process_name", List.of(down(OfProcessTemplate.BK_PROCESS_NAME), ID_DOWN)),
                Arguments.of(
                        "modifier:-1,+version , last_time",
                        List.of(
                                down(OfProcessTemplate.MODIFIER),
                                up(OfProcessTemplate.VERSION),
                                up(OfProcessTemplate.LAST_TIME),
                                ID_DOWN)),
                Arguments.of(
                        "creator,id,creator:-1", List.of(up(OfProcessTemplate.CREATOR), up(OfProcessTemplate.ID))));
    }

    @ParameterizedTest
    @MethodSource
    void sortKeys(String sort, List<Order<OfProcessTemplate>> orders) {
        assertThat(sorted(sort)).isEqualTo(orders);
    }

    @ParameterizedTest
    @EnumSource
    void everyOwnFieldOfAProcessTemplateSorts(OfProcessTemplate field) {
        assertThat(sorted("-" + field.wireName())).startsWith(down(field));
    }

    @ParameterizedTest
    @EnumSource
    void everyOwnFieldOfAServiceTemplateSorts(OfServiceTemplate field) {
        assertThat(required(object("limit", 1, "sort", field.wireName() + ":-1"))
                        .orThrow()
                        .page()
                        .orders())
                .startsWith(new Order<>(field, true));
    }

    @Test
    void aFieldThatIsTheSameInAllServiceTemplatesSortsNothing() {
        assertThat(required(object("limit", 1, "sort", "-host_apply_enabled,name"))
                        .orThrow()
                        .page()
                        .orders())
                .containsExactly(new Order<>(OfServiceTemplate.NAME, false), new Order<>(OfServiceTemplate.ID, true));
        assertThat(optional(object("sort", "host_apply_enabled")).violations())
                .containsExactly(Violation.unknownSortKey(PAGE.member("sort"), "host_apply_enabled"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ID",
                "name",
                "property",
                "property.user",
                "--id",
                "+-id",
                "-id:1",
                "id:2",
                "id:",
                "id;drop table",
                "id desc",
                "\u3000x"
            })
    void anotherKeyIsRefused(String sort) {
        List<Violation> violations = optional(object("sort", sort)).violations().list();

        assertThat(violations).singleElement().extracting(Violation::rule).isEqualTo(Rule.UNKNOWN_SORT_KEY);
        assertThat(violations.get(0).path()).isEqualTo(PAGE.member("sort"));
    }

    @Test
    void everyKeyThatIsUnknownIsTold() {
        assertThat(optional(object("sort", "id,,x,-y:1")).violations())
                .containsExactly(
                        Violation.unknownSortKey(PAGE.member("sort"), ""),
                        Violation.unknownSortKey(PAGE.member("sort"), "x"),
                        Violation.unknownSortKey(PAGE.member("sort"), "-y"));
    }

    static Stream<Arguments> whatIsWrongIsToldOnce() {
        return Stream.of(
                Arguments.of("x", List.of(Violation.wrongType(PAGE, Kind.OBJECT, "x"))),
                Arguments.of(object("limit", -1), List.of(Violation.negative(PAGE.member("limit"), -1))),
                Arguments.of(
                        object("start", -1, "limit", -2),
                        List.of(
                                Violation.negative(PAGE.member("start"), -1),
                                Violation.negative(PAGE.member("limit"), -2))),
                Arguments.of(
                        object("limit", "10"), List.of(Violation.wrongType(PAGE.member("limit"), Kind.INTEGER, "10"))),
                Arguments.of(
                        object("start", true, "limit", 5),
                        List.of(Violation.wrongType(PAGE.member("start"), Kind.INTEGER, "true"))),
                Arguments.of(
                        object("limit", 5, "sort", 1),
                        List.of(Violation.wrongType(PAGE.member("sort"), Kind.TEXT, "1"))),
                Arguments.of(object("limit", 1001), List.of(Violation.pageLimit(PAGE.member("limit"), 1000))));
    }

    @ParameterizedTest
    @MethodSource
    void whatIsWrongIsToldOnce(Object page, List<Violation> violations) {
        assertThat(optional(page).violations().list()).isEqualTo(violations);
        assertThat(required(page).violations().list()).isEqualTo(violations);
    }

    @Test
    void aListThatNeedsNoPageKnowsNoOtherWordForAll() {
        assertThat(optional(object("limit", 999_999_999)).violations())
                .containsExactly(Violation.pageLimit(PAGE.member("limit"), 1000));
    }

    @Test
    void whereAPageIsNeededSoIsItsLimit() {
        for (Object page :
                new Object[] {null, object(), object("limit", 0), object("limit", null), object("start", 3)}) {
            Validated<ServiceTemplateQuery.Some> read = required(page);
            assertThat(read.violations()).containsExactly(Violation.pageLimit(PAGE.member("limit"), 1000));
        }
        assertThat(required(object("limit", 1)).orThrow().page().limit()).isEqualTo(1);
        assertThat(required(object("limit", 1000)).orThrow().page().limit()).isEqualTo(1000);
        assertThat(required(object("limit", 999_999_999)).orThrow().page().limit())
                .isEqualTo(Page.ALL);
    }

    @Test
    void aMissingParameterSpeaksBeforeThePage() {
        Validated<ServiceTemplateQuery.Some> read = ServiceTemplateParameters.some(object());

        assertThat(read.violations())
                .containsExactlyInAnyOrder(
                        Violation.missingParameter(Path.root().member("bk_biz_id")),
                        Violation.pageLimit(PAGE.member("limit"), 1000));
        assertThat(read.violations().first().rule()).isEqualTo(Rule.MISSING_PARAMETER);
    }

    @Test
    void unknownKeysOfAPageAreTolerated() {
        assertThat(optional(object("limit", 5, "return_total", true)).warnings())
                .isEmpty();
    }

    @Test
    void numbersInAQueryStringCount() {
        Node limit = new Node.Plain("10");

        assertThat(page("limit", limit).limit()).isEqualTo(10);
        for (String odd : Arrays.asList("1e1", "+1", "01", "1.0", "", " 1", "9223372036854775808")) {
            assertThat(optional(object("start", new Node.Plain(odd))).violations())
                    .containsExactly(Violation.wrongType(PAGE.member("start"), Kind.INTEGER, odd));
        }
    }
}
