package io.proctemplate.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two syntaxes have in common, and what is YAML's alone. */
class ReadingTest {
    private final List<SyntaxFault> faults = new ArrayList<>();

    private Part json(String text) throws SyntaxFault.Fatal {
        return JsonReading.read(text, faults);
    }

    private Part yaml(String... lines) throws SyntaxFault.Fatal {
        return YamlReading.read(String.join("\n", lines), faults);
    }

    private Part read(Syntax syntax, String text) throws SyntaxFault.Fatal {
        return syntax == Syntax.JSON ? json(text) : yaml(text);
    }

    private SyntaxFault fatal(Syntax syntax, String text) {
        List<SyntaxFault> fatal = new ArrayList<>();
        assertThatExceptionOfType(SyntaxFault.Fatal.class)
                .isThrownBy(() -> read(syntax, text))
                .satisfies(e -> fatal.add(e.fault()));
        return fatal.get(0);
    }

    @Test
    void aDocumentIsTheSameInBoth() throws SyntaxFault.Fatal {
        Part json = json("{\"a\": [1, \"x\", true, null, 1.5], \"b/c~d\": {\"e\": -9223372036854775808}}");
        Part yaml =
                yaml("a:", "  - 1", "  - 'x'", "  - true", "  - ~", "  - 1.5", "b/c~d:", "  e: -9223372036854775808");

        assertThat(yaml.node()).isEqualTo(json.node());
        assertThat(faults).isEmpty();
    }

    @Test
    void everyValueAndEveryNameHasItsPlace() throws SyntaxFault.Fatal {
        Part json = json("{\"a\": [1,\n  {\"b/c~d\": \"x\"}]}");

        assertThat(json.placeOf("")).isEqualTo(new Place(1, 1));
        assertThat(json.placeOf("/a")).isEqualTo(new Place(1, 7));
        assertThat(json.placeOf("/a/0")).isEqualTo(new Place(1, 8));
        assertThat(json.placeOf("/a/1/b~1c~0d")).isEqualTo(new Place(2, 13));
        assertThat(json.placeOfName("/a/1/b~1c~0d")).isEqualTo(new Place(2, 4));

        Part yaml = yaml("a:", "- 1", "- b/c~d: x", "");

        assertThat(yaml.placeOf("/a/0")).isEqualTo(new Place(2, 3));
        assertThat(yaml.placeOf("/a/1/b~1c~0d")).isEqualTo(new Place(3, 10));
        assertThat(yaml.placeOfName("/a/1/b~1c~0d")).isEqualTo(new Place(3, 3));
    }

    @Test
    void whatIsMissingIsMissingInTheLastPartThatIsThere() throws SyntaxFault.Fatal {
        Part json = json("{\"a\":\n [{\"b\": 1}]}");

        assertThat(json.placeOf("/a/0/c/value")).isEqualTo(new Place(2, 3));
        assertThat(json.placeOf("/a/7")).isEqualTo(new Place(2, 2));
        assertThat(json.placeOf("/a/b")).isEqualTo(new Place(2, 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "YAML"})
    void aNameThatComesTwiceIsAFaultAndTheFirstOneStays(Syntax syntax) throws SyntaxFault.Fatal {
        Part part = read(syntax, "{\"a\": 1,\n \"b\": 2, \"a\": 3}");

        assertThat(faults)
                .containsExactly(new SyntaxFault(new Place(2, 10), "the key \"a\" comes twice in one object"));
        assertThat(part.node())
                .isEqualTo(new Node.Mapping.Builder()
                        .put("a", Scalar.of(1))
                        .put("b", Scalar.of(2))
                        .build());
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "YAML"})
    void nestingHasALimit(Syntax syntax) throws SyntaxFault.Fatal {
        assertThat(read(syntax, "[".repeat(64) + "]".repeat(64)).depth()).isEqualTo(64);
        assertThat(fatal(syntax, "[".repeat(65) + "]".repeat(65)))
                .isEqualTo(new SyntaxFault(new Place(1, 65), "nested more than 64 levels deep"));
        assertThat(fatal(syntax, "[".repeat(100_000)).message()).isEqualTo("nested more than 64 levels deep");
    }

    @ParameterizedTest
    @EnumSource(names = {"JSON", "YAML"})
    void nothingButBlanksIsNoDocument(Syntax syntax) {
        assertThat(fatal(syntax, " \n").message()).isEqualTo("the file is empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            JSON | {"a": 1} {      | 1 | 10
            JSON | {"a": 01}       | 1 | 8
            JSON | {"a": 1_000}    | 1 | 8
            JSON | {"a": yes}      | 1 | 7
            JSON | {'a': 1}        | 1 | 2
            JSON | [1,]            | 1 | 4
            YAML | [1, 2           | 1 | 6
            YAML | a: b: c         | 1 | 5
            YAML | a: *            | 1 | 5
            """)
    void whatIsNotOfTheSyntaxEndsTheReadingAtItsPlace(Syntax syntax, String text, int line, int column) {
        assertThat(fatal(syntax, text).place()).isEqualTo(new Place(line, column));
    }

    @Test
    void aFileIsOneDocument() {
        assertThat(fatal(Syntax.YAML, "--- 1\n--- 2\n"))
                .isEqualTo(new SyntaxFault(new Place(2, 1), "a second YAML document begins; one is allowed in a file"));
    }

    @Test
    void anAliasStandsForItsAnchor() throws SyntaxFault.Fatal {
        Part part = yaml("- &row {port: '80'}", "- *row");

        assertThat(((Node.Sequence) part.node()).items())
                .hasSize(2)
                .allMatch(part.items().get(0).node()::equals);
        assertThat(part.placeOf("/1/port")).isEqualTo(new Place(1, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"- *row", "&row [*row]", "- *row\n- &row 1"})
    void anAliasNeedsAnAnchorThatIsComplete(String text) {
        assertThat(fatal(Syntax.YAML, text).message()).isEqualTo("the alias \"row\" has no anchor before it");
    }

    @Test
    void aFewLinesOfAliasesCannotStandForMoreValuesThanFitIntoMemory() {
        StringBuilder bomb = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++) {
            bomb.append("- &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }

        SyntaxFault fault = fatal(Syntax.YAML, bomb.toString());

        assertThat(fault.message()).isEqualTo("more than 1000000 values, aliases followed");
        assertThat(fault.place().line()).isEqualTo(6);
    }

    @Test
    void aliasesDoNotNestDeeperThanBrackets() {
        StringBuilder bomb = new StringBuilder("- &a0 [x]\n");
        for (int i = 1; i < 100; i++) {
            bomb.append("- &a").append(i).append(" [*a").append(i - 1).append("]\n");
        }

        assertThat(fatal(Syntax.YAML, bomb.toString()).message()).isEqualTo("nested more than 64 levels deep");
    }

    @Test
    void aScalarThatReadersDisagreeAboutIsAFaultUnlessItIsInQuotes() throws SyntaxFault.Fatal {
        Part part = yaml("a: yes", "b: 'yes'", "c: !!str 0o7", "d: ! 12:30", "e: |", "  1_000");

        assertThat(faults).extracting(SyntaxFault::place).containsExactly(new Place(1, 4));
        assertThat(faults.get(0).message()).startsWith("\"yes\" without quotes is a text to some readers");
        assertThat(part.node())
                .isEqualTo(new Node.Mapping.Builder()
                        .put("a", Scalar.of("yes"))
                        .put("b", Scalar.of("yes"))
                        .put("c", Scalar.of("0o7"))
                        .put("d", Scalar.of("12:30"))
                        .put("e", Scalar.of("1_000"))
                        .build());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: !!int '5'            | the tag tag:yaml.org,2002:int is not supported
            a: !!java.net.URL [x]   | the tag tag:yaml.org,2002:java.net.URL is not supported
            a: !x {}                | the tag !x is not supported
            1: x                    | the name of a member must be a text; put it in quotes
            [a]: x                  | the name of a member must be a text; put it in quotes
            <<: {a: x}              | merge keys (<<) are not a part of YAML 1.2 and not supported
            """)
    void whatJsonCannotSayIsNotRead(String text, String message) {
        assertThat(fatal(Syntax.YAML, text).message()).isEqualTo(message);
    }
}
