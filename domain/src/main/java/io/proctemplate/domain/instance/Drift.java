package io.proctemplate.domain.instance;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All in which a process is not what its template says. Empty if and only if a synchronisation changes nothing: it is
 * the comparison of the process with what a synchronisation makes of it.
 *
 * <pre>{@code
 * Drift drift = Instances.drift(template, process, host);
 * boolean asItShouldBe = drift.isEmpty(); // as Instances.synchronize would change nothing
 * }</pre>
 *
 * @param differences fields of the process first, then its rows, in the template's order
 * @since 0.1.0
 */
public record Drift(List<Difference> differences) {
    /** Copies the list. */
    public Drift {
        differences = List.copyOf(differences);
    }

    /** Whether the process is what its template says. */
    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /** One line of plain English for each difference, none for no drift. */
    public String text() {
        DriftText text = new DriftText();
        return differences.stream()
                .map(difference -> difference.fold(text) + "\n")
                .collect(Collectors.joining());
    }
}
