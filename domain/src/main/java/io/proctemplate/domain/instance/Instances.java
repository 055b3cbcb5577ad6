package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.violation.Validated;

/**
 * What a template means for the processes made from it. A locked field ({@code as_default_value} true, and the names
 * always) has the template's value on every process; a free one has it only at the start. Whether a row exists, and
 * where it stands, is always the template's to say: the flag of {@code bind_info} as a whole is kept and changes
 * nothing, its rows have flags of their own.
 *
 * <p>Pure functions: nothing is changed, nothing is kept. A template is expected to give each row an id of its own, as
 * every drafted one does.
 *
 * <pre>{@code
 * Process process = Instances.instantiate(template, new Host("10.0.0.7", "", "", ""));
 * Process renamed = new Process(
 *         process.values().toBuilder().set(Fields.USER, "root").build(), process.rows());
 * String drift = Instances.drift(template, renamed, new Host("10.0.0.8", "", "", ""))
 *         .text();
 * // user: locked to "www", is "root"
 * // bind_info row 1 ip: locked to "10.0.0.8" (first inner v4), is "10.0.0.7"
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Instances {
    private Instances() {}

    /**
     * The process that {@code template} makes on {@code host}: every value is copied, locked or not; each row's address
     * is resolved, the empty text where the host has none; a row that does not say whether it is enabled is not.
     */
    public static Process instantiate(ProcessProperty template, Host host) {
        return new Synchronization(template, host).fresh();
    }

    /**
     * In what {@code process} is not what {@code template} says; empty if and only if {@link #synchronize} changes
     * nothing.
     */
    public static Drift drift(ProcessProperty template, Process process, Host host) {
        Synchronization synchronization = new Synchronization(template, host);
        return Comparison.of(process, synchronization.of(process), synchronization.addressSources());
    }

    /**
     * What {@code process} becomes when it is made to agree with {@code template}: locked values are overwritten, free
     * ones kept; the rows are the template's, in its order. A row is found again by its template row id, and the first
     * one counts; a new row gets all of the template's values; a row the template does not have goes. Doing it again
     * changes nothing.
     */
    public static Process synchronize(ProcessProperty template, Process process, Host host) {
        return new Synchronization(template, host).of(process);
    }

    /**
     * {@code process} with {@code changes}: bare values by field name, and under {@code bind_info} a list of rows, each
     * {@code {"template_row_id": n, …}} with the fields of that row to change. Fields that are not named stay. Only free
     * fields can change; to name a locked one is a violation, unless with the value it is locked to. Values keep the
     * rules of the catalogue; an address is a literal one of the family of the row's protocol, or empty. A key that
     * means nothing earns a warning.
     */
    public static Validated<Process> edit(ProcessProperty template, Process process, Node.Mapping changes) {
        return new Edit(template, process).apply(changes);
    }

    /** What people may change on processes of {@code template}. */
    public static EditableFields editableFields(ProcessProperty template) {
        return EditableFields.of(template);
    }

    /**
     * Each value that counts on {@code process}, with where it comes from: what {@link #synchronize} would leave, so a
     * locked field shows the template's value whatever the process has.
     *
     * @param host by which locked addresses are resolved
     */
    public static Effective effective(ProcessProperty template, Process process, Host host) {
        return Effective.of(instantiate(template, host), synchronize(template, process, host), template);
    }
}
