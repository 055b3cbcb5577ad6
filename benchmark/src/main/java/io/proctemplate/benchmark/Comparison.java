package io.proctemplate.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures several servers side by side: each kind of load on one after the other, the whole several times over, and each
 * time beginning with another server. What the machine does meanwhile so meets all of them.
 */
final class Comparison {
    private final List<Target> targets;
    private final List<Scenario> scenarios;
    private final int times;
    private final Consumer<String> progress;

    Comparison(List<Target> targets, List<Scenario> scenarios, int times, Consumer<String> progress) {
        this.targets = List.copyOf(targets);
        this.scenarios = List.copyOf(scenarios);
        this.times = times;
        this.progress = progress;
    }

    Summary run(Rounds rounds) throws IOException {
        Summary.Builder results =
                new Summary.Builder(targets.stream().map(Target::name).toList());
        for (int time = 0; time < times; time++) {
            for (Scenario scenario : scenarios) {
                for (Target target : beginningWith(time % targets.size())) {
                    progress.accept(
                            "round %d of %d: %s: %s".formatted(time + 1, times, scenario.name(), target.name()));
                    for (Result result : scenario.run(target, rounds)) {
                        results.add(target.name(), time, result);
                    }
                }
            }
        }
        return results.build();
    }

    private List<Target> beginningWith(int first) {
        List<Target> order = new ArrayList<>(targets);
        Collections.rotate(order, -first);
        return order;
    }
}
