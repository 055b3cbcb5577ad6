package io.proctemplate.application.api;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Changes to one process template.
 *
 * @param changes the fields to change, as sent; what is wrong with their values is told when the template is there
 * @param version the version the caller has seen, null if it does not care
 */
public record ProcessTemplateUpdate(
        long businessId,
        long id,
        Node.Mapping changes,
        @Nullable Long version,
        Violations warnings) {
    /** The parameter that holds the changes. */
    public static final String CHANGES = "process_property";

    /** Where the changes stand in the request. */
    public Path changesPath() {
        return Path.root().member(CHANGES);
    }
}
