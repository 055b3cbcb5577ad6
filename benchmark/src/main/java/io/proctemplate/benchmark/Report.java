package io.proctemplate.benchmark;

import io.proctemplate.benchmark.Result.Figure;
import io.proctemplate.benchmark.Summary.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A summary in the forms in which people and programs read it. */
final class Report {
    private static final List<Figure> FIGURES = List.of(Figure.values());
    private static final List<Figure> ONLY_IF_ANY =
            List.of(Figure.BUSY_PER_SECOND, Figure.BUSY_FOR_MS, Figure.NEVER_SENT_PER_SECOND);

    private final Summary summary;

    Report(Summary summary) {
        this.summary = summary;
    }

    /** One row for each server and load: medians over the rounds; the least and greatest rate; the ratio of rates. */
    Table table() {
        List<String> headings = new ArrayList<>(List.of("load", "batch", "clients", "server"));
        for (Figure figure : FIGURES) {
            headings.add(figure.label());
            if (figure == Figure.TEMPLATES_PER_SECOND) {
                headings.add("spread");
                headings.add("ratio");
            }
        }
        headings.add("answers");
        return new Table(headings, summary.lines().stream().map(Report::row).toList()).withoutEmptyColumns();
    }

    private static List<String> row(Line line) {
        List<String> row = new ArrayList<>(
                List.of(line.load(), String.valueOf(line.batch()), String.valueOf(line.clients()), line.target()));
        for (Figure figure : FIGURES) {
            row.add(shown(figure, line.median(figure)));
            if (figure == Figure.TEMPLATES_PER_SECOND) {
                row.add(shown(figure, line.least(figure)) + "–" + shown(figure, line.greatest(figure)));
                row.add(ratio(line));
            }
        }
        row.add(answers(line));
        return row;
    }

    private static String shown(Figure figure, OptionalDouble value) {
        boolean nothing = value.isEmpty() || (ONLY_IF_ANY.contains(figure) && value.getAsDouble() == 0);
        return nothing ? "" : number(value.getAsDouble(), figure.decimals());
    }

    private static String ratio(Line line) {
        OptionalDouble ratio = line.ratio(Figure.TEMPLATES_PER_SECOND);
        return ratio.isPresent() ? number(ratio.getAsDouble(), 2) : "";
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value).replace(',', ' ');
    }

    private static String answers(Line line) {
        String all = line.answers().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        return line.unexpected() == 0 ? all : all + " — NOT AS EXPECTED: " + line.unexpected();
    }

    /** Everything, every round included, as one JSON document. */
    String json() {
        ObjectNode root = new JsonMapper().createObjectNode();
        for (Line line : summary.lines()) {
            ObjectNode node = root.withArray("results").addObject();
            node.put("load", line.load()).put("batch", line.batch()).put("clients", line.clients());
            node.put("server", line.target()).put("rounds", line.results().size());
            node.put("unexpected", line.unexpected());
            for (Figure figure : FIGURES) {
                put(node.withObject("/median"), figure, line.median(figure));
                put(node.withObject("/least"), figure, line.least(figure));
                put(node.withObject("/greatest"), figure, line.greatest(figure));
                put(node.withObject("/ratio"), figure, line.ratio(figure));
            }
            line.answers()
                    .forEach((answer, count) -> node.withObject("/answers").put(answer.toString(), count));
        }
        return root.toPrettyString();
    }

    private static void put(ObjectNode node, Figure figure, OptionalDouble value) {
        value.ifPresent(present -> node.put(figure.name().toLowerCase(Locale.ROOT), present));
    }
}
