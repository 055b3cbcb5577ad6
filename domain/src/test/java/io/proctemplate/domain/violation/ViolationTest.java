package io.proctemplate.domain.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.domain.violation.Rule.Check;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.NameRule;
import io.proctemplate.domain.violation.Violation.PortFault;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ViolationTest {
    private static final Path AT = Path.root().member("x");

    /** One of each kind, with its place in the order of checks, and what it shows as rejected. */
    static Stream<Arguments> isWhatTheContractSays() {
        return Stream.of(
                row(Violation.wrongType(AT, Kind.FLAG, "f"), Check.SHAPE, "f"),
                row(Violation.missingParameter(AT), Check.SHAPE, null),
                row(Violation.tooMany(AT, 1, 2), Check.LIMIT, null),
                row(Violation.unknownOwner(AT, 7), Check.OWNER, "7"),
                row(Violation.otherBusiness(AT, 7, 8), Check.OWNER, "7"),
                row(Violation.missing(AT), Check.VALUE, null),
                row(Violation.tooLong(AT, 1, 2, "t"), Check.VALUE, "t"),
                row(Violation.outOfRange(AT, 1, 2, 3), Check.VALUE, "3"),
                row(Violation.surroundingWhiteSpace(AT, " t"), Check.VALUE, " t"),
                row(Violation.forbiddenCharacter(AT, 0, "t\0"), Check.VALUE, "t\0"),
                row(Violation.notAChoice(AT, List.of("1"), "v"), Check.VALUE, "v"),
                row(Violation.invalidPorts(AT, PortFault.RANGE, "0", "0,1"), Check.VALUE, "0,1"),
                row(Violation.familyMismatch(AT, "1", "3"), Check.VALUE, "3"),
                row(Violation.duplicateRowId(AT, 5, AT), Check.VALUE, "5"),
                row(Violation.contradiction(AT, 1, 2), Check.VALUE, "2"),
                row(Violation.processNameTaken(AT, "n", 1), Check.UNIQUE, "n"),
                row(Violation.processNameTaken(AT, "n", AT), Check.UNIQUE, "n"),
                row(Violation.functionTaken(AT, "f", "p", 1), Check.UNIQUE, "f"),
                row(Violation.functionTaken(AT, "f", "p", AT), Check.UNIQUE, "f"),
                row(Violation.fieldLocked(AT, "user", "a", "web", "b"), Check.VALUE, "b"),
                row(Violation.fieldLocked(AT, "user", null, "web", "b"), Check.VALUE, "b"),
                row(Violation.notAnAddress(AT, "a"), Check.VALUE, "a"),
                row(Violation.unknownKey(AT, "k"), Check.VALUE, null),
                row(Violation.lockForced(AT), Check.VALUE, null),
                row(Violation.legacyKey(AT, "k", null), Check.VALUE, null),
                row(Violation.legacyKey(AT, "k", "r"), Check.VALUE, null),
                row(Violation.overlappingRows(AT, AT, "80"), Check.VALUE, "80"),
                row(Violation.categoryOfOtherBusiness(AT, 7, 8), Check.OWNER, "7"),
                row(Violation.notALeaf(AT, 9), Check.OWNER, "9"),
                row(Violation.invalidName(AT, NameRule.SERVICE_CATEGORY, "a b"), Check.VALUE, "a b"),
                row(Violation.nameTaken(AT, "n", 1), Check.UNIQUE, "n"),
                row(Violation.categoryNameTaken(AT, "n", 1), Check.UNIQUE, "n"),
                row(Violation.fixedValue(AT, "f"), Check.VALUE, null),
                row(Violation.pageLimit(AT, 1000), Check.LIMIT, null),
                row(Violation.unknownSortKey(AT, "k"), Check.LIMIT, "k"),
                row(Violation.negative(AT, -1), Check.LIMIT, "-1"),
                row(Violation.selectorMissing(AT, List.of("k")), Check.LIMIT, null),
                row(Violation.notATime(AT, "noon"), Check.VALUE, "noon"));
    }

    private static Arguments row(Violation violation, Check check, String rejected) {
        return Arguments.of(violation, check, rejected);
    }

    @ParameterizedTest
    @MethodSource
    void isWhatTheContractSays(Violation violation, Check check, String rejected) {
        assertThat(violation.path()).isEqualTo(AT);
        assertThat(violation.rule().check()).isEqualTo(check);
        assertThat(violation.rejected().orElse(null)).isEqualTo(rejected);
    }

    @Test
    void theTableHasEveryRuleWithAllThatItTells() {
        Map<Rule, Set<Datum<?>>> told = new EnumMap<>(Rule.class);
        isWhatTheContractSays()
                .map(arguments -> (Violation) arguments.get()[0])
                .forEach(violation -> told.computeIfAbsent(violation.rule(), rule -> new HashSet<>())
                        .addAll(violation.data().names()));

        assertThat(told)
                .hasSameSizeAs(Rule.values())
                .allSatisfy((rule, data) -> assertThat(data)
                        .containsExactlyInAnyOrderElementsOf(
                                Stream.concat(rule.data().stream(), rule.optionalData().stream())
                                        .toList()));
    }

    @Test
    void tellsItsDataByName() {
        Violation violation = Violation.tooLong(AT, 1, 2, "xx");

        assertThat(violation.get(Datum.LIMIT)).isEqualTo(1);
        assertThat(violation.find(Datum.OTHER)).isEmpty();
        assertThatThrownBy(() -> violation.get(Datum.OTHER))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no other in {limit=1, actual=2, rejected=xx}");
        assertThat(violation).hasToString("TOO_LONG at /x {limit=1, actual=2, rejected=xx}");
    }

    @Test
    void isEqualByValue() {
        assertThat(Violation.wrongType(AT, Kind.FLAG, "f"))
                .isEqualTo(Violation.wrongType(Path.root().member("x"), Kind.FLAG, "f"))
                .hasSameHashCodeAs(Violation.wrongType(AT, Kind.FLAG, "f"))
                .isNotEqualTo(Violation.wrongType(AT, Kind.TEXT, "f"))
                .isNotEqualTo(Violation.wrongType(Path.root(), Kind.FLAG, "f"));
    }

    @Test
    void hasTheDataOfItsRuleAndNoOthers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Violation(Rule.PAGE_LIMIT, AT, Data.none()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Violation(
                        Rule.PAGE_LIMIT, AT, Data.of(Datum.MAX, 1L).with(Datum.MIN, 1L)));
    }

    @Test
    void nothingIsInvalidWithoutAViolation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Validated.Invalid<>(Violations.none(), Violations.none()));
    }
}
