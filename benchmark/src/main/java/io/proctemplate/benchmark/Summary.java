package io.proctemplate.benchmark;

import io.proctemplate.benchmark.Result.Figure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The rounds of a comparison taken together: medians, spread and ratios for each kind of load and each server. */
record Summary(List<Line> lines) {
    Summary {
        lines = List.copyOf(lines);
    }

    /** Whether any request was answered in a way that was not to be expected. */
    boolean isClean() {
        return lines.stream().allMatch(line -> line.unexpected() == 0);
    }

    /**
     * One server under one load.
     *
     * @param results of its rounds, by the number of the round
     * @param reference those of the server that others are compared with
     */
    record Line(
            String load,
            int batch,
            int clients,
            String target,
            Map<Integer, Result> results,
            Map<Integer, Result> reference) {
        Line {
            results = Map.copyOf(results);
            reference = Map.copyOf(reference);
        }

        OptionalDouble median(Figure figure) {
            return medianOf(values(figure));
        }

        OptionalDouble least(Figure figure) {
            return values(figure).min();
        }

        OptionalDouble greatest(Figure figure) {
            return values(figure).max();
        }

        /** The median of the ratios within the rounds: what slowed a whole round down does not matter. */
        OptionalDouble ratio(Figure figure) {
            return medianOf(results.entrySet().stream()
                    .filter(entry -> reference.containsKey(entry.getKey()))
                    .mapToDouble(entry -> value(entry.getValue(), figure)
                            / value(Objects.requireNonNull(reference.get(entry.getKey())), figure))
                    .filter(Double::isFinite));
        }

        long unexpected() {
            return results.values().stream().mapToLong(Result::unexpected).sum();
        }

        /** How often each answer was given in all rounds. */
        SortedMap<Answer, Long> answers() {
            SortedMap<Answer, Long> sum = new TreeMap<>();
            results.values()
                    .forEach(
                            result -> result.answers().forEach((answer, count) -> sum.merge(answer, count, Long::sum)));
            return sum;
        }

        private DoubleStream values(Figure figure) {
            return results.values().stream()
                    .map(result -> result.figure(figure))
                    .flatMapToDouble(OptionalDouble::stream);
        }

        private static double value(Result result, Figure figure) {
            return result.figure(figure).orElse(Double.NaN);
        }

        private static OptionalDouble medianOf(DoubleStream values) {
            double[] sorted = values.sorted().toArray();
            if (sorted.length == 0) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
        }
    }

    /** Gathers results as they come. */
    static final class Builder {
        private final List<String> targets;
        private final Map<Load, Map<String, Map<Integer, Result>>> results = new LinkedHashMap<>();

        private record Load(String name, int batch, int clients) {}

        /** @param targets the names of all servers, the one that others are compared with first */
        Builder(List<String> targets) {
            this.targets = List.copyOf(targets);
        }

        void add(String target, int round, Result result) {
            Cell cell = result.cell();
            results.computeIfAbsent(new Load(cell.name(), cell.batch(), cell.clients()), load -> new LinkedHashMap<>())
                    .computeIfAbsent(target, name -> new TreeMap<>())
                    .put(round, result);
        }

        Summary build() {
            List<Line> lines = new ArrayList<>();
            results.forEach((load, byTarget) -> lines(load, byTarget).forEach(lines::add));
            return new Summary(lines);
        }

        private Stream<Line> lines(Load load, Map<String, Map<Integer, Result>> byTarget) {
            Map<Integer, Result> reference = byTarget.getOrDefault(targets.get(0), Map.of());
            return targets.stream()
                    .filter(byTarget::containsKey)
                    .map(target -> new Line(
                            load.name,
                            load.batch,
                            load.clients,
                            target,
                            byTarget.getOrDefault(target, Map.of()),
                            reference));
        }
    }
}
