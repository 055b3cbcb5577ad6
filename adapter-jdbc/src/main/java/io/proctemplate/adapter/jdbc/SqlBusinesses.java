package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.BusinessStore;
import io.proctemplate.domain.template.Business;
import io.proctemplate.domain.template.Scope;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Businesses in a table, each with the scope of its standalone templates. */
final class SqlBusinesses implements BusinessStore {
    private final Handle handle;

    SqlBusinesses(Handle handle) {
        this.handle = handle;
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
        addScope(handle, Scope.standalone(id));
    }

    @Override
    public boolean businessExists(long id) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM business WHERE id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<Business> businesses() {
        return handle.createQuery("SELECT id, name FROM business ORDER BY id")
                .map((row, context) -> new Business(row.getLong(1), row.getString(2)))
                .list();
    }

    /** The scopes of service templates stay, and keep the business from being removed. */
    @Override
    public boolean removeBusiness(long id) {
        handle.execute("DELETE FROM scope WHERE bk_biz_id = ? AND service_template_id = 0", id);
        return handle.execute("DELETE FROM business WHERE id = ?", id) == 1;
    }

    /** Makes a place for process templates. */
    static void addScope(Handle handle, Scope scope) {
        handle.execute(
                "INSERT INTO scope (bk_biz_id, service_template_id) VALUES (?, ?)",
                scope.businessId(),
                scope.serviceTemplateId());
    }
}
