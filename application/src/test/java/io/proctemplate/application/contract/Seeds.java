package io.proctemplate.application.contract;

import io.proctemplate.application.spi.Stores;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.template.ServiceCategory;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import io.proctemplate.domain.template.SupplierAccounts;
import java.time.Instant;

/** What tests put into a store before they begin. */
public final class Seeds {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    private Seeds() {}

    /** A service template under the built-in leaf category; gives back its id. */
    public static long serviceTemplate(Stores stores, long businessId, String name) {
        long id = stores.serviceTemplates().nextId();
        stores.serviceTemplates()
                .insert(new ServiceTemplate(
                        id,
                        businessId,
                        name,
                        builtInLeaf(stores),
                        SupplierAccounts.DEFAULT,
                        Stamp.created("seed", TIME)));
        return id;
    }

    /** Takes a service template away; what is in it is audited as deleted by the request {@code seed}. */
    public static void deleteServiceTemplate(Stores stores, long id) {
        ServiceTemplate template = stores.serviceTemplates().find(id).orElseThrow();
        AuditEvent event = new AuditEvent(
                TIME,
                template.businessId(),
                RequestId.of("seed"),
                "app",
                "seed",
                AuditAction.DELETE,
                AuditedType.PROCESS_TEMPLATE);
        stores.serviceTemplates().delete(template, event);
    }

    /** The built-in category that service templates can hang on. */
    public static long builtInLeaf(Stores stores) {
        return stores.serviceCategories().list(ServiceCategory.BUILT_IN_BUSINESS).stream()
                .filter(category -> category.parentId() != ServiceCategory.NO_PARENT)
                .mapToLong(ServiceCategory::id)
                .findFirst()
                .orElseThrow();
    }
}
