package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.AuditStore;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.audit.AuditedObject;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The audit in two tables: what was done, and to which objects. */
final class SqlAudit implements AuditStore {
    /** Entries have ids of their own: that of the event, and the place within it in so many bits. */
    private static final int PLACE_BITS = 20;

    static final String EVENT_COLUMNS =
            "bk_biz_id, id, event_time, request_id, server_request_id," + " app, user_name, action, object_type";

    /** What {@link #bind} binds, but for the id. */
    static final String EVENT_VALUES = ":event_business, %s, :event_time, :request_id, :server_request_id, :app,"
            + " :user_name, :action, :object_type";

    private static final String ENTRIES = """
             FROM audit_event e JOIN audit_object o ON o.bk_biz_id = e.bk_biz_id AND o.event_id = e.id
            WHERE TRUE\
            """;

    private final Handle handle;
    private final Statements statements;

    SqlAudit(Handle handle, Statements statements) {
        this.handle = handle;
        this.statements = statements;
    }

    static <S extends SqlStatement<S>> S bind(S statement, AuditEvent event) {
        return statement
                .bind("event_business", event.businessId())
                .bind("event_time", event.time().toEpochMilli())
                .bind("request_id", event.requestId().id())
                .bind("server_request_id", event.requestId().serverId())
                .bind("app", event.app())
                .bind("user_name", event.user())
                .bind("action", event.action().wireName())
                .bind("object_type", event.objectType().wireName());
    }

    @Override
    public void append(AuditEvent event, List<AuditedObject> objects) {
        long id = keep(event);
        handle.createUpdate("""
                        INSERT INTO audit_object (bk_biz_id, event_id, place, object_id, object_name, changes)
                        SELECT :business, :event, place - 1, object_id, object_name, changes
                        FROM UNNEST(CAST(:ids AS BIGINT ARRAY), CAST(:names AS VARCHAR ARRAY), CAST(:changes AS VARCHAR ARRAY))
                            WITH ORDINALITY AS done (object_id, object_name, changes, place)
                        """)
                .bind("business", event.businessId())
                .bind("event", id)
                .bind(
                        "ids",
                        SqlArrays.ofNumbers(
                                objects.stream().map(AuditedObject::id).toList()))
                .bind(
                        "names",
                        SqlArrays.ofTexts(
                                objects.stream().map(AuditedObject::name).toList()))
                .bind(
                        "changes",
                        SqlArrays.ofTexts(objects.stream()
                                .map(object -> ChangesDocument.write(object.changes()))
                                .toList()))
                .execute();
    }

    private long keep(AuditEvent event) {
        long id =
                handle.createQuery(statements.auditEventId()).mapTo(Long.class).one();
        bind(
                        handle.createUpdate("INSERT INTO audit_event (" + EVENT_COLUMNS + ") VALUES ("
                                + EVENT_VALUES.formatted(":event") + ")"),
                        event)
                .bind("event", id)
                .execute();
        return id;
    }

    /** Keeps one entry for each process template of {@code scope}, which nobody else may write in, by rising id. */
    void appendTemplatesOf(Scope scope, AuditEvent event) {
        handle.createUpdate("""
                        INSERT INTO audit_object (bk_biz_id, event_id, place, object_id, object_name, changes)
                        SELECT bk_biz_id, :event, ROW_NUMBER() OVER (ORDER BY id) - 1, id, process_name, NULL
                        FROM process_template
                        WHERE bk_biz_id = :business AND service_template_id = :serviceTemplate
                        """)
                .bind("event", keep(event))
                .bind("business", scope.businessId())
                .bind("serviceTemplate", scope.serviceTemplateId())
                .execute();
    }

    @Override
    public long count(AuditFilter filter) {
        return bind(handle.createQuery(counting(filter)), filter)
                .mapTo(Long.class)
                .one();
    }

    static String counting(AuditFilter filter) {
        return "SELECT COUNT(*)" + ENTRIES + conditions(filter);
    }

    @Override
    public void list(AuditFilter filter, Page<OfAuditEntry> page, Consumer<AuditEntry> receiver) {
        Query query = bind(handle.createQuery(listing(filter, page)), filter);
        Paging.deliver(query, (row, context) -> read(row), receiver);
    }

    /** In the order of the primary keys, so that a page near the begin needs no more rows than it has. */
    static String listing(AuditFilter filter, Page<OfAuditEntry> page) {
        String direction = page.orders().get(0).descending() ? " DESC" : "";
        return "SELECT e.*, o.place, o.object_id, o.object_name, o.changes" + ENTRIES + conditions(filter)
                + " ORDER BY e.id" + direction + ", o.place" + direction + Paging.part(page);
    }

    private static String conditions(AuditFilter filter) {
        return condition(filter.businessId(), "e.bk_biz_id = :business")
                + condition(filter.requestId(), "e.request_id = :request_id")
                + condition(filter.serverRequestId(), "e.server_request_id = :server_request_id")
                + condition(filter.user(), "e.user_name = :user_name")
                + condition(filter.app(), "e.app = :app")
                + condition(filter.action(), "e.action = :action")
                + condition(filter.objectType(), "e.object_type = :object_type")
                + condition(filter.since(), "e.event_time >= :since")
                + condition(filter.until(), "e.event_time < :until")
                + condition(filter.objectIds(), "o.object_id = ANY(CAST(:ids AS BIGINT ARRAY))");
    }

    private static String condition(@Nullable Object wanted, String sql) {
        return wanted == null ? "" : " AND " + sql;
    }

    private static Query bind(Query query, AuditFilter filter) {
        if (filter.businessId() != null) {
            query.bind("business", filter.businessId());
        }
        bindIfWanted(query, "request_id", filter.requestId());
        bindIfWanted(query, "server_request_id", filter.serverRequestId());
        bindIfWanted(query, "user_name", filter.user());
        bindIfWanted(query, "app", filter.app());
        if (filter.action() != null) {
            query.bind("action", filter.action().wireName());
        }
        if (filter.objectType() != null) {
            query.bind("object_type", filter.objectType().wireName());
        }
        if (filter.since() != null) {
            query.bind("since", firstMillisecond(filter.since()));
        }
        if (filter.until() != null) {
            query.bind("until", firstMillisecond(filter.until()));
        }
        if (filter.objectIds() != null) {
            query.bind("ids", SqlArrays.ofNumbers(filter.objectIds()));
        }
        return query;
    }

    private static void bindIfWanted(Query query, String name, @Nullable String wanted) {
        if (wanted != null) {
            query.bind(name, wanted);
        }
    }

    /** That is not before {@code instant}: events are kept to the millisecond. */
    private static long firstMillisecond(Instant instant) {
        return instant.plusNanos(999_999).toEpochMilli();
    }

    private static AuditEntry read(ResultSet row) throws SQLException {
        AuditEvent event = new AuditEvent(
                Instant.ofEpochMilli(row.getLong("event_time")),
                row.getLong("bk_biz_id"),
                new RequestId(row.getString("request_id"), row.getString("server_request_id")),
                row.getString("app"),
                row.getString("user_name"),
                action(row.getString("action")),
                type(row.getString("object_type")));
        AuditedObject object = new AuditedObject(
                row.getLong("object_id"), row.getString("object_name"), ChangesDocument.read(row.getString("changes")));
        return new AuditEntry((row.getLong("id") << PLACE_BITS) + row.getLong("place"), event, object);
    }

    private static AuditAction action(String wireName) {
        return Arrays.stream(AuditAction.values())
                .filter(action -> action.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }

    private static AuditedType type(String wireName) {
        return Arrays.stream(AuditedType.values())
                .filter(type -> type.wireName().equals(wireName))
                .findFirst()
                .orElseThrow();
    }
}
