package io.proctemplate.wire;

import static io.proctemplate.application.Sent.item;
import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.BatchCreate;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BatchParametersTest {
    private static final Path ROOT = Path.root();
    private static final Path PROCESSES = ROOT.member("processes");

    private static Validated<BatchCreate> parse(Node.Mapping body) {
        return ProcessTemplateParameters.batch(body, 100);
    }

    private static List<Violation> refused(Node.Mapping body) {
        return parse(body).violations().list();
    }

    static Stream<Arguments> namesItsScope() {
        return Stream.of(
                Arguments.of(object("bk_biz_id", 3, "service_template_id", 5, "processes", list()), new Scope(3, 5)),
                Arguments.of(object("bk_biz_id", 3, "service_template_id", 0, "processes", list()), new Scope(3, 0)),
                Arguments.of(object("bk_biz_id", 3, "service_template_id", null, "processes", list()), new Scope(3, 0)),
                Arguments.of(object("bk_biz_id", 3, "processes", list()), new Scope(3, 0)),
                Arguments.of(
                        object("bk_biz_id", -3, "service_template_id", -5, "processes", list()), new Scope(-3, -5)));
    }

    @ParameterizedTest
    @MethodSource
    void namesItsScope(Node.Mapping body, Scope scope) {
        BatchCreate batch = parse(body).orThrow();

        assertThat(batch.scope()).isEqualTo(scope);
        assertThat(batch.violations()).isEmpty();
        assertThat(batch.warnings()).isEmpty();
    }

    static Stream<Arguments> isRefusedForItsShape() {
        return Stream.of(
                Arguments.of(object(), List.of(missing("bk_biz_id"), missing("processes"))),
                Arguments.of(
                        object("bk_biz_id", null, "processes", null),
                        List.of(missing("bk_biz_id"), missing("processes"))),
                Arguments.of(
                        object("bk_biz_id", "1", "processes", list()),
                        List.of(Violation.wrongType(ROOT.member("bk_biz_id"), Kind.INTEGER, "1"))),
                Arguments.of(
                        object("bk_biz_id", new Node.Inexact("1.0"), "processes", list()),
                        List.of(Violation.wrongType(ROOT.member("bk_biz_id"), Kind.INTEGER, "1.0"))),
                Arguments.of(
                        object("bk_biz_id", 1, "service_template_id", true, "processes", list()),
                        List.of(Violation.wrongType(ROOT.member("service_template_id"), Kind.INTEGER, "true"))),
                Arguments.of(
                        object("bk_biz_id", 1, "processes", object()),
                        List.of(Violation.wrongType(PROCESSES, Kind.LIST, "{…}"))),
                Arguments.of(
                        object("bk_biz_id", 1, "processes", list(), "bk_supplier_account", 0),
                        List.of(Violation.wrongType(ROOT.member("bk_supplier_account"), Kind.TEXT, "0"))),
                Arguments.of(
                        object("bk_biz_id", 1, "processes", list(1, null, object("spec", list()))),
                        List.of(
                                Violation.wrongType(PROCESSES.item(0), Kind.OBJECT, "1"),
                                Violation.wrongType(PROCESSES.item(1), Kind.OBJECT, "null"),
                                Violation.wrongType(PROCESSES.item(2).member("spec"), Kind.OBJECT, "[…]"))));
    }

    private static Violation missing(String name) {
        return Violation.missingParameter(ROOT.member(name));
    }

    @ParameterizedTest
    @MethodSource
    void isRefusedForItsShape(Node.Mapping body, List<Violation> violations) {
        assertThat(refused(body)).isEqualTo(violations);
    }

    @Test
    void aWrongTypeSpeaksBeforeAMissingParameterAndAFaultyValue() {
        Node.Mapping faulty = object("spec", object("timeout", object("value", 0), "user", "root"));
        Validated<BatchCreate> parsed = parse(object("processes", list(faulty)));

        Path user = PROCESSES.item(0).member("spec").member("user");
        assertThat(parsed.violations().first()).isEqualTo(Violation.wrongType(user, Kind.OBJECT, "root"));
        assertThat(parsed.violations())
                .as("all of them are told")
                .contains(missing("bk_biz_id"))
                .extracting(Violation::rule)
                .contains(Rule.OUT_OF_RANGE, Rule.MISSING);
    }

    @Test
    void faultyValuesAloneDoNotRefuseIt() {
        Node.Mapping noSpec = object();
        BatchCreate batch =
                parse(object("bk_biz_id", 1, "processes", list(noSpec))).orThrow();

        assertThat(batch.violations())
                .containsExactly(Violation.missing(PROCESSES.item(0).member("spec")));
    }

    @Test
    void tooManyItemsAreToldAlone() {
        Node.Mapping faulty = object("x", 1);
        Object[] items = Collections.nCopies(3, faulty).toArray();
        Node.Mapping body = object("bk_biz_id", 1, "processes", list(items), "y", 2);

        assertThat(ProcessTemplateParameters.batch(body, 2).violations())
                .containsExactly(Violation.tooMany(PROCESSES, 2, 3));
        assertThat(ProcessTemplateParameters.batch(body, 2).warnings()).isEmpty();
        assertThat(ProcessTemplateParameters.batch(body, 3).violations()).isEmpty();
    }

    @Test
    void typesAreLookedAtBeforeTheNumberOfItems() {
        Node.Mapping body = object("bk_biz_id", 1, "processes", list(object(), object(), 7));

        assertThat(ProcessTemplateParameters.batch(body, 2).violations().first())
                .isEqualTo(Violation.wrongType(PROCESSES.item(2), Kind.OBJECT, "7"));
    }

    @Test
    void withoutABusinessNoItemContradictsIt() {
        Node.Mapping item = object("spec", object("bk_biz_id", 7), "bk_biz_id", 8);

        assertThat(refused(object("processes", list(item))))
                .noneMatch(violation -> violation.rule() == Rule.CONTRADICTION)
                .contains(missing("bk_biz_id"));
    }

    @Test
    void theSupplierAccountIsThatOfItemsThatNameNone() {
        Node.Mapping own = object("spec", item("b", "g", "").find("spec"), "bk_supplier_account", "own");
        Node.Mapping body =
                object("bk_biz_id", 1, "bk_supplier_account", "acc", "processes", list(item("a", "f", ""), own));

        assertThat(parse(body).orThrow().batch().drafts())
                .extracting(ProcessTemplate.Draft::supplierAccount)
                .containsExactly("acc", "own");
    }

    @Test
    void theSupplierAccountIsZeroByDefault() {
        for (Object account : new Object[] {null, ""}) {
            Node.Mapping body =
                    object("bk_biz_id", 1, "bk_supplier_account", account, "processes", list(item("a", "f", "")));
            assertThat(parse(body).orThrow().batch().drafts())
                    .extracting(ProcessTemplate.Draft::supplierAccount)
                    .containsExactly("0");
        }
    }

    @Test
    void aFaultySupplierAccountIsToldWithTheValues() {
        Node.Mapping body = object("bk_biz_id", 1, "bk_supplier_account", " ", "processes", list());

        assertThat(parse(body).orThrow().violations())
                .containsExactly(Violation.surroundingWhiteSpace(ROOT.member("bk_supplier_account"), " "));
    }

    @Test
    void unknownKeysAreWarnedOfWhereTheyStand() {
        Node.Mapping item = object(
                "spec",
                object(
                        "bk_process_name", object("value", "a", "v", 1),
                        "bk_func_name", object("value", "f"),
                        "extra", 1,
                        "bind_info", object("value", list(), "w", 1)),
                "name",
                1);
        Node.Mapping body = object("bk_biz_id", 1, "processes", list(item), "page", 1);

        Path spec = PROCESSES.item(0).member("spec");
        assertThat(parse(body).orThrow().warnings())
                .containsExactlyInAnyOrder(
                        Violation.unknownKey(ROOT.member("page"), "page"),
                        Violation.unknownKey(PROCESSES.item(0).member("name"), "name"),
                        Violation.unknownKey(spec.member("bk_process_name").member("v"), "v"),
                        Violation.unknownKey(spec.member("extra"), "extra"),
                        Violation.unknownKey(spec.member("bind_info").member("w"), "w"));
    }
}
