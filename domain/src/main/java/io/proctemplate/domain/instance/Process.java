package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.ValueSet;
import java.util.List;

/**
 * A process on a host as a template makes it and people may change it: concrete values and concrete rows. What of it is
 * subject to its template is said by the template, not here; see {@link Instances}.
 *
 * <pre>{@code
 * Process process = Instances.instantiate(template, host);
 * String user = process.values().get(Fields.USER); // "www"
 * BoundRow row = process.rows().get(0);
 * }</pre>
 *
 * @param values the values of {@link Fields#PROCESS}
 * @param rows the ports it binds, in order
 * @since 0.1.0
 */
public record Process(ValueSet values, List<BoundRow> rows) {
    /**
     * Checks the structure.
     *
     * @throws IllegalArgumentException if {@code values} are not those of a process
     */
    public Process {
        if (values.catalogue() != Fields.PROCESS) {
            throw new IllegalArgumentException("not the values of a process: " + values);
        }
        rows = List.copyOf(rows);
    }
}
