package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.OwnerStore;
import io.proctemplate.domain.template.Scope;
import org.jdbi.v3.core.Handle;

/** Businesses and service templates in tables, and the scopes that come with them. */
final class SqlOwners implements OwnerStore {
    private final Handle handle;
    private final Statements statements;

    SqlOwners(Handle handle, Statements statements) {
        this.handle = handle;
        this.statements = statements;
    }

    @Override
    public boolean isEmpty() {
        return handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM business)")
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public void addBusiness(long id, String name) {
        handle.execute("INSERT INTO business (id, name) VALUES (?, ?)", id, name);
        addScope(Scope.standalone(id));
    }

    @Override
    public long addServiceTemplate(long businessId, String name, String creator) {
        long id = handle.createQuery(statements.serviceTemplateId())
                .mapTo(Long.class)
                .one();
        addScope(new Scope(businessId, id));
        handle.execute(
                "INSERT INTO service_template (id, bk_biz_id, name, creator) VALUES (?, ?, ?, ?)",
                id,
                businessId,
                name,
                creator);
        return id;
    }

    private void addScope(Scope scope) {
        handle.execute(
                "INSERT INTO scope (bk_biz_id, service_template_id) VALUES (?, ?)",
                scope.businessId(),
                scope.serviceTemplateId());
    }
}
