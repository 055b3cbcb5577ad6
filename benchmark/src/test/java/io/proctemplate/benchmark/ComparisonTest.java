package io.proctemplate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.proctemplate.benchmark.Result.Figure;
import io.proctemplate.benchmark.Summary.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rounds whose results are made up. */
class ComparisonTest {
    private static final Scenario CREATE = Scenario.of(Cell.closed(Workload.CREATE, 100, 16));
    private static final Scenario LIST = Scenario.of(Cell.closed(Workload.LIST, 1, 16));

    private final List<String> ran = new ArrayList<>();

    private static Target target(String name) {
        return new Target(
                name,
                URI.create("http://127.0.0.1:8080"),
                List.of(),
                List.of(1L),
                OptionalLong.empty(),
                OptionalLong.empty());
    }

    private static Result result(Cell cell, double rate, long unexpected) {
        Map<Figure, Double> figures = Map.of(
                Figure.TEMPLATES_PER_SECOND,
                rate * cell.templates(),
                Figure.REQUESTS_PER_SECOND,
                rate,
                Figure.P99_MS,
                7.0);
        return new Result(cell, figures, Map.of(new Answer(200, 0), 5L), unexpected);
    }

    private Summary compare(int times, List<Scenario> scenarios, Rounds rounds) throws IOException {
        return new Comparison(List.of(target("a"), target("b")), scenarios, times, progress -> {})
                .run((target, cell, warm) -> {
                    ran.add(target.name() + " " + cell.name());
                    return rounds.run(target, cell, warm);
                });
    }

    /** Target a manages these rates, one a round, target b the other ones. */
    private Summary rates(double[] a, double[] b) throws IOException {
        int[] round = {-1};
        return compare(a.length, List.of(CREATE), (target, cell, warm) -> {
            round[0]++;
            return result(cell, target.name().equals("a") ? a[round[0] / 2] : b[round[0] / 2], 0);
        });
    }

    @Test
    void serversTakeTurnsAndEachRoundBeginsWithAnother() throws IOException {
        compare(3, List.of(CREATE, LIST), (target, cell, warm) -> result(cell, 1, 0));
        assertThat(ran)
                .containsExactly(
                        "a create",
                        "b create",
                        "a list",
                        "b list",
                        "b create",
                        "a create",
                        "b list",
                        "a list",
                        "a create",
                        "b create",
                        "a list",
                        "b list");
    }

    @Test
    void mediansSpreadAndRatiosAreTakenOverTheRounds() throws IOException {
        Line b = rates(new double[] {10, 20, 40}, new double[] {15, 50, 44})
                .lines()
                .get(1);
        assertThat(b.target()).isEqualTo("b");
        assertThat(b.median(Figure.TEMPLATES_PER_SECOND)).hasValue(4_400);
        assertThat(b.least(Figure.TEMPLATES_PER_SECOND)).hasValue(1_500);
        assertThat(b.greatest(Figure.TEMPLATES_PER_SECOND)).hasValue(5_000);
        // 1.5, 2.5 and 1.1; the ratio of the medians would be 2.2.
        assertThat(b.ratio(Figure.TEMPLATES_PER_SECOND)).hasValue(1.5);
        assertThat(b.answers()).containsEntry(new Answer(200, 0), 15L);
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheMiddleTwo() throws IOException {
        Line a = rates(new double[] {1, 2, 4, 50}, new double[] {1, 1, 1, 1})
                .lines()
                .get(0);
        assertThat(a.median(Figure.REQUESTS_PER_SECOND)).hasValue(3);
    }

    @Test
    void aRoundInWhichTheFirstServerDidNothingHasNoRatio() throws IOException {
        Line b = rates(new double[] {0, 10}, new double[] {5, 20}).lines().get(1);
        assertThat(b.ratio(Figure.TEMPLATES_PER_SECOND)).hasValue(2);
    }

    @Test
    void oneUnexpectedAnswerSpoilsTheWholeAndIsShown() throws IOException {
        Summary summary = compare(
                2,
                List.of(CREATE),
                (target, cell, warm) -> result(cell, 1, target.name().equals("b") ? 1 : 0));
        assertThat(summary.isClean()).isFalse();
        assertThat(new Report(summary).table().text()).containsOnlyOnce("NOT AS EXPECTED: 2");
    }

    @Test
    void anOverloadIsTenTimesTheBestRateAndThenTheFirstLoadAgainWithoutWarmUp() throws IOException {
        List<String> warmed = new ArrayList<>();
        List<Result> parts = new Scenario.Overload(10, 16, 600).run(target("a"), (target, cell, warm) -> {
            warmed.add(cell.name() + " " + warm);
            return result(cell, 123, 0);
        });
        assertThat(warmed).containsExactly("best rate true", "10 times that true", "right after false");
        assertThat(parts).extracting(part -> part.cell().clients()).containsExactly(16, 600, 16);
        assertThat(parts).extracting(part -> part.cell().busyAllowed()).containsExactly(false, true, true);
        assertThat(parts.get(1).cell().requestsPerSecond()).isCloseTo(1_230, within(0.001));
        assertThat(parts.get(2).cell().isOpen()).isFalse();
    }

    @Test
    void tableJsonAndChartSayTheSame() throws Exception {
        Summary summary = rates(new double[] {10, 20, 30}, new double[] {20, 40, 61});
        List<String> rows = new Report(summary).table().markdown().lines().toList();
        assertThat(rows.get(0))
                .isEqualTo(
                        "| load | batch | clients | server | templates/s | spread | ratio | requests/s | p99 ms | answers |");
        assertThat(rows.get(3))
                .isEqualTo("| create | 100 | 16 | b | 4 000 | 2 000–6 100 | 2.00 | 40 | 7.00 | code 0: 15 |");
        JsonNode json = new JsonMapper()
                .readTree(new Report(summary).json())
                .required("results")
                .required(1);
        assertThat(json.required("median").required("templates_per_second").asDouble())
                .isEqualTo(4_000);
        assertThat(json.required("ratio").required("templates_per_second").asDouble())
                .isEqualTo(2);
        assertThat(texts(Chart.of(summary))).contains("a", "b", "create, batch 100, 16 clients", "2 000", "4 000");
    }

    /** The texts of a chart, which must be well-formed. */
    private static List<String> texts(String svg) throws Exception {
        var nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("text");
        return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1)
                .map(i -> nodes.item(i).getTextContent())
                .toList();
    }

    @Test
    void columnsThatNobodyHasAnythingInAreLeftOut() {
        Table table = new Table(List.of("a", "b", "c"), List.of(List.of("1", "", "x"), List.of("22", "", "")));
        assertThat(table.withoutEmptyColumns().text()).isEqualTo("a   c\n1   x\n22\n");
        assertThat(Arrays.asList(table.withoutEmptyColumns().markdown().split("\n")))
                .containsExactly("| a | c |", "|---|---|", "| 1 | x |", "| 22 |  |");
    }
}
