package io.proctemplate.domain.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violation.PortFault;
import io.proctemplate.domain.violation.Violations;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {
    private static final Path AT = Path.root().member("port");
    private static final Pattern GRAMMAR = Pattern.compile("([1-9][0-9]*|0)(-([1-9][0-9]*|0))?");

    @ParameterizedTest
    @ValueSource(strings = {"1", "65535", "80", "1-65535", "80-80", "80,443", "443,80", "9000-9100,80,70-79", "1,3,2"})
    void areReadFromTheirText(String text) {
        assertThat(Ports.of(text)).hasToString(text);
        assertThat(Ports.of(text).firstOverlap()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                    | SYNTAX    | ""
                    ,                     | SYNTAX    | ""
                    80,                   | SYNTAX    | ""
                    ,80                   | SYNTAX    | ""
                    80,,81                | SYNTAX    | ""
                    " 80"                 | SYNTAX    | " 80"
                    "80 "                 | SYNTAX    | "80 "
                    "80, 81"              | SYNTAX    | " 81"
                    "80 -81"              | SYNTAX    | "80 -81"
                    -                     | SYNTAX    | -
                    -80                   | SYNTAX    | -80
                    80-                   | SYNTAX    | 80-
                    80--81                | SYNTAX    | 80--81
                    80-81-82              | SYNTAX    | 80-81-82
                    +80                   | SYNTAX    | +80
                    http                  | SYNTAX    | http
                    0x50                  | SYNTAX    | 0x50
                    8e1                   | SYNTAX    | 8e1
                    80.0                  | SYNTAX    | 80.0
                    80;81                 | SYNTAX    | 80;81
                    ８０                  | SYNTAX    | ８０
                    ٨٠                    | SYNTAX    | ٨٠
                    080                   | SYNTAX    | 080
                    00                    | SYNTAX    | 00
                    1-02                  | SYNTAX    | 1-02
                    0                     | RANGE     | 0
                    65536                 | RANGE     | 65536
                    1-65536               | RANGE     | 1-65536
                    0-5                   | RANGE     | 0-5
                    4294967376            | RANGE     | 4294967376
                    18446744073709551696  | RANGE     | 18446744073709551696
                    1,99999999999999999999 | RANGE    | 99999999999999999999
                    2-1                   | BACKWARDS | 2-1
                    1,65535-65534,x       | BACKWARDS | 65535-65534
                    """)
    void areRefusedForTheirFirstFault(String text, PortFault fault, String item) {
        Violations.Collector out = new Violations.Collector();

        assertThat(Ports.parse(text, AT, out)).isNull();
        assertThat(out.errors().list()).containsExactly(Violation.invalidPorts(AT, fault, item, text));
        assertThatIllegalArgumentException().isThrownBy(() -> Ports.of(text)).withMessageContaining(fault.name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    80,80         | 80
                    80,443,80     | 80
                    80-90,90      | 90
                    90,80-90      | 90
                    1-100,50-60   | 50-60
                    50-60,1-100   | 50-60
                    1-10,20,5-6   | 5-6
                    1-2,2-3,3-4   | 2-3
                    """)
    void knowAnItemThatOverlapsAnother(String text, String item) {
        assertThat(Ports.of(text).firstOverlap()).map(PortRange::toString).hasValue(item);
    }

    @Property(tries = 500)
    void acceptWhatAnIndependentReadingAccepts(@ForAll("texts") String text) {
        Violations.Collector out = new Violations.Collector();
        Ports ports = Ports.parse(text, AT, out);

        assertThat(ports != null).as(text).isEqualTo(isList(text));
        assertThat(out.errorCount()).isEqualTo(ports == null ? 1 : 0);
    }

    @Property(tries = 500)
    void sharePortsAsTheirSetsOfPortsDo(@ForAll("ports") Ports one, @ForAll("ports") Ports other) {
        assertThat(one.overlaps(other)).isEqualTo(bits(one).intersects(bits(other)));
        assertThat(other.overlaps(one)).isEqualTo(one.overlaps(other));
    }

    @Property(tries = 500)
    void overlapThemselvesIfTheirItemsHaveMorePortsThanTheirSet(@ForAll("ports") Ports ports) {
        int summed = ports.ranges().stream()
                .mapToInt(range -> range.last() - range.first() + 1)
                .sum();

        assertThat(ports.firstOverlap().isPresent())
                .isEqualTo(summed > bits(ports).cardinality());
    }

    @Property(tries = 100)
    void keepTheOrderOfTheirItems(@ForAll("ports") Ports ports) {
        String written = ports.ranges().stream().map(PortRange::toString).collect(Collectors.joining(","));

        assertThat(Ports.of(written).ranges()).isEqualTo(ports.ranges());
    }

    @Test
    void areReadInTimeLinearInTheirLength() {
        String text = "1,".repeat(1_000_000) + "x";

        assertThatIllegalArgumentException().isThrownBy(() -> Ports.of(text));
    }

    @Test
    void areComparedWithoutLookingAtEachPairOfItems() {
        Ports even = everySecond(2);
        Ports odd = everySecond(1);

        assertThat(even.overlaps(odd)).isFalse();
        assertThat(even.overlaps(even)).isTrue();
    }

    private static Ports everySecond(int from) {
        return Ports.of(IntStream.rangeClosed(from, PortRange.MAX_PORT)
                .filter(port -> (port - from) % 2 == 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(",")));
    }

    @Test
    void areEqualIfWrittenAlike() {
        assertThat(Ports.of("80,81"))
                .isEqualTo(Ports.of("80,81"))
                .hasSameHashCodeAs(Ports.of("80,81"))
                .isNotEqualTo(Ports.of("81,80"))
                .isNotEqualTo(Ports.of("80-81"));
    }

    @Property(tries = 100)
    void aRangeIsWithinTheLimitsAndForwards(
            @ForAll @IntRange(min = -2, max = 65_538) int first, @ForAll @IntRange(min = -2, max = 65_538) int last) {
        if (first >= 1 && first <= last && last <= 65_535) {
            assertThat(Ports.of(new PortRange(first, last).toString()).ranges())
                    .containsExactly(new PortRange(first, last));
        } else {
            assertThatIllegalArgumentException().isThrownBy(() -> new PortRange(first, last));
        }
    }

    private static boolean isList(String text) {
        return List.of(text.split(",", -1)).stream().allMatch(PortsTest::isItem);
    }

    private static boolean isItem(String item) {
        Matcher matcher = GRAMMAR.matcher(item);
        if (!matcher.matches()) {
            return false;
        }
        String last = matcher.group(3) == null ? matcher.group(1) : matcher.group(3);
        return isPort(matcher.group(1)) && isPort(last) && Integer.parseInt(matcher.group(1)) <= Integer.parseInt(last);
    }

    private static boolean isPort(String number) {
        return number.length() <= 5 && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= 65_535;
    }

    private static BitSet bits(Ports ports) {
        BitSet bits = new BitSet();
        ports.ranges().forEach(range -> bits.set(range.first(), range.last() + 1));
        return bits;
    }

    /** Lists of items that are mostly right. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> number = Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.integers().between(0, 65_540).map(String::valueOf)),
                Tuple.of(1, Arbitraries.strings().withChars("0159 -,x").ofMaxLength(3)));
        Arbitrary<String> range = Combinators.combine(number, number).as((first, last) -> first + "-" + last);
        return Arbitraries.oneOf(number, range).list().ofMinSize(1).ofMaxSize(4).map(items -> String.join(",", items));
    }

    @Provide
    Arbitrary<Ports> ports() {
        Arbitrary<String> range = Combinators.combine(
                        Arbitraries.integers().between(1, 120),
                        Arbitraries.integers().between(0, 20))
                .as((first, more) -> new PortRange(first, first + more).toString());
        return range.list().ofMinSize(1).ofMaxSize(5).map(items -> Ports.of(String.join(",", items)));
    }
}
