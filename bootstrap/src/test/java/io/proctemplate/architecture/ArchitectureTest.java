package io.proctemplate.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final Layout PROGRAM = new Layout("io.proctemplate");
    private static final String FIXTURES = PROGRAM.root() + ".fixtures..";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages(PROGRAM.root());
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(PROGRAM.root());
    /**
     * A class whose name begins so breaks the rule of its fixture. One whose name begins with "Keeps" looks as if it
     * did, but does not; the others are there to be seen.
     */
    private static final String BREAKER = "Breaks";

    private static final Pattern PACKAGE_PATTERN = Pattern.compile("[a-z0-9_.]+\\.\\.");

    @Test
    void allModulesAreLookedAt() {
        for (String layer : PROGRAM.layers()) {
            assertThat(MAIN.stream().map(JavaClass::getPackageName))
                    .as(layer)
                    .anyMatch(PackageMatcher.of(layer)::matches);
        }
        assertThat(MAIN.stream().map(JavaClass::getName)).noneMatch(name -> name.endsWith("Test"));
    }

    @ParameterizedTest
    @EnumSource
    void theProgramKeepsTheRule(Rule rule) {
        rule.in(PROGRAM).check(MAIN);
    }

    @ParameterizedTest
    @EnumSource
    void theRuleFailsForEverythingInItsFixtureThatBreaksIt(Rule rule) {
        JavaClasses fixture = fixture(rule);
        List<String> breakers = fixture.stream()
                .map(JavaClass::getName)
                .filter(name -> name.contains("." + BREAKER) && !name.contains("$"))
                .toList();
        assertThat(breakers).isNotEmpty();
        EvaluationResult result = rule.in(rule.fixture()).evaluate(fixture);
        String report = String.join("\n", result.getFailureReport().getDetails());
        for (String breaker : breakers) {
            assertThat(report).containsPattern(Pattern.quote(breaker) + "\\b");
        }
        assertThat(report).doesNotContain(".Keeps");
    }

    @Test
    void everyFixtureBelongsToARule() {
        Set<String> rules =
                Arrays.stream(Rule.values()).map(rule -> rule.fixture().root()).collect(Collectors.toSet());
        assertThat(new ClassFileImporter()
                        .importPackages("io.proctemplate.fixtures").stream()
                                .map(JavaClass::getPackageName)
                                .map(name -> name.replaceAll("(io\\.proctemplate\\.fixtures\\.[a-z]+).*", "$1")))
                .isNotEmpty()
                .allMatch(rules::contains);
    }

    static Stream<Arguments> patterns() {
        return Arrays.stream(Rule.values())
                .flatMap(rule -> PACKAGE_PATTERN
                        .matcher(rule.in(PROGRAM).getDescription())
                        .results()
                        .map(pattern -> Arguments.of(rule, pattern.group())));
    }

    /** In the program; or, where a rule forbids what is not in it, in the fixtures. */
    @ParameterizedTest
    @MethodSource("patterns")
    void everyPackagePatternMatchesSomething(Rule rule, String pattern) {
        boolean forbids = rule.in(PROGRAM).getDescription().startsWith("no ") || rule == Rule.CORE_IS_PURE;
        Set<String> seen = forbids && !pattern.startsWith(PROGRAM.root()) ? seenByAll() : seenBy(MAIN);
        assertThat(seen.stream().filter(PackageMatcher.of(pattern)::matches)).isNotEmpty();
    }

    private static Set<String> seenByAll() {
        Set<String> seen = new HashSet<>(seenBy(MAIN));
        seen.addAll(seenBy(TESTS));
        return seen;
    }

    private static Set<String> seenBy(JavaClasses classes) {
        return classes.stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type),
                        type.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass)))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
    }

    @Test
    void everyClassThatMayHaveAStateOfItsOwnHasOne() {
        for (String end : Shape.GATHERERS) {
            assertThat(MAIN.stream().filter(type -> type.getName().endsWith(end)))
                    .singleElement()
                    .satisfies(type -> assertThat(type.getFields())
                            .anyMatch(field -> !field.getModifiers().contains(JavaModifier.FINAL)));
        }
    }

    @Test
    void testsKeepAwayFromContainersAndMocksToo() {
        Rule.NO_CONTAINER_NO_MOCKS.in(PROGRAM).check(TESTS.that(resideOutsideOfPackage(FIXTURES)));
    }

    private static JavaClasses fixture(Rule rule) {
        return TESTS.that(resideInAPackage(rule.fixture().root() + ".."));
    }
}
