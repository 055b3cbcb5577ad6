package io.proctemplate.application.api;

import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditFilter;
import java.util.List;

/** What was done, told to the operator. */
public interface AuditTrail {

    /** The newest {@code limit} entries that fit, newest first; a business that is gone still has its own. */
    Administered<List<AuditEntry>> newest(AuditFilter filter, int limit);
}
