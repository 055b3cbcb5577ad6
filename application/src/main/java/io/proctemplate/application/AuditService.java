package io.proctemplate.application;

import io.proctemplate.application.api.Audit;
import io.proctemplate.application.api.AuditQuery;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.template.Scope;

/** What was done, for those who have the right to know it. */
final class AuditService implements Audit {
    private final Attempts attempts;

    AuditService(Attempts attempts) {
        this.attempts = attempts;
    }

    /** The right is one in the business: who may know of one service template is not told of the others. */
    @Override
    public Outcome<Long> list(Caller caller, AuditQuery query, ListReceiver<AuditEntry> receiver) {
        Asked asked = new Asked(caller, Call.AUDIT_LIST, query.warnings());
        return asked.ifMay(
                Scope.standalone(query.filter().businessId()),
                () -> attempts.read(asked, stores -> {
                    long count = stores.audit().count(query.filter());
                    receiver.count(count);
                    stores.audit().list(query.filter(), query.page(), receiver::item);
                    return asked.done(count);
                }));
    }
}
