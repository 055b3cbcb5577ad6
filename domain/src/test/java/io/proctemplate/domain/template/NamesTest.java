package io.proctemplate.domain.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.NameRule;
import io.proctemplate.domain.violation.Violations;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    private static final Path AT = Path.root().member("name");
    private static final String ROCKET = "\uD83D\uDE80";

    private static Violations ofServiceTemplate(String name) {
        Violations.Collector out = new Violations.Collector();
        ServiceTemplate.readName(name, AT, out);
        assertThat(ServiceTemplate.isName(name)).isEqualTo(out.errorCount() == 0);
        return out.errors();
    }

    private static Violations ofCategory(String name) {
        Violations.Collector out = new Violations.Collector();
        ServiceCategory.readName(name, AT, out);
        assertThat(ServiceCategory.isName(name)).isEqualTo(out.errorCount() == 0);
        return out.errors();
    }

    static Stream<String> areNamesOfServiceTemplates() {
        return Stream.of(
                "web",
                "主机",
                "é",
                "e\u0301",
                ROCKET,
                "a%_'-(){}[]!@$^&=+;.~`",
                "\u200B",
                "x".repeat(256),
                "主".repeat(256),
                ROCKET.repeat(256));
    }

    @ParameterizedTest
    @MethodSource
    void areNamesOfServiceTemplates(String name) {
        assertThat(ofServiceTemplate(name)).isEmpty();
        assertThat(ServiceTemplate.readName(name, AT, new Violations.Collector()))
                .isEqualTo(name);
    }

    static Stream<String> areNoNamesOfServiceTemplates() {
        Stream<String> forbidden = "\\|/:*,<>\"?#".codePoints().mapToObj(c -> "a" + Character.toString(c) + "b");
        Stream<String> whiteSpace = Stream.of("a b", "a\tb", "a\nb", "a\u00A0b", "a\u3000b", "a\u0085b", "a\u2028b");
        Stream<String> unstorable = Stream.of("nul\0", "\uD83Dlone", "lone\uDE80");
        Stream<String> tooLong = Stream.of("x".repeat(257), ROCKET.repeat(257));
        return Stream.of(forbidden, whiteSpace, unstorable, tooLong).flatMap(names -> names);
    }

    @ParameterizedTest
    @MethodSource
    void areNoNamesOfServiceTemplates(String name) {
        assertThat(ofServiceTemplate(name)).containsExactly(Violation.invalidName(AT, NameRule.SERVICE_TEMPLATE, name));
    }

    @ParameterizedTest
    @ValueSource(strings = {" web", "web ", "\u3000web\u00A0", "\r\n\tweb\u2003\u0085"})
    void aServiceTemplatesNameIsTrimmed(String name) {
        Violations.Collector out = new Violations.Collector();

        assertThat(ServiceTemplate.readName(name, AT, out)).isEqualTo("web");
        assertThat(out.errors()).isEmpty();
    }

    @Test
    void whiteSpaceAroundANameDoesNotCount() {
        assertThat(ofServiceTemplate(" " + "x".repeat(256) + " ")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000\t"})
    void aServiceTemplateNeedsAName(String name) {
        assertThat(ofServiceTemplate(name)).containsExactly(Violation.missing(AT));
    }

    static Stream<String> areNamesOfCategories() {
        return Stream.of(
                "Default",
                "数据库",
                "々〆〇",
                "\uD842\uDFB7",
                "é",
                "ж9٣",
                "_:-()",
                "x".repeat(128),
                "库".repeat(128),
                "\uD842\uDFB7".repeat(128));
    }

    @ParameterizedTest
    @MethodSource
    void areNamesOfCategories(String name) {
        assertThat(ofCategory(name)).isEmpty();
    }

    static Stream<String> areNoNamesOfCategories() {
        return Stream.of(
                " a",
                "a ",
                "a b",
                "a.b",
                "a/b",
                "a%",
                "a（b）",
                ROCKET,
                "e\u0301",
                "nul\0",
                "\uD842lone",
                "lone\uDFB7",
                "x".repeat(129),
                "\uD842\uDFB7".repeat(129));
    }

    @ParameterizedTest
    @MethodSource
    void areNoNamesOfCategories(String name) {
        assertThat(ofCategory(name)).containsExactly(Violation.invalidName(AT, NameRule.SERVICE_CATEGORY, name));
    }

    @Test
    void aCategoryNeedsAName() {
        assertThat(ofCategory("")).containsExactly(Violation.missing(AT));
    }

    @Test
    void aCategoryIsUsableInItsBusinessAndABuiltInOneEverywhere() {
        ServiceCategory own = new ServiceCategory(3, 5, "a", 3, 0, "0", false);
        ServiceCategory builtIn = new ServiceCategory(1, 0, "Default", 1, 0, "0", true);

        assertThat(own.isUsableIn(5)).isTrue();
        assertThat(own.isUsableIn(6)).isFalse();
        assertThat(builtIn.isUsableIn(6)).isTrue();
    }
}
