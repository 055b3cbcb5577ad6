package io.proctemplate.application.api;

import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import io.proctemplate.domain.violation.Violations;

/**
 * Which entries of the audit are asked for.
 *
 * @param businessId that of the filter
 */
public record AuditQuery(long businessId, AuditFilter filter, Page<OfAuditEntry> page, Violations warnings) {}
