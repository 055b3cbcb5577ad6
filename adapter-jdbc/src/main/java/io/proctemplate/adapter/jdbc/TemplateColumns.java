package io.proctemplate.adapter.jdbc;

import static java.util.stream.Collectors.joining;

import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.StorageFailure.Operation;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.Stamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Update;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** The columns of process_template: what is bound to an insert, and what is read back. */
final class TemplateColumns {
    private static final Logger LOG = LoggerFactory.getLogger(TemplateColumns.class);

    private TemplateColumns() {}

    private record Column(String name, String type, Function<List<ProcessTemplate>, Argument> argument) {
        static Column number(String name, Function<ProcessTemplate, Long> value) {
            return new Column(name, "BIGINT", all -> SqlArrays.ofNumbers(each(all, value)));
        }

        static Column text(String name, Function<ProcessTemplate, String> value) {
            return new Column(name, "VARCHAR", all -> SqlArrays.ofTexts(each(all, value)));
        }

        private static <T> List<T> each(List<ProcessTemplate> all, Function<ProcessTemplate, T> value) {
            return all.stream().map(value).toList();
        }
    }

    private static final List<Column> COLUMNS = List.of(
            Column.number("id", ProcessTemplate::id),
            Column.number("bk_biz_id", template -> template.scope().businessId()),
            Column.number("service_template_id", template -> template.scope().serviceTemplateId()),
            Column.number(
                    "create_time", template -> template.stamp().createTime().toEpochMilli()),
            Column.number("last_time", template -> template.stamp().lastTime().toEpochMilli()),
            Column.number("version", ProcessTemplate::version),
            Column.text("process_name", ProcessTemplate::name),
            Column.text(
                    "func_name", template -> template.property().functionKey().functionName()),
            Column.text(
                    "start_param", template -> template.property().functionKey().startParameter()),
            Column.text("supplier_account", ProcessTemplate::supplierAccount),
            Column.text("creator", template -> template.stamp().creator()),
            Column.text("modifier", template -> template.stamp().modifier()),
            Column.text("property", template -> PropertyDocument.write(template.property())));

    private static final String NAMES = each(Column::name);

    /** All rows of a batch at once, in the order they are bound. */
    static final String INSERT = "INSERT INTO process_template (" + NAMES + ") SELECT " + NAMES + " FROM UNNEST("
            + each(column -> "CAST(:" + column.name + " AS " + column.type + " ARRAY)") + ") AS batch (" + NAMES + ")";

    static final String FIND_BY_IDS = "SELECT " + NAMES + " FROM process_template"
            + " WHERE bk_biz_id = :business AND id = ANY(CAST(:ids AS BIGINT ARRAY)) ORDER BY id";

    /** The order in which rows are kept: that of the unique names. */
    static final Comparator<ProcessTemplate> KEY_ORDER =
            Comparator.comparing(ProcessTemplate::scope, scopeOrder()).thenComparing(ProcessTemplate::name);

    private static Comparator<Scope> scopeOrder() {
        return Comparator.comparingLong(Scope::businessId).thenComparingLong(Scope::serviceTemplateId);
    }

    private static String each(Function<Column, String> text) {
        return COLUMNS.stream().map(text).collect(joining(", "));
    }

    static void bind(Update insert, List<ProcessTemplate> templates) {
        COLUMNS.forEach(column -> insert.bind(column.name, column.argument.apply(templates)));
    }

    /**
     * The template of a row.
     *
     * @throws StorageFailure if its document cannot be read, which is logged
     */
    static ProcessTemplate read(ResultSet row) throws SQLException {
        KeyColumns keys =
                new KeyColumns(row.getString("process_name"), row.getString("func_name"), row.getString("start_param"));
        ProcessProperty property = property(row, keys);
        Stamp stamp = new Stamp(
                row.getString("creator"),
                row.getString("modifier"),
                Instant.ofEpochMilli(row.getLong("create_time")),
                Instant.ofEpochMilli(row.getLong("last_time")));
        return ProcessTemplate.restore(
                row.getLong("id"),
                new Scope(row.getLong("bk_biz_id"), row.getLong("service_template_id")),
                row.getString("supplier_account"),
                property,
                stamp,
                row.getLong("version"));
    }

    private static ProcessProperty property(ResultSet row, KeyColumns keys) throws SQLException {
        try {
            return PropertyDocument.read(row.getString("property"), keys);
        } catch (JacksonException | IllegalArgumentException e) {
            LOG.error("Process template {} has a document that cannot be read", row.getLong("id"));
            throw new StorageFailure(Operation.READ, e);
        }
    }
}
