package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.AuditStore;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.ProcessTemplateFilter;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/** Process templates in a table. Each method is a few statements, {@link #nextIds} none most of the time. */
final class SqlProcessTemplates implements ProcessTemplateStore {
    private static final String AMONG_IDS = " bk_biz_id = :business AND id = ANY(CAST(:ids AS BIGINT ARRAY))";

    private final Handle handle;
    private final Statements statements;
    private final TemplateIds ids;
    private final Supplier<String> serverRun;

    SqlProcessTemplates(Handle handle, Statements statements, TemplateIds ids, Supplier<String> serverRun) {
        this.handle = handle;
        this.statements = statements;
        this.ids = ids;
        this.serverRun = serverRun;
    }

    /**
     * Queues for the scope and looks at it in one statement. Where it had to wait, what it tells may be older than what
     * the writer before it has kept; the constraints then refuse the insert.
     */
    @Override
    public Survey survey(Scope scope, List<String> processNames, List<FunctionKey> functionKeys) {
        return handle.createQuery(statements.survey())
                .bind("business", scope.businessId())
                .bind("serviceTemplate", scope.serviceTemplateId())
                .bind("names", SqlArrays.ofTexts(processNames))
                .bind(
                        "functions",
                        SqlArrays.ofTexts(functionKeys.stream()
                                .map(FunctionKey::functionName)
                                .toList()))
                .bind(
                        "params",
                        SqlArrays.ofTexts(functionKeys.stream()
                                .map(FunctionKey::startParameter)
                                .toList()))
                .scanResultSet((rows, context) -> SurveyRows.read(rows.get()));
    }

    @Override
    public List<Long> nextIds(int count) {
        return ids.take(
                count,
                serverRun.get(),
                (blocks, above) -> IdSequence.PROCESS_TEMPLATE.next(handle, statements.engine(), blocks, above));
    }

    /**
     * One statement where the engine has such: each of its own snapshot, so that a round trip, the names and the rows are
     * gone through once.
     */
    @Override
    public Survey insertIfClear(List<ProcessTemplate> templates, AuditEvent event, AuditStore audit) {
        if (!statements.insertsWithinQueries()) {
            return ProcessTemplateStore.super.insertIfClear(templates, event, audit);
        }
        List<ProcessTemplate> ordered =
                templates.stream().sorted(TemplateColumns.KEY_ORDER).toList();
        Scope scope = templates.get(0).scope();
        try (Query query = handle.createQuery(statements.insertIfClear())) {
            TemplateColumns.bind(query, ordered);
            SqlAudit.bind(query, event)
                    .bind("business", scope.businessId())
                    .bind("serviceTemplate", scope.serviceTemplateId());
            return query.scanResultSet((rows, context) -> SurveyRows.readOfInsert(rows.get(), scope));
        }
    }

    /** In one order, by scope and name, whatever the order of the batch: two batches then never cross. */
    @Override
    public void insert(List<ProcessTemplate> templates) {
        List<ProcessTemplate> ordered =
                templates.stream().sorted(TemplateColumns.KEY_ORDER).toList();
        try (Update insert = handle.createUpdate(TemplateColumns.INSERT)) {
            TemplateColumns.bind(insert, ordered);
            insert.execute();
        }
    }

    @Override
    public Optional<ProcessTemplate> find(long id) {
        return handle.createQuery(TemplateColumns.SELECT + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> TemplateColumns.read(row))
                .findOne();
    }

    @Override
    public void update(ProcessTemplate revised) {
        int updated;
        try (Update update = handle.createUpdate(TemplateColumns.UPDATE)) {
            TemplateColumns.bindRevision(update, revised);
            updated = update.execute();
        }
        if (updated == 0) {
            throw new Conflict(Conflict.Constraint.VERSION);
        }
    }

    /** Three statements: what is read between the lock and the deletion is what goes. */
    @Override
    public List<ProcessTemplate> delete(long businessId, List<Long> ids) {
        lockScopes(businessId, ids);
        List<ProcessTemplate> found = findByIds(businessId, ids);
        handle.createUpdate("DELETE FROM process_template WHERE" + AMONG_IDS)
                .bind("business", businessId)
                .bind("ids", SqlArrays.ofNumbers(ids))
                .execute();
        return found;
    }

    /** In one order, so that two deletions never cross. */
    private void lockScopes(long businessId, List<Long> ids) {
        handle.createQuery(
                        "SELECT service_template_id FROM scope WHERE bk_biz_id = :business AND service_template_id IN"
                                + " (SELECT service_template_id FROM process_template WHERE" + AMONG_IDS
                                + ") ORDER BY service_template_id " + statements.rowLock())
                .bind("business", businessId)
                .bind("ids", SqlArrays.ofNumbers(ids))
                .mapTo(Long.class)
                .list();
    }

    @Override
    public long count(ProcessTemplateFilter filter) {
        return bind(handle.createQuery("SELECT COUNT(*) FROM process_template" + where(filter)), filter)
                .mapTo(Long.class)
                .one();
    }

    @Override
    public void list(ProcessTemplateFilter filter, Page<OfProcessTemplate> page, Consumer<ProcessTemplate> receiver) {
        Query query = bind(handle.createQuery(listing(filter, page)), filter);
        Paging.deliver(query, (row, context) -> TemplateColumns.read(row), receiver);
    }

    static String listing(ProcessTemplateFilter filter, Page<OfProcessTemplate> page) {
        return TemplateColumns.SELECT + where(filter) + Paging.sql(page, TemplateColumns::sortedBy);
    }

    private static String where(ProcessTemplateFilter filter) {
        String owners = filter.serviceTemplateIds() == null ? "" : " AND " + owners(filter.serviceTemplateIds());
        String ids = filter.ids() == null ? "" : " AND id = ANY(CAST(:ids AS BIGINT ARRAY))";
        return " WHERE bk_biz_id = :business" + owners + ids;
    }

    /** One is asked for by equality: H2 looks into an index of two columns for no list. */
    private static String owners(List<Long> ids) {
        return ids.size() == 1
                ? "service_template_id = :owner"
                : "service_template_id = ANY(CAST(:owners AS BIGINT ARRAY))";
    }

    private static Query bind(Query query, ProcessTemplateFilter filter) {
        query.bind("business", filter.businessId());
        List<Long> owners = filter.serviceTemplateIds();
        if (owners != null && owners.size() == 1) {
            query.bind("owner", owners.get(0));
        } else if (owners != null) {
            query.bind("owners", SqlArrays.ofNumbers(owners));
        }
        if (filter.ids() != null) {
            query.bind("ids", SqlArrays.ofNumbers(filter.ids()));
        }
        return query;
    }

    @Override
    public List<ProcessTemplate> findByIds(long businessId, List<Long> ids) {
        return handle.createQuery(TemplateColumns.FIND_BY_IDS)
                .bind("business", businessId)
                .bind("ids", SqlArrays.ofNumbers(ids))
                .map((row, context) -> TemplateColumns.read(row))
                .list();
    }
}
