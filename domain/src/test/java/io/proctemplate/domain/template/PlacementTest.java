package io.proctemplate.domain.template;

import static io.proctemplate.domain.Sent.free;
import static io.proctemplate.domain.Sent.list;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.object;
import static io.proctemplate.domain.Sent.spec;
import static io.proctemplate.domain.Sent.templated;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlacementTest {
    private static final Path ITEM = Path.root();
    private static final Path SPEC = ITEM.member("spec");

    private static Validated<ProcessTemplate.Draft> draft(Node.Mapping item) {
        return ProcessTemplate.draft(new Scope(1, 2), "request's", item);
    }

    private static Node.Mapping inItem(String name, Object value) {
        return object("spec", spec(), name, value);
    }

    private static Node.Mapping inSpec(String name, Object value) {
        return object("spec", spec(name, value));
    }

    static Stream<Object> sayNothingAgainstTheRequestsBusiness() {
        return Stream.of(1, locked(1), free(1), object("value", 1), null, locked(null), object());
    }

    @ParameterizedTest
    @MethodSource
    void sayNothingAgainstTheRequestsBusiness(Object business) {
        assertThat(draft(inItem("bk_biz_id", business)).violations()).isEmpty();
        assertThat(draft(inSpec("bk_biz_id", business)).violations()).isEmpty();
        assertThat(draft(inSpec("bk_biz_id", business)).warnings()).isEmpty();
        assertThat(draft(inItem("bk_biz_id", business)).warnings()).isEmpty();
    }

    @Test
    void anotherBusinessIsAContradictionWhereItStands() {
        assertThat(draft(inItem("bk_biz_id", 9)).violations())
                .containsExactly(Violation.contradiction(ITEM.member("bk_biz_id"), 1, 9));
        assertThat(draft(inItem("bk_biz_id", locked(9))).violations())
                .containsExactly(
                        Violation.contradiction(ITEM.member("bk_biz_id").member("value"), 1, 9));
        assertThat(draft(inSpec("bk_biz_id", 9)).violations())
                .containsExactly(Violation.contradiction(SPEC.member("bk_biz_id"), 1, 9));
        assertThat(draft(inSpec("bk_biz_id", free(-1))).violations())
                .containsExactly(
                        Violation.contradiction(SPEC.member("bk_biz_id").member("value"), 1, -1));
    }

    @Test
    void bothPlacesAreLookedAt() {
        assertThat(draft(object("spec", spec("bk_biz_id", 8), "bk_biz_id", 9)).violations())
                .extracting(Violation::path)
                .containsExactlyInAnyOrder(ITEM.member("bk_biz_id"), SPEC.member("bk_biz_id"));
    }

    @Test
    void theItemsAccountCountsForItAndTheSpecsBeforeTheItems() {
        assertThat(account(object("spec", spec()))).isEqualTo("request's");
        assertThat(account(inItem("bk_supplier_account", "x"))).isEqualTo("x");
        assertThat(account(inItem("bk_supplier_account", locked("x")))).isEqualTo("x");
        assertThat(account(inSpec("bk_supplier_account", "x"))).isEqualTo("x");
        assertThat(account(inSpec("bk_supplier_account", free("x")))).isEqualTo("x");
        assertThat(account(object("spec", spec("bk_supplier_account", "s"), "bk_supplier_account", "i")))
                .isEqualTo("s");
        assertThat(account(inItem("bk_supplier_account", ""))).isEqualTo("request's");
        assertThat(account(inItem("bk_supplier_account", null))).isEqualTo("request's");
    }

    private static String account(Node.Mapping item) {
        return draft(item).orThrow().supplierAccount();
    }

    @Test
    void anAccountIsAShortText() {
        String longOne = "a".repeat(257);

        assertThat(draft(inItem("bk_supplier_account", longOne)).violations())
                .containsExactly(Violation.tooLong(ITEM.member("bk_supplier_account"), 256, 257, longOne));
        assertThat(draft(inItem("bk_supplier_account", 0)).violations())
                .containsExactly(Violation.wrongType(ITEM.member("bk_supplier_account"), Kind.TEXT, "0"));
    }

    @Test
    void theWrongTypeIsNamedWhereItStands() {
        assertThat(draft(inSpec("bk_biz_id", "1")).violations())
                .containsExactly(Violation.wrongType(SPEC.member("bk_biz_id"), Kind.INTEGER, "1"));
        assertThat(draft(inSpec("bk_biz_id", locked(list()))).violations())
                .containsExactly(Violation.wrongType(SPEC.member("bk_biz_id").member("value"), Kind.INTEGER, "[…]"));
        assertThat(draft(inSpec("bk_biz_id", templated(1, "yes"))).violations())
                .containsExactly(
                        Violation.wrongType(SPEC.member("bk_biz_id").member("as_default_value"), Kind.FLAG, "yes"));
    }

    @Test
    void anUnknownKeyOfAWrappingIsAWarning() {
        assertThat(draft(inItem("bk_biz_id", object("value", 1, "vlaue", 2))).warnings())
                .containsExactly(Violation.unknownKey(ITEM.member("bk_biz_id").member("vlaue"), "vlaue"));
    }
}
