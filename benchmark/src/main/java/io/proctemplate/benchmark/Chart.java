package io.proctemplate.benchmark;

import io.proctemplate.benchmark.Result.Figure;
import io.proctemplate.benchmark.Summary.Line;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The rates of a summary as bars (SVG), readable on light and on dark ground. */
final class Chart {
    private static final int WIDTH = 820;
    private static final int LEFT = 320;
    private static final int RIGHT = 90;
    private static final int TOP = 48;
    private static final int BAR = 18;
    private static final int GAP = 10;
    private static final List<String> COLOURS = List.of("#3b82c4", "#d97f2b", "#4a9d6b", "#9a6fb8", "#b5524f");

    private final List<Line> lines;
    private final List<String> targets;
    private final double greatest;
    private final StringBuilder svg = new StringBuilder();

    private Chart(Summary summary) {
        lines = summary.lines();
        targets = lines.stream().map(Line::target).distinct().toList();
        greatest = lines.stream().mapToDouble(Chart::rate).max().orElse(0);
    }

    static String of(Summary summary) {
        return new Chart(summary).draw();
    }

    private static double rate(Line line) {
        return line.median(Figure.TEMPLATES_PER_SECOND).orElse(0);
    }

    private String draw() {
        StringBuilder bars = bars();
        int height = TOP + IntStream.range(0, lines.size()).map(this::step).sum() + GAP;
        svg.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" role="img">
                <title>Templates per second, median of the rounds</title>
                <style>
                text { font: 13px system-ui, sans-serif; fill: #24292f }
                .spread { stroke: #24292f; stroke-width: 1.5 }
                @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .spread { stroke: #e6edf3 } }
                </style>
                """.formatted(WIDTH, height, WIDTH));
        legend();
        return svg.append(bars).append("</svg>\n").toString();
    }

    private void legend() {
        text(svg, 8, 18, "start", "templates per second: median, and least to greatest");
        int x = LEFT;
        for (int i = 0; i < targets.size(); i++) {
            rectangle(svg, x, 26, 12, 12, colour(i));
            text(svg, x + 18, 37, "start", targets.get(i));
            x += 34 + 8 * targets.get(i).length();
        }
    }

    private StringBuilder bars() {
        StringBuilder bars = new StringBuilder();
        int y = TOP;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            y += step(i);
            if (beginsLoad(i)) {
                text(bars, LEFT - 8, y - 4, "end", label(line));
            }
            bar(bars, line, y - BAR);
        }
        return bars;
    }

    private static String label(Line line) {
        return "%s, batch %d, %d client%s"
                .formatted(line.load(), line.batch(), line.clients(), line.clients() == 1 ? "" : "s");
    }

    private boolean beginsLoad(int index) {
        return index == 0 || !label(lines.get(index)).equals(label(lines.get(index - 1)));
    }

    /** How much lower than the one before this bar stands. */
    private int step(int index) {
        return beginsLoad(index) ? BAR + GAP : BAR;
    }

    private void bar(StringBuilder out, Line line, int y) {
        rectangle(out, LEFT, y, length(rate(line)), BAR - 3, colour(targets.indexOf(line.target())));
        int from = LEFT + length(line.least(Figure.TEMPLATES_PER_SECOND).orElse(0));
        int to = LEFT + length(line.greatest(Figure.TEMPLATES_PER_SECOND).orElse(0));
        int middle = y + (BAR - 3) / 2;
        out.append("<path class=\"spread\" d=\"M%d %dH%d\"/>\n".formatted(from, middle, to));
        String rate = String.format(Locale.ROOT, "%,.0f", rate(line)).replace(',', ' ');
        text(out, Math.max(to, LEFT + length(rate(line))) + 6, y + BAR - 6, "start", rate);
    }

    private int length(double rate) {
        return greatest == 0 ? 0 : (int) Math.round(Math.min(1.1, rate / greatest) * (WIDTH - LEFT - RIGHT) / 1.1);
    }

    private static String colour(int target) {
        return COLOURS.get(target % COLOURS.size());
    }

    private static void rectangle(StringBuilder out, int x, int y, int width, int height, String colour) {
        out.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"%s\"/>\n"
                .formatted(x, y, width, height, colour));
    }

    private static void text(StringBuilder out, int x, int y, String anchor, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        out.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n".formatted(x, y, anchor, escaped));
    }
}
