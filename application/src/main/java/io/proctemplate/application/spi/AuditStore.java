package io.proctemplate.application.spi;

import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import java.util.List;
import java.util.function.Consumer;

/**
 * Keeps what was done, in the unit in which it is done. Each method is a number of statements that does not depend on how
 * many objects there are.
 */
public interface AuditStore {

    /** Keeps one entry for each of {@code objects}, in their order. */
    void append(AuditEvent event, List<AuditedObject> objects);

    /** How many entries fit. */
    long count(AuditFilter filter);

    /** Hands over the page of the entries that fit, in the page's order, without holding all of them. */
    void list(AuditFilter filter, Page<OfAuditEntry> page, Consumer<AuditEntry> receiver);
}
