package io.proctemplate.application.spi;

import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.template.Scope;
import java.util.List;

/**
 * Keeps what was done, in the unit in which it is done. Each method is a number of statements that does not depend on how
 * many objects there are.
 */
public interface AuditStore {

    /** Keeps one entry for each of {@code objects}, in their order. */
    void append(AuditEvent event, List<AuditedObject> objects);

    /** Keeps one entry for each process template of {@code scope}, by rising id. */
    void appendTemplatesOf(Scope scope, AuditEvent event);

    /** What a request did in a business, in the order in which it was done. */
    List<AuditEntry> ofRequest(long businessId, String requestId);
}
