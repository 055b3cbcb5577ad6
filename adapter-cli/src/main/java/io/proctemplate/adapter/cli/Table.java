package io.proctemplate.adapter.cli;

import static java.util.stream.Collectors.joining;

import io.proctemplate.domain.field.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Objects as lines, their values one below the other. */
final class Table {
    private static final String GAP = "  ";

    private Table() {}

    /** A line for the names of {@code columns} and one for each of {@code rows}; what is null or missing shows as {@code -}. */
    static String of(List<String> columns, List<Node.Mapping> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream()
                .map(name -> name.replace('_', ' ').toUpperCase(Locale.ROOT))
                .toList());
        rows.forEach(row ->
                lines.add(columns.stream().map(name -> text(row.find(name))).toList()));
        List<Integer> widths = IntStream.range(0, columns.size())
                .mapToObj(i -> lines.stream()
                        .mapToInt(line -> length(line.get(i)))
                        .max()
                        .orElse(0))
                .toList();
        return lines.stream().map(line -> line(line, widths)).collect(joining(System.lineSeparator()));
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> cells.get(i) + " ".repeat(widths.get(i) - length(cells.get(i))))
                .collect(joining(GAP))
                .stripTrailing();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String text(@Nullable Node node) {
        if (node instanceof Node.Sequence many) {
            return many.items().isEmpty()
                    ? "none"
                    : many.items().stream().map(Table::text).collect(joining(","));
        }
        if (node == null || node == Node.Null.NULL) {
            return "-";
        }
        return node.excerpt();
    }
}
