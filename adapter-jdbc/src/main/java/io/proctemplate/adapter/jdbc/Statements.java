package io.proctemplate.adapter.jdbc;

/** The statements that hold a part of the engine's own. */
final class Statements {
    private static final String LOCK = """
            SELECT bk_biz_id FROM scope
            WHERE bk_biz_id = :business AND service_template_id = :serviceTemplate %s
            """;

    /** What is in the way, if {@code asked} gives the names and keys to look for. */
    private static final String FOUND = """
            SELECT 'business' AS kind, id, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS VARCHAR) AS param
            FROM business WHERE id = :business
            UNION ALL
            SELECT 'service template', bk_biz_id, NULL, NULL FROM service_template WHERE id = :serviceTemplate
            UNION ALL
            SELECT 'name', id, name, NULL
            FROM (
                SELECT asked.name, (
                    SELECT t.id FROM process_template t
                    WHERE t.bk_biz_id = :business AND t.service_template_id = :serviceTemplate
                      AND t.process_name BETWEEN asked.name AND asked.name
                    ORDER BY t.process_name FETCH FIRST ROW ONLY
                ) AS id
                FROM %s AS asked (name)
            ) AS taken WHERE id IS NOT NULL
            UNION ALL
            SELECT 'function', id, func, param
            FROM (
                SELECT asked.func, asked.param, (
                    SELECT t.id FROM process_template t
                    WHERE t.bk_biz_id = :business AND t.service_template_id = :serviceTemplate
                      AND t.func_name = asked.func AND t.start_param BETWEEN asked.param AND asked.param
                    ORDER BY t.start_param FETCH FIRST ROW ONLY
                ) AS id
                FROM %s AS asked (func, param)
            ) AS taken WHERE id IS NOT NULL
            """;

    private static final String SURVEY = """
            SELECT 'lock' AS kind, held.bk_biz_id AS id, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS VARCHAR) AS param
            FROM (%s) AS held
            UNION ALL
            """;

    private static final String INSERT_IF_CLEAR = """
            WITH batch AS MATERIALIZED (SELECT * FROM %s),
            held AS MATERIALIZED (%s),
            found AS MATERIALIZED (%s),
            clear AS MATERIALIZED (
                SELECT FROM held WHERE NOT EXISTS (SELECT FROM found WHERE kind IN ('name', 'function'))
            ),
            kept AS (INSERT INTO process_template (%s) SELECT batch.* FROM clear, batch),
            event AS (
                INSERT INTO audit_event (%s) SELECT %s FROM clear RETURNING bk_biz_id, id
            ),
            done AS (
                INSERT INTO audit_object (bk_biz_id, event_id, place, object_id, object_name)
                SELECT event.bk_biz_id, event.id, ROW_NUMBER() OVER (ORDER BY batch.id) - 1, batch.id, batch.process_name FROM event, batch
            )
            SELECT * FROM found UNION ALL SELECT 'clear', 0, NULL, NULL FROM clear
            """;

    private final String survey;
    private final String insertIfClear;
    private final boolean insertsWithinQueries;
    private final Engine engine;
    private final String auditEventId;
    private final String rowLock;
    private final String addGrant;

    Statements(Engine engine) {
        this.engine = engine;
        auditEventId = "SELECT " + engine.nextValue("seq_audit_event");
        String lock = LOCK.formatted(engine.rowLock());
        survey = SURVEY.formatted(lock)
                + FOUND.formatted(
                        "UNNEST(CAST(:names AS VARCHAR ARRAY))",
                        "UNNEST(CAST(:functions AS VARCHAR ARRAY), CAST(:params AS VARCHAR ARRAY))");
        insertIfClear = INSERT_IF_CLEAR.formatted(
                TemplateColumns.BATCH,
                lock,
                FOUND.formatted("(SELECT process_name FROM batch)", "(SELECT func_name, start_param FROM batch)"),
                TemplateColumns.NAMES,
                SqlAudit.EVENT_COLUMNS,
                SqlAudit.EVENT_VALUES.formatted(engine.nextValue("seq_audit_event")));
        insertsWithinQueries = engine.insertsWithinQueries();
        rowLock = engine.rowLock();
        addGrant = engine.addGrant();
    }

    /**
     * Locks the scope and tells about it: rows of a kind, an id, and what is taken.
     *
     * <p>Each name is looked up by itself, as a range of one in the order of its index. A join, or plain equality, leaves
     * the planner a choice; on a table it knows nothing of yet, PostgreSQL chose to read the whole scope, once for each
     * name, and kept to that plan for as long as a minute.
     */
    String survey() {
        return survey;
    }

    /**
     * Locks the scope, tells what {@link #survey} would of the names of a batch, and keeps the batch and its audit where
     * nothing is in the way, which a last row of the kind 'clear' tells.
     */
    String insertIfClear() {
        return insertIfClear;
    }

    /** Whether {@link #insertIfClear} can be used. */
    boolean insertsWithinQueries() {
        return insertsWithinQueries;
    }

    String auditEventId() {
        return auditEventId;
    }

    /** Whose way of telling the next value of a sequence is used. */
    Engine engine() {
        return engine;
    }

    /** Ends a select: keeps other writers off the rows until the unit ends. */
    String rowLock() {
        return rowLock;
    }

    String addGrant() {
        return addGrant;
    }
}
