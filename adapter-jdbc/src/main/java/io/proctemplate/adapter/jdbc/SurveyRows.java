package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.TakenNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the rows of {@link Statements#survey()}. */
final class SurveyRows {
    private boolean inserted;
    private boolean businessExists;
    private @Nullable Long serviceTemplateBusinessId;
    private final Map<String, Long> names = new HashMap<>();
    private final Map<FunctionKey, Long> functions = new HashMap<>();

    private SurveyRows() {}

    static Survey read(ResultSet rows) throws SQLException {
        SurveyRows read = new SurveyRows();
        while (rows.next()) {
            read.take(rows);
        }
        return read.survey();
    }

    /**
     * Reads the rows of {@link Statements#insertIfClear()}.
     *
     * @throws Conflict if nothing was kept for a reason that the survey does not tell: the scope went while it was waited for
     */
    static Survey readOfInsert(ResultSet rows, Scope scope) throws SQLException {
        SurveyRows read = new SurveyRows();
        while (rows.next()) {
            read.take(rows);
        }
        Survey survey = read.survey();
        if (read.inserted != survey.isClear(scope)) {
            throw new Conflict(Conflict.Constraint.OWNER);
        }
        return survey;
    }

    private Survey survey() {
        return new Survey(businessExists, serviceTemplateBusinessId, new TakenNames(names, functions));
    }

    private void take(ResultSet row) throws SQLException {
        long id = row.getLong(2);
        switch (row.getString(1)) {
            case "clear" -> inserted = true;
            case "business" -> businessExists = true;
            case "service template" -> serviceTemplateBusinessId = id;
            case "name" -> names.put(row.getString(3), id);
            case "function" -> functions.put(new FunctionKey(row.getString(3), row.getString(4)), id);
            default -> {} // the lock, which tells nothing
        }
    }
}
