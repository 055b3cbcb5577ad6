package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Process templates in a table. Each method is one statement, {@link #nextIds} is none most of the time. */
final class SqlProcessTemplates implements ProcessTemplateStore {
    private final Handle handle;
    private final Statements statements;
    private final TemplateIds ids;

    SqlProcessTemplates(Handle handle, Statements statements, TemplateIds ids) {
        this.handle = handle;
        this.statements = statements;
        this.ids = ids;
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
                blocks -> handle.createQuery(statements.templateIdBlocks())
                        .bind("blocks", SqlArrays.ofNumbers(Collections.nCopies(blocks, 0L)))
                        .mapTo(Long.class)
                        .list());
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
    public List<ProcessTemplate> findByIds(long businessId, List<Long> ids) {
        return handle.createQuery(TemplateColumns.FIND_BY_IDS)
                .bind("business", businessId)
                .bind("ids", SqlArrays.ofNumbers(ids))
                .map((row, context) -> TemplateColumns.read(row))
                .list();
    }
}
