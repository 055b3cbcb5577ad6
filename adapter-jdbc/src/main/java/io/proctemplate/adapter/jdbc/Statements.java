package io.proctemplate.adapter.jdbc;

/** The statements that hold a part of the engine's own. */
final class Statements {
    private final String survey;
    private final String templateIdBlocks;
    private final String serviceTemplateId;
    private final String addGrant;

    Statements(Engine engine) {
        survey = """
                SELECT 'lock' AS kind, held.bk_biz_id AS id, CAST(NULL AS VARCHAR) AS name, CAST(NULL AS VARCHAR) AS param
                FROM (
                    SELECT bk_biz_id FROM scope
                    WHERE bk_biz_id = :business AND service_template_id = :serviceTemplate %s
                ) AS held
                UNION ALL
                SELECT 'business', id, NULL, NULL FROM business WHERE id = :business
                UNION ALL
                SELECT 'service template', bk_biz_id, NULL, NULL FROM service_template WHERE id = :serviceTemplate
                UNION ALL
                SELECT 'name', t.id, t.process_name, NULL
                FROM UNNEST(CAST(:names AS VARCHAR ARRAY)) AS asked (name)
                JOIN process_template t
                  ON t.bk_biz_id = :business AND t.service_template_id = :serviceTemplate
                 AND t.process_name = asked.name
                UNION ALL
                SELECT 'function', t.id, t.func_name, t.start_param
                FROM UNNEST(CAST(:functions AS VARCHAR ARRAY), CAST(:params AS VARCHAR ARRAY)) AS asked (func, param)
                JOIN process_template t
                  ON t.bk_biz_id = :business AND t.service_template_id = :serviceTemplate
                 AND t.func_name = asked.func AND t.start_param = asked.param
                """.formatted(engine.rowLock());
        templateIdBlocks = "SELECT %s FROM UNNEST(CAST(:blocks AS BIGINT ARRAY)) AS wanted (block)"
                .formatted(engine.nextValue("seq_process_template"));
        serviceTemplateId = "SELECT " + engine.nextValue("seq_service_template");
        addGrant = engine.addGrant();
    }

    /** Locks the scope and tells about it: rows of a kind, an id, and what is taken. */
    String survey() {
        return survey;
    }

    /** The first id of as many blocks as there are elements. */
    String templateIdBlocks() {
        return templateIdBlocks;
    }

    String serviceTemplateId() {
        return serviceTemplateId;
    }

    String addGrant() {
        return addGrant;
    }
}
