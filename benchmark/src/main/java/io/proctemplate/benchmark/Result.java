package io.proctemplate.benchmark;

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What one round came to.
 *
 * @param figures what could be measured
 * @param answers how often each answer was given
 * @param unexpected requests answered in a way that was not to be expected
 */
record Result(Cell cell, Map<Figure, Double> figures, Map<Answer, Long> answers, long unexpected) {
    private static final double NANOS_PER_MILLI = 1e6;

    Result {
        figures = Map.copyOf(figures);
        answers = new TreeMap<>(answers);
    }

    static Result of(
            Cell cell,
            Tally tally,
            OptionalDouble serverCpu,
            OptionalDouble databaseCpu,
            OptionalDouble ownCpu,
            OptionalDouble residentMib) {
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        figures.put(Figure.TEMPLATES_PER_SECOND, tally.donePerSecond() * cell.templates());
        figures.put(Figure.REQUESTS_PER_SECOND, tally.donePerSecond());
        figures.put(Figure.P50_MS, millis(tally.sinceIntended(), 50));
        figures.put(Figure.P99_MS, millis(tally.sinceIntended(), 99));
        figures.put(Figure.MAX_MS, millis(tally.sinceIntended(), 100));
        if (cell.isOpen()) { // else a request is sent when it is meant to be
            figures.put(Figure.P50_SENT_MS, millis(tally.sinceSent(), 50));
            figures.put(Figure.P99_SENT_MS, millis(tally.sinceSent(), 99));
        }
        figures.put(Figure.BUSY_PER_SECOND, tally.busy() / tally.seconds());
        figures.put(Figure.BUSY_FOR_MS, tally.busyForMillis());
        figures.put(Figure.NEVER_SENT_PER_SECOND, tally.neverSent() / tally.seconds());
        serverCpu.ifPresent(value -> figures.put(Figure.SERVER_CPU, value));
        databaseCpu.ifPresent(value -> figures.put(Figure.DATABASE_CPU, value));
        residentMib.ifPresent(value -> figures.put(Figure.RESIDENT_MIB, value));
        ownCpu.ifPresent(value -> figures.put(Figure.LOAD_CPU, value));
        return new Result(cell, figures, tally.answers(), tally.unexpected());
    }

    private static double millis(Latencies latencies, double percent) {
        return latencies.percentile(percent) / NANOS_PER_MILLI;
    }

    OptionalDouble figure(Figure figure) {
        Double value = figures.get(figure);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Something that is measured. */
    enum Figure {
        TEMPLATES_PER_SECOND("templates/s", 0),
        REQUESTS_PER_SECOND("requests/s", 0),
        P50_MS("p50 ms", 2),
        P99_MS("p99 ms", 2),
        MAX_MS("max ms", 1),
        P50_SENT_MS("p50 ms from sending", 2),
        P99_SENT_MS("p99 ms from sending", 2),
        /** Requests a second that the server had no room for. */
        BUSY_PER_SECOND("503/s", 0),
        /** From the beginning to the last such refusal. */
        BUSY_FOR_MS("last 503 after ms", 0),
        NEVER_SENT_PER_SECOND("unsent/s", 0),
        /** Milliseconds of the server's processor time for 1 000 templates. */
        SERVER_CPU("server CPU ms/1000", 1),
        DATABASE_CPU("database CPU ms/1000", 1),
        RESIDENT_MIB("memory MiB", 0),
        /** Of one core. */
        LOAD_CPU("load's CPU", 2);

        private final String label;
        private final int decimals;

        Figure(String label, int decimals) {
            this.label = label;
            this.decimals = decimals;
        }

        String label() {
            return label;
        }

        int decimals() {
            return decimals;
        }
    }
}
