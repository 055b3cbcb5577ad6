package io.proctemplate.domain.audit;

import io.proctemplate.domain.template.ObjectType;
import java.time.Instant;

/**
 * What one request did to objects of one type, and who was behind it.
 *
 * <pre>{@code
 * AuditEvent event = new AuditEvent(
 *         Instant.parse("2026-11-24T08:00:00Z"),
 *         2,
 *         "5f1c",
 *         "deployer",
 *         "alice",
 *         AuditAction.CREATE,
 *         ObjectType.PROCESS_TEMPLATE);
 * }</pre>
 *
 * @param time when, to the millisecond
 * @param businessId the business whose objects they are
 * @param requestId the id by which the request is found in logs
 * @param app the application that called
 * @param user the user it spoke for
 * @since 0.1.0
 */
public record AuditEvent(
        Instant time,
        long businessId,
        String requestId,
        String app,
        String user,
        AuditAction action,
        ObjectType objectType) {}
