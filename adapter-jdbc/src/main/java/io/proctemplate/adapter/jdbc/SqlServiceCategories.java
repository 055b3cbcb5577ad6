package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.ServiceCategoryStore;
import io.proctemplate.domain.template.ServiceCategory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Service categories in a table. */
final class SqlServiceCategories implements ServiceCategoryStore {
    private static final String SELECT =
            "SELECT id, bk_biz_id, root_id, parent_id, name, supplier_account FROM service_category";

    private final Handle handle;
    private final Statements statements;

    SqlServiceCategories(Handle handle, Statements statements) {
        this.handle = handle;
        this.statements = statements;
    }

    @Override
    public long nextId() {
        return IdSequence.SERVICE_CATEGORY.next(handle, statements.engine());
    }

    @Override
    public Optional<ServiceCategory> find(long id) {
        return one(handle.createQuery(SELECT + " WHERE id = :id").bind("id", id));
    }

    @Override
    public Optional<ServiceCategory> findLocked(long businessId, long id) {
        return one(
                handle.createQuery(SELECT + " WHERE id = :id AND bk_biz_id IN (:business, 0) " + statements.rowLock())
                        .bind("id", id)
                        .bind("business", businessId));
    }

    private static Optional<ServiceCategory> one(Query query) {
        return query.map((row, context) -> read(row)).findOne();
    }

    @Override
    public OptionalLong findByName(long businessId, long parentId, String name) {
        return handle.createQuery("""
                        SELECT id FROM service_category
                        WHERE parent_id = :parent AND bk_biz_id IN (:business, 0) AND name = :name
                        ORDER BY id FETCH FIRST ROW ONLY
                        """)
                .bind("parent", parentId)
                .bind("business", businessId)
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public boolean hasChildren(long businessId, long id) {
        return handle.createQuery("""
                        SELECT EXISTS (
                            SELECT 1 FROM service_category WHERE parent_id = :id AND bk_biz_id IN (:business, 0)
                        )
                        """)
                .bind("id", id)
                .bind("business", businessId)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public boolean isUsed(long id) {
        return handle.createQuery("SELECT EXISTS (SELECT 1 FROM service_template WHERE service_category_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    @Override
    public List<ServiceCategory> list(long businessId) {
        return handle.createQuery(SELECT + " WHERE bk_biz_id IN (:business, 0) ORDER BY name, id")
                .bind("business", businessId)
                .map((row, context) -> read(row))
                .list();
    }

    @Override
    public void insert(ServiceCategory category) {
        handle.createUpdate("""
                        INSERT INTO service_category
                            (id, bk_biz_id, business_ref, root_id, parent_id, parent_ref, name, supplier_account)
                        VALUES (:id, :business, NULLIF(CAST(:business AS BIGINT), 0), :root, :parent,
                            NULLIF(CAST(:parent AS BIGINT), 0), :name, :account)
                        """)
                .bind("id", category.id())
                .bind("business", category.businessId())
                .bind("root", category.rootId())
                .bind("parent", category.parentId())
                .bind("name", category.name())
                .bind("account", category.supplierAccount())
                .execute();
    }

    @Override
    public void update(ServiceCategory category) {
        handle.execute("UPDATE service_category SET name = ? WHERE id = ?", category.name(), category.id());
    }

    @Override
    public void delete(long id) {
        handle.execute("DELETE FROM service_category WHERE id = ?", id);
    }

    private static ServiceCategory read(ResultSet row) throws SQLException {
        long business = row.getLong("bk_biz_id");
        return new ServiceCategory(
                row.getLong("id"),
                business,
                row.getString("name"),
                row.getLong("root_id"),
                row.getLong("parent_id"),
                row.getString("supplier_account"),
                business == ServiceCategory.BUILT_IN_BUSINESS);
    }
}
