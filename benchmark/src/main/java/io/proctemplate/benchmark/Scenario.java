package io.proctemplate.benchmark;

import java.io.IOException;
import java.util.List;

/** One or more rounds on a server that belong together. */
interface Scenario {
    /** What people call it while it runs. */
    String name();

    List<Result> run(Target target, Rounds rounds) throws IOException;

    /** One round by itself. */
    static Scenario of(Cell cell) {
        return new Single(cell);
    }

    /** See {@link #of}. */
    record Single(Cell cell) implements Scenario {
        @Override
        public String name() {
            return cell.name() + ", batch " + cell.batch() + ", clients " + cell.clients();
        }

        @Override
        public List<Result> run(Target target, Rounds rounds) throws IOException {
            return List.of(rounds.run(target, cell, true));
        }
    }

    /**
     * More than the server can bear: its best rate in a closed loop, then an open loop at ten times that rate, then the
     * first load again at once, which tells how soon the server is itself again.
     *
     * @param clients of the closed loop
     * @param flood clients of the open one, more than the server lets wait
     */
    record Overload(int batch, int clients, int flood) implements Scenario {
        private static final int TIMES = 10;

        @Override
        public String name() {
            return "overload, batch " + batch;
        }

        @Override
        public List<Result> run(Target target, Rounds rounds) throws IOException {
            Result best = rounds.run(target, cell("best rate", clients, 0, false), true);
            double rate = TIMES * best.figure(Result.Figure.REQUESTS_PER_SECOND).orElse(0);
            if (rate == 0) {
                return List.of(best);
            }
            return List.of(
                    best,
                    rounds.run(target, cell(TIMES + " times that", flood, rate, true), true),
                    rounds.run(target, cell("right after", clients, 0, true), false));
        }

        private Cell cell(String name, int connections, double rate, boolean busyAllowed) {
            return new Cell(name, Workload.CREATE, batch, connections, rate, busyAllowed);
        }
    }
}
