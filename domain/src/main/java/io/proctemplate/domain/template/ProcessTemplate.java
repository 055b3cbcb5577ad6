package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;

/**
 * How a process of a service runs, and to which of it instances are locked.
 *
 * <p>Life cycle: a caller's item is read as a {@link Draft}, or refused with everything that is wrong with it. A draft
 * becomes a template when it gets an id and a stamp; its version is then 1. A {@link Revision} makes it the
 * next version. It stays in its scope for good, with its function name; within the scope its process name and its
 * function key are its own. Stored templates come back through {@link #restore}.
 *
 * <pre>{@code
 * ProcessTemplate.Draft draft = ProcessTemplate.draft(new Scope(2, 7), SupplierAccounts.DEFAULT, item)
 *         .orThrow();
 * ProcessTemplate created = draft.identified(1, Stamp.created("admin", Instant.EPOCH));
 * }</pre>
 *
 * @param id positive, given by the store, never reused
 * @param version 1 after creation, one more with each change
 * @since 0.1.0
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

    /** Reads one item as it stands in a batch, {@code {"spec": {…}}}, by itself: places are within the item. */
    public static Validated<Draft> draft(Scope scope, String supplierAccount, Node item) {
        DraftBatch batch = DraftBatch.readAlone(scope, supplierAccount, item);
        return batch.violations().isEmpty()
                ? new Validated.Valid<>(batch.drafts().get(0), batch.warnings())
                : new Validated.Invalid<>(batch.violations(), batch.warnings());
    }

    /**
     * This template with {@code changes} made, which stand at {@code at} in the request, or everything that is wrong with
     * them. Whether a new name is free in the scope is for the store to say.
     */
    public Revision revise(Node.Mapping changes, Path at) {
        return Revision.read(this, changes, at);
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
