package io.proctemplate.domain.audit;

import java.time.Instant;

/**
 * What one request did to objects of one type, and who was behind it.
 *
 * <pre>{@code
 * AuditEvent event = new AuditEvent(
 *         Instant.parse("2026-11-24T08:00:00Z"),
 *         2,
 *         RequestId.of("5f1c"),
 *         "deployer",
 *         "alice",
 *         AuditAction.CREATE,
 *         AuditedType.PROCESS_TEMPLATE);
 * }</pre>
 *
 * @param time when, to the millisecond
 * @param businessId the business whose objects they are, or {@link #NO_BUSINESS}
 * @param requestId by which the request is found in logs
 * @param app the application that called, or {@link #NO_APP}
 * @param user the user it spoke for; of an operator's command the operating system's user, of the server's own doing "server"
 * @since 0.1.0
 */
public record AuditEvent(
        Instant time,
        long businessId,
        RequestId requestId,
        String app,
        String user,
        AuditAction action,
        AuditedType objectType) {
    /** The business of what belongs to none, such as applications. No business has this id. */
    public static final long NO_BUSINESS = 0;

    /** The application of what an operator did past all applications. None has this code. */
    public static final String NO_APP = "";
}
