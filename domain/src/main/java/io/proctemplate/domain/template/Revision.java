package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Rule;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import io.proctemplate.domain.violation.Violations;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes to one template, read, with everything that is wrong with them. What names the template would bear is kept even
 * where the changes are faulty, so that one answer can tell about taken names too. Immutable.
 *
 * <pre>{@code
 * Node.Mapping changes =
 *         new Node.Mapping.Builder().put("user", Node.Null.NULL).build();
 * Revision revision = nginx.revise(changes, Path.root());
 * boolean faultless = revision.violations().isEmpty(); // true
 * }</pre>
 *
 * @since 0.1.0
 */
public final class Revision {
    private final ProcessTemplate before;
    private final ProcessProperty property;
    private final Path at;
    private final Violations violations;
    private final Violations warnings;

    private Revision(
            ProcessTemplate before, ProcessProperty property, Path at, Violations violations, Violations warnings) {
        this.before = before;
        this.property = property;
        this.at = at;
        this.violations = violations;
        this.warnings = warnings;
    }

    /** {@code before} with {@code changes} made, which stand at {@code at}. */
    static Revision read(ProcessTemplate before, Node.Mapping changes, Path at) {
        Violations.Collector out = new Violations.Collector();
        Placement placement = new Placement(before.scope().businessId(), before.supplierAccount());
        placement.read(changes, at, out);
        if (!placement.supplierAccount().equals(before.supplierAccount())) {
            out.warning(Violation.fixedValue(at.member(Placement.SUPPLIER_ACCOUNT), before.supplierAccount()));
        }
        ProcessProperty revised = before.property().revise(changes, at, out);
        return new Revision(before, revised, at, out.errors(), out.warnings());
    }

    /**
     * The changes again, or everything that is wrong with them whatever template of the business they are made to. What
     * the template keeps is not known here, so nothing is said about it.
     */
    public static Validated<Node.Mapping> judge(long businessId, Node.Mapping changes, Path at) {
        Violations.Collector out = new Violations.Collector();
        new Placement(businessId, SupplierAccounts.DEFAULT).read(changes, at, out);
        ProcessProperty.EMPTY.revise(changes, at, out);
        Violations warnings = out.warnings().without(Rule.FIXED_VALUE);
        return out.errorCount() == 0
                ? new Validated.Valid<>(changes, warnings)
                : new Validated.Invalid<>(out.errors(), warnings);
    }

    /** Everything that is wrong with the changes by themselves; taken names are told by {@link #clashes}. */
    public Violations violations() {
        return violations;
    }

    /** What the sender should know of the changes. */
    public Violations warnings() {
        return warnings;
    }

    /** The process name to look for in the store: one, or none if it breaks a rule itself. */
    public List<String> processNames() {
        String name = processName();
        return name != null && Fields.BK_PROCESS_NAME.accepts(name) ? List.of(name) : List.of();
    }

    /** The function key to look for in the store: one, or none if it breaks a rule itself. */
    public List<FunctionKey> functionKeys() {
        FunctionKey key = functionKey();
        return key != null && key.isAcceptable() ? List.of(key) : List.of();
    }

    private @Nullable String processName() {
        return property.fields().value(Fields.BK_PROCESS_NAME);
    }

    private @Nullable FunctionKey functionKey() {
        return ProcessProperty.functionKeyOf(property.fields());
    }

    /** Which of the names another stored template has. */
    public Violations clashes(TakenNames stored) {
        Violations.Collector out = new Violations.Collector();
        String name = processName();
        Long ofName = name == null ? null : otherHolder(stored.processNames().get(name));
        if (name != null && ofName != null) {
            out.error(Violation.processNameTaken(valueOf(Fields.BK_PROCESS_NAME.name()), name, ofName));
        }
        FunctionKey key = functionKey();
        Long ofKey = key == null ? null : otherHolder(stored.functions().get(key));
        if (key != null && ofKey != null) {
            // The function name is fixed since the creation: only the start parameter can have brought this about.
            Path place = valueOf(Fields.BK_START_PARAM_REGEX.name());
            out.error(Violation.functionTaken(place, key.functionName(), key.startParameter(), ofKey));
        }
        return out.errors();
    }

    private @Nullable Long otherHolder(@Nullable Long holder) {
        return holder == null || holder == before.id() ? null : holder;
    }

    private Path valueOf(String field) {
        return at.member(field).member(TemplatedField.VALUE);
    }

    /**
     * The template as it is after the changes: one version later.
     *
     * @throws IllegalStateException if the changes are faulty
     */
    public ProcessTemplate revised(String modifier, Instant time) {
        if (!violations.isEmpty()) {
            throw new IllegalStateException("faulty changes: " + violations);
        }
        Stamp stamp = before.stamp().changed(modifier, time);
        return new ProcessTemplate(
                before.id(), before.scope(), before.supplierAccount(), property, stamp, before.version() + 1);
    }
}
