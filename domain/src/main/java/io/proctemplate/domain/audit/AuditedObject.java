package io.proctemplate.domain.audit;

import java.util.List;

/**
 * One object that something was done to.
 *
 * <pre>{@code
 * AuditedObject created = AuditedObject.of(52, "nginx");
 * }</pre>
 *
 * @param name the name it bears now or, once deleted, bore last
 * @param changes what differs from before, if it was changed
 * @since 0.1.0
 */
public record AuditedObject(long id, String name, List<Change> changes) {
    public AuditedObject {
        changes = List.copyOf(changes);
    }

    /** An object that came or went as a whole. */
    public static AuditedObject of(long id, String name) {
        return new AuditedObject(id, name, List.of());
    }
}
