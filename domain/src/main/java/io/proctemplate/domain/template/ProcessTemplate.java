package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation.FunctionTaken;
import io.proctemplate.domain.violation.Violation.Holder;
import io.proctemplate.domain.violation.Violation.ProcessNameTaken;
import io.proctemplate.domain.violation.Violations;
import java.time.Instant;
import java.util.List;

/**
 * How a process of a service runs, and to which of it instances are locked.
 *
 * <p>Life cycle: a caller's item is read as a {@link Draft}, or refused with everything that is wrong with it. A draft
 * becomes a template when it gets an id and a stamp; its version is then 1. It stays in its scope for good; within the
 * scope its process name and its function key are its own. Stored templates come back through {@link #restore}.
 *
 * @param id positive, given by the store, never reused
 * @param version 1 after creation, one more with each change
 */
public record ProcessTemplate(
        long id, Scope scope, String supplierAccount, ProcessProperty property, Stamp stamp, long version) {

    /** A valid template-to-be. */
    public record Draft(Scope scope, String supplierAccount, ProcessProperty property) {

        /** The template this draft becomes. */
        public ProcessTemplate identified(long id, Stamp stamp) {
            return new ProcessTemplate(id, scope, supplierAccount, property, stamp, 1);
        }
    }

    /** Reads one item of a batch, {@code {"spec": {…}}}, by itself. */
    public static Validated<Draft> draft(Scope scope, String supplierAccount, Node item) {
        DraftBatch batch = DraftBatch.read(scope, supplierAccount, new Node.Sequence(List.of(item)), Path.root());
        return batch.violations().isEmpty()
                ? new Validated.Valid<>(batch.drafts().get(0), batch.warnings())
                : new Validated.Invalid<>(batch.violations(), batch.warnings());
    }

    /**
     * This template with {@code changes} made, which stand at {@code at} in the request: one version later, or everything
     * that is wrong with them. Whether a new name is free in the scope is for the store to say.
     */
    public Validated<ProcessTemplate> revise(Node.Mapping changes, Path at, String modifier, Instant time) {
        Violations.Collector out = new Violations.Collector();
        new Placement(scope.businessId(), supplierAccount).read(changes, at, out);
        ProcessProperty revised = property.revise(changes, at, out);
        if (out.errorCount() > 0) {
            return new Validated.Invalid<>(out.errors(), out.warnings());
        }
        ProcessTemplate next =
                new ProcessTemplate(id, scope, supplierAccount, revised, stamp.changed(modifier, time), version + 1);
        return new Validated.Valid<>(next, out.warnings());
    }

    /** Which of this template's names another stored template has; {@code at} is where the names stand in the request. */
    public Violations clashes(TakenNames stored, Path at) {
        Violations.Collector out = new Violations.Collector();
        Long nameHolder = stored.processNames().get(name());
        if (nameHolder != null && nameHolder != id) {
            Path place = at.member(Fields.BK_PROCESS_NAME.name()).member(TemplatedField.VALUE);
            out.error(new ProcessNameTaken(place, name(), Holder.stored(nameHolder)));
        }
        FunctionKey key = property.functionKey();
        Long functionHolder = stored.functions().get(key);
        if (functionHolder != null && functionHolder != id) {
            Path place = at.member(Fields.BK_START_PARAM_REGEX.name()).member(TemplatedField.VALUE);
            out.error(
                    new FunctionTaken(place, key.functionName(), key.startParameter(), Holder.stored(functionHolder)));
        }
        return out.errors();
    }

    /** A template as a store kept it; see {@link ProcessProperty#restore}. */
    public static ProcessTemplate restore(
            long id, Scope scope, String supplierAccount, ProcessProperty property, Stamp stamp, long version) {
        return new ProcessTemplate(id, scope, supplierAccount, property, stamp, version);
    }

    /** The name shown to people, unique in the scope. */
    public String name() {
        return property.processName();
    }
}
