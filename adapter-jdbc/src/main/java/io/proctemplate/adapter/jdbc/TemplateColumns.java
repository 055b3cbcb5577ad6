package io.proctemplate.adapter.jdbc;

import static java.util.stream.Collectors.joining;

import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.StorageFailure.Operation;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.SortField.OfProcessTemplate;
import io.proctemplate.domain.template.Stamp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.SqlStatement;
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

    static final String NAMES = each(Column::name);

    /** The rows that {@link #bind} binds, in their order. */
    static final String BATCH = "UNNEST(" + each(column -> "CAST(:" + column.name + " AS " + column.type + " ARRAY)")
            + ") AS batch (" + NAMES + ")";

    static final String INSERT = "INSERT INTO process_template (" + NAMES + ") SELECT " + NAMES + " FROM " + BATCH;

    static final String SELECT = "SELECT " + NAMES + " FROM process_template";

    static final String FIND_BY_IDS =
            SELECT + " WHERE bk_biz_id = :business AND id = ANY(CAST(:ids AS BIGINT ARRAY)) ORDER BY id";

    /** What a revision may change, if the version before it is the stored one. */
    static final String UPDATE = """
            UPDATE process_template SET process_name = :process_name, func_name = :func_name,
                start_param = :start_param, modifier = :modifier, last_time = :last_time, version = :version,
                property = :property
            WHERE id = :id AND version = :version - 1
            """;

    /** The order in which rows are kept: that of the unique names. */
    static final Comparator<ProcessTemplate> KEY_ORDER =
            Comparator.comparing(ProcessTemplate::scope, scopeOrder()).thenComparing(ProcessTemplate::name);

    private static Comparator<Scope> scopeOrder() {
        return Comparator.comparingLong(Scope::businessId).thenComparingLong(Scope::serviceTemplateId);
    }

    private static String each(Function<Column, String> text) {
        return COLUMNS.stream().map(text).collect(joining(", "));
    }

    static void bind(SqlStatement<?> insert, List<ProcessTemplate> templates) {
        COLUMNS.forEach(column -> insert.bind(column.name, column.argument.apply(templates)));
    }

    static void bindRevision(Update update, ProcessTemplate revised) {
        KeyColumns keys = KeyColumns.of(revised.property());
        update.bind("id", revised.id())
                .bind("process_name", keys.processName())
                .bind("func_name", keys.functionName())
                .bind("start_param", keys.startParameter())
                .bind("modifier", revised.stamp().modifier())
                .bind("last_time", revised.stamp().lastTime().toEpochMilli())
                .bind("version", revised.version())
                .bind("property", PropertyDocument.write(revised.property()));
    }

    static String sortedBy(OfProcessTemplate field) {
        return switch (field) {
            case ID -> "id";
            case BK_PROCESS_NAME -> "process_name";
            case BK_BIZ_ID -> "bk_biz_id";
            case SERVICE_TEMPLATE_ID -> "service_template_id";
            case CREATOR -> "creator";
            case MODIFIER -> "modifier";
            case CREATE_TIME -> "create_time";
            case LAST_TIME -> "last_time";
            case BK_SUPPLIER_ACCOUNT -> "supplier_account";
            case VERSION -> "version";
        };
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
