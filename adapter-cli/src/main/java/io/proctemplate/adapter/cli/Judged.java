package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A file with everything that is wrong with it, in the order of the file.
 *
 * @param properties the templates; none if anything is wrong
 */
record Judged(String file, List<ProcessProperty> properties, List<Finding> violations, List<Finding> warnings) {
    private static final Comparator<Finding> IN_FILE = Comparator.comparingInt(
                    (Finding finding) -> finding.place().line())
            .thenComparingInt(finding -> finding.place().column());

    Judged {
        properties = List.copyOf(properties);
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    static Judged of(Document document, int maxBatch, Function<Violation, String> sentence) {
        List<Finding> faults = document.faults().stream().map(Finding::of).toList();
        Part content = document.content();
        if (content == null) {
            return new Judged(document.name(), List.of(), faults, List.of());
        }
        Templates templates = Templates.of(content.node(), maxBatch);
        List<Finding> violations = besides(faults, located(templates.violations(), content, sentence));
        return new Judged(
                document.name(),
                violations.isEmpty() ? templates.properties() : List.of(),
                violations,
                located(templates.warnings(), content, sentence));
    }

    private static List<Finding> located(Violations violations, Part content, Function<Violation, String> sentence) {
        return violations.list().stream()
                .map(violation -> Finding.of(violation, content, sentence))
                .sorted(IN_FILE)
                .toList();
    }

    /** What the rules say of a value that may not even be what it was read as is no news. */
    private static List<Finding> besides(List<Finding> faults, List<Finding> others) {
        Set<Place> faulty = new HashSet<>(faults.stream().map(Finding::place).toList());
        return Stream.concat(faults.stream(), others.stream().filter(other -> !faulty.contains(other.place())))
                .sorted(IN_FILE)
                .toList();
    }

    boolean isFine() {
        return violations.isEmpty();
    }

    /** A line for each violation, then one for each warning. */
    Stream<String> lines() {
        String shown = Excerpt.inLine(file);
        return Stream.concat(
                violations.stream().map(violation -> violation.line(shown, "error")),
                warnings.stream().map(warning -> warning.line(shown, "warning")));
    }

    Node toNode() {
        return new Node.Mapping.Builder()
                .put("file", Scalar.of(file))
                .put("violations", list(violations))
                .put("warnings", list(warnings))
                .build();
    }

    private static Node list(List<Finding> findings) {
        return new Node.Sequence(findings.stream().map(Finding::toNode).toList());
    }
}
