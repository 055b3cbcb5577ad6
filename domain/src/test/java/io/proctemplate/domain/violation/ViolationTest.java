package io.proctemplate.domain.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.proctemplate.domain.violation.Violation.Check;
import io.proctemplate.domain.violation.Violation.Holder;
import io.proctemplate.domain.violation.Violation.Kind;
import io.proctemplate.domain.violation.Violation.NameRule;
import io.proctemplate.domain.violation.Violation.PortFault;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ViolationTest {
    private static final Path AT = Path.root().member("x");

    /** One of each kind, with its code, its place in the order of checks, and what it shows as rejected. */
    static Stream<Arguments> isWhatTheContractSays() {
        return Stream.of(
                row(new Violation.WrongType(AT, Kind.FLAG, "f"), Code.WRONG_TYPE, Check.SHAPE, "f"),
                row(new Violation.MissingParameter(AT), Code.MISSING_PARAMETER, Check.SHAPE, null),
                row(new Violation.TooMany(AT, 1, 2), Code.TOO_MANY, Check.LIMIT, null),
                row(new Violation.UnknownOwner(AT, 7), Code.INVALID_PARAMETER, Check.OWNER, "7"),
                row(new Violation.OtherBusiness(AT, 7, 8), Code.INVALID_PARAMETER, Check.OWNER, "7"),
                row(new Violation.Missing(AT), Code.INVALID_PARAMETER, Check.VALUE, null),
                row(new Violation.TooLong(AT, 1, 2, "t"), Code.TOO_LONG, Check.VALUE, "t"),
                row(new Violation.OutOfRange(AT, 1, 2, 3), Code.INVALID_PARAMETER, Check.VALUE, "3"),
                row(new Violation.SurroundingWhiteSpace(AT, " t"), Code.INVALID_PARAMETER, Check.VALUE, " t"),
                row(new Violation.ForbiddenCharacter(AT, 0, "t\0"), Code.INVALID_PARAMETER, Check.VALUE, "t\0"),
                row(new Violation.NotAChoice(AT, List.of("1"), "v"), Code.INVALID_PARAMETER, Check.VALUE, "v"),
                row(
                        new Violation.InvalidPorts(AT, PortFault.RANGE, "0", "0,1"),
                        Code.INVALID_PARAMETER,
                        Check.VALUE,
                        "0,1"),
                row(new Violation.FamilyMismatch(AT, "1", "3"), Code.INVALID_PARAMETER, Check.VALUE, "3"),
                row(new Violation.DuplicateRowId(AT, 5, AT), Code.INVALID_PARAMETER, Check.VALUE, "5"),
                row(new Violation.Contradiction(AT, 1, 2), Code.INVALID_PARAMETER, Check.VALUE, "2"),
                row(
                        new Violation.ProcessNameTaken(AT, "n", Holder.stored(1)),
                        Code.PROCESS_NAME_TAKEN,
                        Check.UNIQUE,
                        "n"),
                row(new Violation.FunctionTaken(AT, "f", "p", Holder.item(AT)), Code.FUNCTION_TAKEN, Check.UNIQUE, "f"),
                row(new Violation.FieldLocked(AT, "user", "a", "web", "b"), Code.INVALID_PARAMETER, Check.VALUE, "b"),
                row(new Violation.NotAnAddress(AT, "a"), Code.INVALID_PARAMETER, Check.VALUE, "a"),
                row(new Violation.UnknownKey(AT, "k"), Code.INVALID_PARAMETER, Check.VALUE, null),
                row(new Violation.LockForced(AT), Code.INVALID_PARAMETER, Check.VALUE, null),
                row(new Violation.LegacyKey(AT, "k", null), Code.INVALID_PARAMETER, Check.VALUE, null),
                row(new Violation.OverlappingRows(AT, AT, "80"), Code.INVALID_PARAMETER, Check.VALUE, "80"),
                row(new Violation.CategoryOfOtherBusiness(AT, 7, 8), Code.INVALID_PARAMETER, Check.OWNER, "7"),
                row(new Violation.NotALeaf(AT, 9), Code.NOT_A_LEAF, Check.OWNER, "9"),
                row(
                        new Violation.InvalidName(AT, NameRule.SERVICE_CATEGORY, "a b"),
                        Code.INVALID_PARAMETER,
                        Check.VALUE,
                        "a b"),
                row(new Violation.NameTaken(AT, "n", 1), Code.NAME_TAKEN, Check.UNIQUE, "n"),
                row(new Violation.CategoryNameTaken(AT, "n", 1), Code.CATEGORY_NAME_TAKEN, Check.UNIQUE, "n"),
                row(new Violation.FixedValue(AT, "f"), Code.INVALID_PARAMETER, Check.VALUE, null),
                row(new Violation.PageLimit(AT, 1000), Code.PAGE_LIMIT, Check.LIMIT, null),
                row(new Violation.UnknownSortKey(AT, "k"), Code.INVALID_PARAMETER, Check.LIMIT, "k"),
                row(new Violation.Negative(AT, -1), Code.INVALID_PARAMETER, Check.LIMIT, "-1"),
                row(new Violation.SelectorMissing(AT, List.of("k")), Code.INVALID_PARAMETER, Check.LIMIT, null),
                row(new Violation.NotATime(AT, "noon"), Code.INVALID_PARAMETER, Check.VALUE, "noon"));
    }

    private static Arguments row(Violation violation, Code code, Check check, String rejected) {
        return Arguments.of(violation, code, check, rejected);
    }

    @ParameterizedTest
    @MethodSource
    void isWhatTheContractSays(Violation violation, Code code, Check check, String rejected) {
        assertThat(violation.path()).isEqualTo(AT);
        assertThat(violation.code()).isEqualTo(code);
        assertThat(violation.check()).isEqualTo(check);
        assertThat(violation.rejected().orElse(null)).isEqualTo(rejected);
        assertThat(takenBy(violation)).isEqualTo(violation.getClass());
    }

    /** The type of the case that {@code violation} hands itself to. */
    private static Class<?> takenBy(Violation violation) {
        Object cases = Proxy.newProxyInstance(
                Violation.class.getClassLoader(),
                new Class<?>[] {Violation.Cases.class},
                (proxy, method, arguments) -> {
                    assertThat(arguments).containsExactly(violation);
                    return method.getParameterTypes()[0];
                });
        @SuppressWarnings("unchecked")
        Violation.Cases<Class<?>> typed = (Violation.Cases<Class<?>>) cases;
        return violation.fold(typed);
    }

    @Test
    void theTableHasEveryKind() {
        Set<Class<?>> listed = isWhatTheContractSays()
                .map(arguments -> arguments.get()[0].getClass())
                .collect(Collectors.toSet());

        assertThat(listed).isEqualTo(new HashSet<>(Arrays.asList(Violation.class.getPermittedSubclasses())));
    }

    @Test
    void aHolderIsAStoredTemplateOrAnItem() {
        assertThat(Holder.stored(3).storedId()).isEqualTo(3);
        assertThat(Holder.item(AT).item()).isEqualTo(AT);
        assertThatIllegalArgumentException().isThrownBy(() -> new Holder(null, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Holder(3L, AT));
    }

    @Test
    void nothingIsInvalidWithoutAViolation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Validated.Invalid<>(Violations.none(), Violations.none()));
    }
}
