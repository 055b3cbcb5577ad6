package io.proctemplate.application;

import io.proctemplate.application.api.Audit;
import io.proctemplate.application.api.AuditQuery;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.ListReceiver;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.template.Scope;

/** What was done, for those who have the right to know it. */
final class AuditService implements Audit {
    private final Attempts attempts;

    AuditService(Attempts attempts) {
        this.attempts = attempts;
    }

    /**
     * The right is one in the business: who may know of one service template is not told of the others. What belongs to no
     * business is for the operator alone.
     */
    @Override
    public Outcome<Long> list(Caller caller, AuditQuery query, ListReceiver<AuditEntry> receiver) {
        Asked asked = new Asked(caller, Call.AUDIT_LIST, query.warnings());
        return asked.ifMay(
                Scope.standalone(query.businessId()),
                () -> query.businessId() == AuditEvent.NO_BUSINESS
                        ? nothing(asked, receiver)
                        : attempts.read(asked, stores -> list(asked, query, receiver, stores)));
    }

    private static Outcome<Long> nothing(Asked asked, ListReceiver<AuditEntry> receiver) {
        receiver.count(0);
        return asked.done(0L);
    }

    private static Outcome<Long> list(Asked asked, AuditQuery query, ListReceiver<AuditEntry> receiver, Stores stores) {
        long count = stores.audit().count(query.filter());
        receiver.count(count);
        stores.audit().list(query.filter(), query.page(), receiver::item);
        return asked.done(count);
    }
}
