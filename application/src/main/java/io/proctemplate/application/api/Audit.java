package io.proctemplate.application.api;

import io.proctemplate.domain.audit.AuditEntry;

/** What was done, told to whom it concerns (wire contract, section 5, audit). */
public interface Audit {

    /**
     * Hands the entries that fit to {@code receiver}, one after the other, within one consistent state.
     *
     * @return how many fit, without paging
     */
    Outcome<Long> list(Caller caller, AuditQuery query, ListReceiver<AuditEntry> receiver);
}
