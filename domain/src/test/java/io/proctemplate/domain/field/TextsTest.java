package io.proctemplate.domain.field;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Path AT = Path.root().member("text");

    /** The code points of White_Space in PropList.txt of the Unicode character database. */
    private static final Set<Integer> WHITE_SPACE = Stream.of(
                    IntStream.rangeClosed(0x09, 0x0D),
                    IntStream.of(0x20, 0x85, 0xA0, 0x1680),
                    IntStream.rangeClosed(0x2000, 0x200A),
                    IntStream.of(0x2028, 0x2029, 0x202F, 0x205F, 0x3000))
            .flatMap(IntStream::boxed)
            .collect(Collectors.toCollection(TreeSet::new));

    private static List<Violation> check(String text) {
        Violations.Collector out = new Violations.Collector();
        Texts.check(text, AT, out);
        return out.errors().list();
    }

    @Test
    void whiteSpaceIsTheUnicodePropertyAndNothingElse() {
        Set<Integer> found = IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(c -> WhiteSpace.is((char) c))
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(found).isEqualTo(WHITE_SPACE).hasSize(25);
    }

    @Test
    void whiteSpaceIsRefusedAtEitherEndAndAllowedInside() {
        for (int c : WHITE_SPACE) {
            String blank = Character.toString(c);
            for (String text : List.of(blank, blank + "a", "a" + blank, blank + "a" + blank)) {
                assertThat(check(text)).as("U+%04X", c).containsExactly(Violation.surroundingWhiteSpace(AT, text));
            }
            assertThat(check("a" + blank + "b")).as("U+%04X", c).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a b", "\u200Ba", "\uFEFFa", "\u180Ea", "\u0001a", "\u001Fa", "é", "\uD83D\uDE00"})
    void otherTextsAreFine(String text) {
        assertThat(check(text)).isEmpty();
    }

    static Stream<Arguments> namesTheFirstForbiddenCharacter() {
        return Stream.of(
                Arguments.of("\0", 0),
                Arguments.of("a\0b", 0),
                Arguments.of("a\uD800", 0xD800),
                Arguments.of("\uDC00a", 0xDC00),
                Arguments.of("\uD800\uD800\uDC00", 0xD800),
                Arguments.of("\uD83D\uDE00\uDC00", 0xDC00),
                Arguments.of("\uDE00\uD83D", 0xDE00),
                Arguments.of("a\uDC00b\0", 0xDC00));
    }

    @ParameterizedTest
    @MethodSource
    void namesTheFirstForbiddenCharacter(String text, int character) {
        assertThat(check(text)).containsExactly(Violation.forbiddenCharacter(AT, character, text));
    }

    @Test
    void bothFaultsOfATextAreTold() {
        assertThat(check(" \0"))
                .containsExactly(
                        Violation.forbiddenCharacter(AT, 0, " \0"), Violation.surroundingWhiteSpace(AT, " \0"));
    }

    @Property(tries = 1000)
    void theLengthIsThatOfTheEncodedText(@ForAll("wellFormed") String text) {
        assertThat(Texts.utf8Length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }

    @Property(tries = 500)
    void forbiddenIsWhatDoesNotSurviveEncodingAndNul(@ForAll("anyChars") String text) {
        String decoded = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        boolean survives = decoded.equals(text) && text.indexOf(0) < 0;

        assertThat(check(text).stream().noneMatch(violation -> violation.rule() == Rule.FORBIDDEN_CHARACTER))
                .isEqualTo(survives);
    }

    @Provide
    Arbitrary<String> wellFormed() {
        Arbitrary<Integer> codePoints = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0xD7FF),
                Arbitraries.integers().between(0xE000, Character.MAX_CODE_POINT),
                Arbitraries.of(0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, Character.MAX_CODE_POINT));
        return codePoints
                .list()
                .ofMaxSize(20)
                .map(points -> points.stream().map(Character::toString).collect(Collectors.joining()));
    }

    @Provide
    Arbitrary<String> anyChars() {
        return Arbitraries.strings()
                .withChars('\0', 'a', '\uD83D', '\uDE00', '\u3000')
                .ofMaxLength(6);
    }
}
