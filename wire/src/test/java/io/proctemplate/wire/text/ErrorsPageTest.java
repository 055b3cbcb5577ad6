package io.proctemplate.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.wire.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/errors.md} and the program together: a code, once published, keeps its number and its meaning. */
class ErrorsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "errors.md");

    /** The first {@code columns} cells of the rows of the table under {@code heading}. */
    private static List<String> rows(String heading, int columns) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Code") && !line.startsWith("| Kind"))
                .map(line -> Arrays.stream(line.split("\\|"))
                        .skip(1)
                        .limit(columns)
                        .map(cell -> cell.replace("`", "").strip())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    @Test
    void pageListsEveryCodeWithItsNumberAndName() throws IOException {
        List<String> codes = Arrays.stream(Code.values())
                .map(code -> code.number() + " " + code)
                .toList();
        assertThat(rows("## Codes", 2)).containsExactlyInAnyOrderElementsOf(codes);
    }

    @Test
    void pageListsEveryKindOfViolationWithItsCode() throws IOException {
        List<String> kinds = Arrays.stream(Rule.values())
                .map(rule -> camelCase(rule.name()) + " " + Code.of(rule).number())
                .toList();
        assertThat(rows("## Violations and warnings", 2)).containsExactlyInAnyOrderElementsOf(kinds);
    }

    /** {@code TooLong} for {@code TOO_LONG}. */
    private static String camelCase(String constant) {
        return Arrays.stream(constant.split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    @Test
    void everyReasonOfARefusalKeepsItsNumber() {
        Map<Reason, Integer> numbers = new EnumMap<>(Reason.class);
        Samples.refusals()
                .forEach(refusal ->
                        numbers.put(refusal.reason(), Code.of(refusal).number()));

        assertThat(numbers)
                .isEqualTo(Map.ofEntries(
                        Map.entry(Reason.NOT_AUTHENTICATED, 1306000),
                        Map.entry(Reason.CALL_NOT_ALLOWED, 1306403),
                        Map.entry(Reason.FORBIDDEN, 9900403),
                        Map.entry(Reason.INVALID, 1199000),
                        Map.entry(Reason.READ_FAILED, 1199017),
                        Map.entry(Reason.INSERT_FAILED, 1199018),
                        Map.entry(Reason.UPDATE_FAILED, 1199020),
                        Map.entry(Reason.OUTCOME_UNKNOWN, 1199998),
                        Map.entry(Reason.BUSY, 1199997),
                        Map.entry(Reason.NOT_FOUND, 1199019),
                        Map.entry(Reason.PROCESS_TEMPLATES_UNKNOWN, 1108014),
                        Map.entry(Reason.STALE_VERSION, 1199020),
                        Map.entry(Reason.BUILT_IN, 1199054),
                        Map.entry(Reason.HAS_CHILDREN, 1199055),
                        Map.entry(Reason.IN_USE, 1199056),
                        Map.entry(Reason.KEY_REUSED, 1199006)))
                .hasSameSizeAs(Reason.values());
    }

    @Test
    void numbersAreUsedOnce() {
        assertThat(Code.values()).extracting(Code::number).doesNotHaveDuplicates();
    }
}
