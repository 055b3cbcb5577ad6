package shop;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.violation.Violation;
import java.util.stream.Collectors;

/** Uses a type of each of the layers of the library. */
public final class Faults {
    private Faults() {}

    /** What is wrong with {@code spec}, one line for each. */
    public static String of(Node.Mapping spec) {
        return ProcessProperty.draft(spec).violations().list().stream()
                .map(Faults::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Violation violation) {
        return violation.rule() + " " + violation.path().pointer();
    }
}
