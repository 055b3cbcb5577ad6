package io.proctemplate.domain.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTest {
    private static final Path ROOT = Path.root();

    /** The examples of RFC 6901, section 5, and what its section 4 says of the order of the two escapes. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    foo,   /foo
                    ``,    /
                    a/b,   /a~1b
                    c%d,   /c%d
                    e^f,   /e^f
                    g|h,   /g|h
                    i\\j,  /i\\j
                    k"l,   /k"l
                    ` `,   `/ `
                    m~n,   /m~0n
                    ~1,    /~01
                    ~/,    /~0~1
                    """)
    void namesAreEscapedInAPointer(String name, String pointer) {
        assertThat(ROOT.member(name).pointer()).isEqualTo(pointer);
    }

    @Test
    void theWholeDocumentIsTheEmptyPointer() {
        assertThat(ROOT.pointer()).isEmpty();
    }

    @Test
    void positionsAreDecimalNumbers() {
        assertThat(ROOT.member("processes").item(0).member("rows").row(12).pointer())
                .isEqualTo("/processes/0/rows/12");
    }

    @Property(tries = 300)
    void namesComeBackFromAPointer(@ForAll @Size(max = 4) List<String> names) {
        Path path = ROOT;
        for (String name : names) {
            path = path.member(name);
        }

        assertThat(decoded(path.pointer())).isEqualTo(names);
    }

    private static List<String> decoded(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : List.of(pointer.substring(1).split("/", -1)).stream()
                        .map(segment -> segment.replace("~1", "/").replace("~0", "~"))
                        .toList();
    }

    @Test
    void theIndexIsThatOfTheOutermostItem() {
        Path items = ROOT.member("processes");

        assertThat(ROOT.outermostIndex()).isEmpty();
        assertThat(items.outermostIndex()).isEmpty();
        assertThat(items.item(3).member("spec").outermostIndex()).hasValue(3);
        assertThat(items.item(3).member("x").item(5).outermostIndex()).hasValue(3);
        assertThat(items.item(3).member("x").row(5).member("y").outermostIndex())
                .hasValue(3);
    }

    @Test
    void aRowIsNoItem() {
        Path row = ROOT.member("value").row(5).member("port");

        assertThat(row.outermostIndex()).isEmpty();
        assertThat(row.isInRow()).isTrue();
        assertThat(ROOT.member("value").item(5).isInRow()).isFalse();
    }

    @Test
    void noPositionIsNegative() {
        assertThatThrownBy(() -> ROOT.item(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> ROOT.row(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void isEqualByItsPointer() {
        assertThat(ROOT.member("a").item(1))
                .isEqualTo(ROOT.member("a").item(1))
                .hasSameHashCodeAs(ROOT.member("a").item(1))
                .isNotEqualTo(ROOT.member("a").item(2))
                .isNotEqualTo(ROOT.member("b").item(1))
                .isNotEqualTo("/a/1")
                .hasToString("/a/1");
    }
}
