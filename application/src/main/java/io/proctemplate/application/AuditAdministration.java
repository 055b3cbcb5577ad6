package io.proctemplate.application;

import io.proctemplate.application.api.Administered;
import io.proctemplate.application.api.AuditTrail;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Page.Order;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import java.util.ArrayList;
import java.util.List;

/** What an operator does with the audit. */
record AuditAdministration(Commands commands) implements AuditTrail {
    private static final List<Order<OfAuditEntry>> NEWEST_FIRST = List.of(new Order<>(OfAuditEntry.ID, true));

    @Override
    public Administered<List<AuditEntry>> newest(AuditFilter filter, int limit) {
        return commands.read(stores -> {
            List<AuditEntry> entries = new ArrayList<>();
            stores.audit().list(filter, new Page<>(0, limit, NEWEST_FIRST), entries::add);
            return entries;
        });
    }
}
