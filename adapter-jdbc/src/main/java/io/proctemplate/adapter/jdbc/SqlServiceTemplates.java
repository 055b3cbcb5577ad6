package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.ServiceTemplateStore;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.ServiceTemplate;
import io.proctemplate.domain.template.ServiceTemplateFilter;
import io.proctemplate.domain.template.SortField.OfServiceTemplate;
import io.proctemplate.domain.template.Stamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Service templates in a table, each with the scope of its process templates. */
final class SqlServiceTemplates implements ServiceTemplateStore {
    private static final String SELECT = "SELECT id, bk_biz_id, name, service_category_id, supplier_account, creator,"
            + " modifier, create_time, last_time FROM service_template";

    /** The version before this one keeps service templates without it, and may run beside it while it is replaced. */
    private static final String FOLDED = "COALESCE(NULLIF(folded_name, ''), LOWER(name))";

    private final Handle handle;
    private final Statements statements;

    SqlServiceTemplates(Handle handle, Statements statements) {
        this.handle = handle;
        this.statements = statements;
    }

    @Override
    public long nextId() {
        return IdSequence.SERVICE_TEMPLATE.next(handle, statements.engine());
    }

    @Override
    public Optional<ServiceTemplate> find(long id) {
        return one(handle.createQuery(SELECT + " WHERE id = :id").bind("id", id));
    }

    @Override
    public Optional<ServiceTemplate> findLocked(long businessId, long id) {
        return one(handle.createQuery(SELECT + " WHERE id = :id AND bk_biz_id = :business " + statements.rowLock())
                .bind("id", id)
                .bind("business", businessId));
    }

    private static Optional<ServiceTemplate> one(Query query) {
        return query.map((row, context) -> read(row)).findOne();
    }

    @Override
    public OptionalLong findByName(long businessId, String name) {
        return handle.createQuery("SELECT id FROM service_template WHERE bk_biz_id = :business AND name = :name")
                .bind("business", businessId)
                .bind("name", name)
                .mapTo(Long.class)
                .findOne()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public void insert(ServiceTemplate template) {
        SqlBusinesses.addScope(handle, new Scope(template.businessId(), template.id()));
        bind(handle.createUpdate("""
                        INSERT INTO service_template (id, bk_biz_id, name, folded_name, service_category_id,
                            supplier_account, creator, modifier, create_time, last_time)
                        VALUES (:id, :business, :name, :folded, :category, :account, :creator, :modifier, :created, :changed)
                        """), template)
                .bind("business", template.businessId())
                .bind("account", template.supplierAccount())
                .bind("creator", template.stamp().creator())
                .bind("created", template.stamp().createTime().toEpochMilli())
                .execute();
    }

    @Override
    public void update(ServiceTemplate template) {
        bind(handle.createUpdate("""
                        UPDATE service_template SET name = :name, folded_name = :folded,
                            service_category_id = :category, modifier = :modifier, last_time = :changed
                        WHERE id = :id
                        """), template).execute();
    }

    /** What an insert and an update bind alike. */
    private static <S extends SqlStatement<S>> S bind(S statement, ServiceTemplate template) {
        return statement
                .bind("id", template.id())
                .bind("name", template.name())
                .bind("folded", fold(template.name()))
                .bind("category", template.serviceCategoryId())
                .bind("modifier", template.stamp().modifier())
                .bind("changed", template.stamp().lastTime().toEpochMilli());
    }

    /** The form in which names are searched: databases do not agree on what the lower case of a letter is. */
    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Locks the scope before it looks what is in it: all who write there lock it. */
    @Override
    public void delete(ServiceTemplate template, AuditEvent event) {
        long business = template.businessId();
        long id = template.id();
        handle.createQuery("SELECT bk_biz_id FROM scope WHERE bk_biz_id = :business AND service_template_id = :id"
                        + " FOR UPDATE")
                .bind("business", business)
                .bind("id", id)
                .mapTo(Long.class)
                .findOne();
        new SqlAudit(handle, statements).appendTemplatesOf(template.scope(), event);
        handle.execute("DELETE FROM process_template WHERE bk_biz_id = ? AND service_template_id = ?", business, id);
        handle.execute("DELETE FROM service_template WHERE id = ?", id);
        handle.execute("DELETE FROM scope WHERE bk_biz_id = ? AND service_template_id = ?", business, id);
    }

    @Override
    public long count(ServiceTemplateFilter filter) {
        return bind(handle.createQuery("SELECT COUNT(*) FROM service_template" + where(filter)), filter)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void list(ServiceTemplateFilter filter, Page<OfServiceTemplate> page, Consumer<ServiceTemplate> receiver) {
        Query query = bind(handle.createQuery(listing(filter, page)), filter);
        Paging.deliver(query, (row, context) -> read(row), receiver);
    }

    static String listing(ServiceTemplateFilter filter, Page<OfServiceTemplate> page) {
        return SELECT + where(filter) + Paging.sql(page, SqlServiceTemplates::column);
    }

    private static String where(ServiceTemplateFilter filter) {
        StringBuilder where = new StringBuilder(" WHERE bk_biz_id = :business");
        if (filter.ids() != null) {
            where.append(" AND id = ANY(CAST(:ids AS BIGINT ARRAY))");
        }
        if (filter.search() != null) {
            where.append(filter.exact() ? " AND name = :search" : " AND POSITION(:search IN " + FOLDED + ") > 0");
        }
        if (filter.categoryId() != null) {
            where.append("""
                     AND service_category_id IN (
                        WITH RECURSIVE under (id) AS (
                            SELECT id FROM service_category WHERE id = :category
                            UNION ALL
                            SELECT child.id FROM service_category child JOIN under ON child.parent_ref = under.id
                        )
                        SELECT id FROM under
                    )""");
        }
        return where.toString();
    }

    private static Query bind(Query query, ServiceTemplateFilter filter) {
        query.bind("business", filter.businessId());
        if (filter.ids() != null) {
            query.bind("ids", SqlArrays.ofNumbers(filter.ids()));
        }
        if (filter.search() != null) {
            query.bind("search", filter.exact() ? filter.search() : fold(filter.search()));
        }
        if (filter.categoryId() != null) {
            query.bind("category", filter.categoryId());
        }
        return query;
    }

    private static String column(OfServiceTemplate field) {
        return switch (field) {
            case ID -> "id";
            case NAME -> "name";
            case BK_BIZ_ID -> "bk_biz_id";
            case SERVICE_CATEGORY_ID -> "service_category_id";
            case CREATOR -> "creator";
            case MODIFIER -> "modifier";
            case CREATE_TIME -> "create_time";
            case LAST_TIME -> "last_time";
            case BK_SUPPLIER_ACCOUNT -> "supplier_account";
        };
    }

    private static ServiceTemplate read(ResultSet row) throws SQLException {
        String modifier = row.getString("modifier");
        Stamp stamp = new Stamp(
                row.getString("creator"),
                modifier.isEmpty() ? row.getString("creator") : modifier, // the version before knows none
                Instant.ofEpochMilli(row.getLong("create_time")),
                Instant.ofEpochMilli(row.getLong("last_time")));
        return new ServiceTemplate(
                row.getLong("id"),
                row.getLong("bk_biz_id"),
                row.getString("name"),
                row.getLong("service_category_id"),
                row.getString("supplier_account"),
                stamp);
    }
}
