package io.proctemplate.wire;

import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;
import static io.proctemplate.application.Sent.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.ProcessTemplateDeletion;
import io.proctemplate.application.api.ProcessTemplateQuery;
import io.proctemplate.application.api.ServiceTemplateQuery;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The parameters of every call but batch create, as far as they are right or wrong by themselves. */
class QueryParametersTest {
    private static final Path ROOT = Path.root();

    private static Validated<ProcessTemplateQuery.Some> list1(Object... namesAndValues) {
        return ProcessTemplateParameters.some(with(object("bk_biz_id", 1), namesAndValues));
    }

    private static Node.Sequence ids(int count) {
        return list(LongStream.rangeClosed(1, count).boxed().toArray());
    }

    /** Each call with its parameters all missing and all of the wrong type. */
    static Stream<Arguments> calls() {
        return Stream.of(
                call(ProcessTemplateParameters::update, "bk_biz_id", "process_template_id", "process_property"),
                call(ProcessTemplateParameters::deletion, "bk_biz_id", "process_templates"),
                call(ProcessTemplateParameters::byId, "process_template_id"),
                call(ServiceTemplateParameters::creation, "bk_biz_id", "name", "service_category_id"),
                call(ServiceTemplateParameters::update, "bk_biz_id", "id"),
                call(ServiceTemplateParameters::deletion, "bk_biz_id", "service_template_id"),
                call(ServiceTemplateParameters::byId, "service_template_id"),
                call(ServiceCategoryParameters::all, "bk_biz_id"),
                call(ServiceCategoryParameters::creation, "bk_biz_id", "name"),
                call(ServiceCategoryParameters::update, "bk_biz_id", "id", "name"),
                call(ServiceCategoryParameters::deletion, "bk_biz_id", "id"));
    }

    private static Arguments call(Function<Node.Mapping, Validated<?>> parse, String... required) {
        return Arguments.of(parse, List.of(required));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyParameterThatIsMissingIsTold(Function<Node.Mapping, Validated<?>> parse, List<String> required) {
        List<Violation> missing = required.stream()
                .map(name -> Violation.missingParameter(ROOT.member(name)))
                .toList();

        assertThat(parse.apply(object()).violations().list()).isEqualTo(missing);
        Node.Mapping nulls =
                object(required.stream().flatMap(name -> Stream.of(name, null)).toArray());
        assertThat(parse.apply(nulls).violations().list()).isEqualTo(missing);
        assertThat(parse.apply(object()).violations().first().rule()).isEqualTo(Rule.MISSING_PARAMETER);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyParameterOfAWrongTypeIsTold(Function<Node.Mapping, Validated<?>> parse, List<String> required) {
        Node.Mapping flags =
                object(required.stream().flatMap(name -> Stream.of(name, true)).toArray());

        Validated<?> read = parse.apply(flags);

        assertThat(read.violations())
                .allMatch(violation -> violation.rule() == Rule.WRONG_TYPE)
                .extracting(Violation::path)
                .containsExactlyElementsOf(required.stream().map(ROOT::member).toList());
    }

    @ParameterizedTest
    @MethodSource("calls")
    void unknownKeysAreWarnedOfButTheSupplierAccountIsKnownEverywhere(
            Function<Node.Mapping, Validated<?>> parse, List<String> required) {
        assertThat(parse.apply(object("bk_supplier_account", "0", "x", 1)).warnings())
                .containsExactly(Violation.unknownKey(ROOT.member("x"), "x"));
        assertThat(parse.apply(object("bk_supplier_account", 0)).violations())
                .contains(Violation.wrongType(ROOT.member("bk_supplier_account"), Kind.TEXT, "0"))
                .hasSize(required.size() + 1);
    }

    static Stream<Arguments> selectors() {
        return Stream.of(
                Arguments.of(object("service_template_id", 5), List.of(5L), null),
                Arguments.of(object("service_template_id", 0), List.of(0L), null),
                Arguments.of(object("service_template_id", 5, "process_template_ids", list()), List.of(5L), null),
                Arguments.of(
                        object("service_template_id", 5, "process_template_ids", list(3, 2, 3)),
                        List.of(5L),
                        List.of(3L, 2L)),
                Arguments.of(object("process_template_ids", list(3)), null, List.of(3L)),
                Arguments.of(
                        object("process_template_ids", list(3), "service_template_ids", list()), null, List.of(3L)),
                Arguments.of(object("service_template_ids", list(5, 6)), List.of(5L, 6L), null),
                Arguments.of(object("service_template_ids", list(5, 6), "service_template_id", 6), List.of(6L), null),
                Arguments.of(object("service_template_ids", list(), "service_template_id", 6), List.of(6L), null),
                Arguments.of(object("service_template_ids", list(5), "service_template_id", 6), List.of(), null));
    }

    @ParameterizedTest
    @MethodSource
    void selectors(Node.Mapping selection, List<Long> serviceTemplates, List<Long> ids) {
        assertThat(ProcessTemplateParameters.some(with(selection, "bk_biz_id", 1))
                        .orThrow()
                        .filter())
                .isEqualTo(new ProcessTemplateFilter(1, serviceTemplates, ids));
    }

    @Test
    void aListOfProcessTemplatesNeedsASelectorThatSelects() {
        Violation missing = Violation.selectorMissing(
                ROOT, List.of("service_template_id", "process_template_ids", "service_template_ids"));

        assertThat(list1().violations()).containsExactly(missing);
        assertThat(list1("service_template_id", null).violations()).containsExactly(missing);
        assertThat(list1("process_template_ids", list()).violations()).containsExactly(missing);
        assertThat(list1("process_template_ids", list(), "service_template_ids", list())
                        .violations())
                .containsExactly(missing);
    }

    @Test
    void aFaultySelectorIsNoMissingOne() {
        assertThat(list1("service_template_id", "5").violations())
                .containsExactly(Violation.wrongType(ROOT.member("service_template_id"), Kind.INTEGER, "5"));
        assertThat(list1("process_template_ids", 5).violations())
                .containsExactly(Violation.wrongType(ROOT.member("process_template_ids"), Kind.LIST, "5"));
    }

    @Test
    void listsOfIdsAreOfIntegers() {
        Path ids = ROOT.member("process_template_ids");

        assertThat(list1("process_template_ids", list(1, "2", null, 3)).violations())
                .containsExactly(
                        Violation.wrongType(ids.item(1), Kind.INTEGER, "2"),
                        Violation.wrongType(ids.item(2), Kind.INTEGER, "null"));
    }

    @Test
    void listsOfIdsAreShort() {
        assertThat(list1("process_template_ids", ids(200), "service_template_ids", ids(200))
                        .violations())
                .isEmpty();
        assertThat(list1("process_template_ids", ids(201), "service_template_ids", ids(201))
                        .violations())
                .containsExactlyInAnyOrder(
                        Violation.tooMany(ROOT.member("process_template_ids"), 200, 201),
                        Violation.tooMany(ROOT.member("service_template_ids"), 200, 201));
    }

    @Test
    void rightsAreAskedWhereAListLooks() {
        assertThat(list1("service_template_ids", list(5, 0)).orThrow().scopes())
                .containsExactly(new Scope(1, 5), new Scope(1, 0));
        assertThat(list1("process_template_ids", list(5)).orThrow().scopes()).containsExactly(Scope.standalone(1));
        assertThat(serviceTemplates("service_template_ids", list(5, 6))
                        .orThrow()
                        .scopes())
                .containsExactly(new Scope(1, 5), new Scope(1, 6));
        assertThat(serviceTemplates().orThrow().scopes()).containsExactly(Scope.standalone(1));
    }

    private static Validated<ServiceTemplateQuery.Some> serviceTemplates(Object... namesAndValues) {
        return ServiceTemplateParameters.some(
                with(object("bk_biz_id", 1, "page", object("limit", 10)), namesAndValues));
    }

    @Test
    void whatIsEmptyDoesNotNarrowAListOfServiceTemplates() {
        ServiceTemplateFilter all = new ServiceTemplateFilter(1, null, null, false, null);

        assertThat(serviceTemplates().orThrow().filter()).isEqualTo(all);
        assertThat(serviceTemplates("service_category_id", 0, "search", "", "service_template_ids", list())
                        .orThrow()
                        .filter())
                .isEqualTo(all);
        assertThat(serviceTemplates(
                                "service_category_id",
                                7,
                                "search",
                                "%",
                                "is_exact",
                                true,
                                "service_template_ids",
                                list(3))
                        .orThrow()
                        .filter())
                .isEqualTo(new ServiceTemplateFilter(1, 7L, "%", true, List.of(3L)));
    }

    @Test
    void flagsAreFlagsAndInAQueryStringTheirWords() {
        assertThat(serviceTemplates("is_exact", "true").violations())
                .containsExactly(Violation.wrongType(ROOT.member("is_exact"), Kind.FLAG, "true"));
        assertThat(serviceTemplates("is_exact", new Node.Plain("true"))
                        .orThrow()
                        .filter()
                        .exact())
                .isTrue();
        assertThat(serviceTemplates("is_exact", new Node.Plain("1")).violations())
                .containsExactly(Violation.wrongType(ROOT.member("is_exact"), Kind.FLAG, "1"));
    }

    @Test
    void aTextThatNoStoreCanBeAskedForIsRefused() {
        Path search = ROOT.member("search");

        assertThat(serviceTemplates("search", "a\0b").violations())
                .containsExactly(Violation.forbiddenCharacter(search, 0, "a\0b"));
        assertThat(serviceTemplates("search", "\uD83D").violations())
                .containsExactly(Violation.forbiddenCharacter(search, 0xD83D, "\uD83D"));
        assertThat(serviceTemplates("search", " \uD83D\uDE80 ")
                        .orThrow()
                        .filter()
                        .search())
                .isEqualTo(" \uD83D\uDE80 ");
    }

    @Test
    void getsOfQueryStringsReadDecimals() {
        assertThat(ServiceTemplateParameters.byId(object("service_template_id", new Node.Plain("57")))
                        .orThrow()
                        .id())
                .isEqualTo(57);
        assertThat(ProcessTemplateParameters.byId(
                                object("process_template_id", new Node.Plain("-7"), "bk_biz_id", new Node.Plain("1")))
                        .orThrow())
                .extracting(ProcessTemplateQuery.ById::id, ProcessTemplateQuery.ById::businessId)
                .containsExactly(-7L, 1L);
    }

    @Test
    void oneToFiveHundredTemplatesAreDeletedEachOnce() {
        Path named = ROOT.member("process_templates");

        assertThat(deletion(list()).violations()).containsExactly(Violation.missingParameter(named));
        assertThat(ProcessTemplateParameters.deletion(object("process_templates", list()))
                        .violations())
                .as("all that is missing")
                .containsExactly(
                        Violation.missingParameter(ROOT.member("bk_biz_id")), Violation.missingParameter(named));
        assertThat(deletion(ids(501)).violations()).containsExactly(Violation.tooMany(named, 500, 501));
        assertThat(deletion(ids(500)).orThrow().ids()).hasSize(500);
        assertThat(deletion(list(3, 2, 3, 2)).orThrow().ids()).containsExactly(3L, 2L);
        assertThat(deletion(list(1, "2")).violations())
                .containsExactly(Violation.wrongType(named.item(1), Kind.INTEGER, "2"));
    }

    private static Validated<ProcessTemplateDeletion> deletion(Node.Sequence ids) {
        return ProcessTemplateParameters.deletion(object("bk_biz_id", 1, "process_templates", ids));
    }
}
