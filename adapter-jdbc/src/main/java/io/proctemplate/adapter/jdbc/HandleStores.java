package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.AuditStore;
import io.proctemplate.application.spi.BusinessStore;
import io.proctemplate.application.spi.IdempotencyStore;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.ServiceCategoryStore;
import io.proctemplate.application.spi.ServiceTemplateStore;
import io.proctemplate.application.spi.Stores;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The stores of one transaction; {@code serverRun} tells which run of the database's server it is with. */
record HandleStores(Handle handle, Statements statements, TemplateIds templateIds, Supplier<String> serverRun)
        implements Stores {
    @Override
    public ProcessTemplateStore processTemplates() {
        return new SqlProcessTemplates(handle, statements, templateIds, serverRun);
    }

    @Override
    public BusinessStore businesses() {
        return new SqlBusinesses(handle);
    }

    @Override
    public ServiceCategoryStore serviceCategories() {
        return new SqlServiceCategories(handle, statements);
    }

    @Override
    public ServiceTemplateStore serviceTemplates() {
        return new SqlServiceTemplates(handle, statements);
    }

    @Override
    public AccessStore access() {
        return new SqlAccess(handle, statements);
    }

    @Override
    public AuditStore audit() {
        return new SqlAudit(handle, statements);
    }

    @Override
    public IdempotencyStore idempotency() {
        return new SqlIdempotency(handle);
    }
}
