package io.proctemplate.domain.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.proctemplate.domain.violation.Violation.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "docs", "fields.md");

    /** The catalogue is an agreement with callers: it changes together with its page, or not at all. */
    @Test
    void isTheTableOfItsPage() throws IOException {
        assertThat(rowsOfThePage("## Process"))
                .as("docs/fields.md, the fields of a process")
                .isEqualTo(rows(Fields.PROCESS));
        assertThat(rowsOfThePage("## Bind row"))
                .as("docs/fields.md, the fields of a bind row")
                .isEqualTo(rows(Fields.BIND_ROW));
    }

    @Test
    void itsChoicesAreTheTablesOfItsPage() throws IOException {
        assertThat(rowsOfThePage("### `ip`"))
                .isEqualTo(Arrays.stream(BindAddress.values())
                        .map(address -> row(
                                "`\"" + address.wire() + "\"`",
                                constant(address),
                                address.family().map(CatalogueTest::constant).orElse("")))
                        .toList());
        assertThat(rowsOfThePage("### `protocol`"))
                .isEqualTo(Arrays.stream(Protocol.values())
                        .map(protocol ->
                                row("`\"" + protocol.wire() + "\"`", constant(protocol), constant(protocol.family())))
                        .toList());
    }

    private static List<String> rowsOfThePage(String heading) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("#"))
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .toList();
    }

    private static List<String> rows(Catalogue catalogue) {
        return catalogue.fields().stream()
                .map(field -> row(
                        "`" + field.name() + "`",
                        kind(field.kind()),
                        limits(field),
                        traits(field),
                        field.description()))
                .toList();
    }

    private static String row(String... cells) {
        return Arrays.stream(cells).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case TEXT -> "string";
            case INTEGER -> "int";
            case FLAG -> "bool";
            case OBJECT, LIST -> throw new AssertionError("no scalar: " + kind);
        };
    }

    private static String limits(Field<?> field) {
        return field.constraints().stream()
                .map(CatalogueTest::limit)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String limit(Constraint<?> constraint) {
        if (constraint instanceof Constraint.MaxBytes max) {
            return "≤ " + max.bytes() + " bytes";
        }
        if (constraint instanceof Constraint.Range range) {
            return range.max() == Long.MAX_VALUE ? "≥ " + range.min() : range.min() + "…" + range.max();
        }
        // That every text is well-formed is said once, above the table.
        return constraint instanceof Constraint.Disjoint ? "items do not overlap" : null;
    }

    private static String traits(Field<?> field) {
        return Arrays.stream(Trait.values())
                .filter(field::is)
                .map(CatalogueTest::constant)
                .collect(Collectors.joining(", "));
    }

    private static String constant(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Test
    void everyTextIsWellFormed() {
        assertThat(Stream.concat(Fields.PROCESS.fields().stream(), Fields.BIND_ROW.fields().stream())
                        .filter(field -> field.constraints().stream().anyMatch(Constraint.MaxBytes.class::isInstance)))
                .hasSize(13)
                .allSatisfy(field ->
                        assertThat(field.constraints()).hasAtLeastOneElementOfType(Constraint.WellFormed.class));
    }

    @Test
    void findsFieldsByTheirExactName() {
        assertThat(Fields.PROCESS.find("timeout")).isSameAs(Fields.TIMEOUT);
        assertThat(Fields.PROCESS.find("TIMEOUT")).isNull();
        assertThat(Fields.PROCESS.find("port")).isNull();
        assertThat(Fields.BIND_ROW.find("port")).isSameAs(Fields.PORT);
    }

    @Test
    void aNameIsDeclaredOnce() {
        Catalogue.Declaration declaration = new Catalogue.Declaration();
        declaration.flag("a", "first");

        assertThatIllegalStateException()
                .isThrownBy(() -> declaration.flag("a", "second"))
                .withMessageContaining("a");
    }

    @Test
    void noTwoChoicesAreSpelledAlike() {
        assertThat(wires(BindAddress.values())).hasSize(BindAddress.values().length);
        assertThat(wires(Protocol.values())).hasSize(Protocol.values().length);
    }

    private static Set<String> wires(Choice[] choices) {
        return new HashSet<>(Arrays.stream(choices).map(Choice::wire).toList());
    }
}
