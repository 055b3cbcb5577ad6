package io.proctemplate.domain.audit;

/**
 * One line of the audit.
 *
 * <pre>{@code
 * AuditEntry entry = new AuditEntry(1, event, AuditedObject.of(52, "nginx"));
 * }</pre>
 *
 * @param id a later entry has a greater one
 * @since 0.1.0
 */
public record AuditEntry(long id, AuditEvent event, AuditedObject object) {}
