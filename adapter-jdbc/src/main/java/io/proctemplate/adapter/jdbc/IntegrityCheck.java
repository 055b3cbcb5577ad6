package io.proctemplate.adapter.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks whether an embedded database is whole: whether it can be read to its end, each index finds the rows of its table,
 * what rows refer to is there, and what was done last is what the audit says. Reads everything once.
 */
final class IntegrityCheck {
    static final String INDEXES = """
            SELECT table_name, index_name FROM information_schema.indexes
            WHERE table_schema = CURRENT_SCHEMA ORDER BY table_name, index_name
            """;

    /** All entries of one index; of none, in the place of a name, the rows of the table as they are kept. */
    static final String ENTRIES = "SELECT COUNT(*), SUM(_ROWID_) FROM \"%s\" USE INDEX (%s)";

    /** A row for each column of each foreign key. */
    private static final String REFERENCES = """
            SELECT r.constraint_name, child.table_name, child.column_name, parent.table_name, parent.column_name
            FROM information_schema.referential_constraints r
            JOIN information_schema.key_column_usage child
                ON child.constraint_schema = r.constraint_schema AND child.constraint_name = r.constraint_name
            JOIN information_schema.key_column_usage parent
                ON parent.constraint_schema = r.unique_constraint_schema
                AND parent.constraint_name = r.unique_constraint_name
                AND parent.ordinal_position = child.position_in_unique_constraint
            WHERE r.constraint_schema = CURRENT_SCHEMA
            ORDER BY r.constraint_name, child.ordinal_position
            """;

    private static final String TABLE =
            "SELECT 1 FROM information_schema.tables WHERE table_schema = CURRENT_SCHEMA AND table_name = '%s'";

    /** Long texts are kept beside their table, where its rows do not lead. */
    private static final String ANSWERS = "SELECT COUNT(HASH('SHA-256', answer)) FROM idempotency";

    private static final String AUDIT_WITHOUT_EVENT = """
            SELECT COUNT(*) FROM audit_object o
            WHERE NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.bk_biz_id = o.bk_biz_id AND e.id = o.event_id)
            """;

    private static final String AUDIT_IN_PART = """
            SELECT COUNT(*) FROM (
                SELECT event_id FROM audit_object GROUP BY bk_biz_id, event_id HAVING COUNT(*) <> MAX(place) + 1
            ) AS in_part
            """;

    /** Among the newest events: a process that is killed can tear only what it did last. */
    private static final String UNLIKE_AUDIT = """
            SELECT COUNT(*)
            FROM (
                SELECT o.object_id AS id, MAX(CASE e.action WHEN 'delete' THEN 1 ELSE 0 END) AS deleted
                FROM audit_event e JOIN audit_object o ON o.bk_biz_id = e.bk_biz_id AND o.event_id = e.id
                WHERE e.id > (SELECT MAX(id) FROM audit_event) - 1000 AND e.object_type = '%1$s'
                    AND e.action IN ('create', 'delete')
                GROUP BY o.object_id
            ) AS done
            LEFT JOIN %1$s kept ON kept.id = done.id
            WHERE (kept.id IS NULL) <> (done.deleted = 1)
            """;

    private static final List<String> AUDITED = List.of("process_template", "service_template", "service_category");

    private final Connection connection;

    private IntegrityCheck(Connection connection) {
        this.connection = connection;
    }

    /** What is wrong first, in a few words; empty if nothing is. */
    static Optional<String> fault(Connection connection) {
        try {
            return new IntegrityCheck(connection).fault();
        } catch (SQLException e) {
            return Optional.of("it cannot be read to its end");
        }
    }

    private Optional<String> fault() throws SQLException {
        Optional<String> fault = faultOfIndexes();
        if (fault.isEmpty()) {
            fault = faultOfReferences();
        }
        if (fault.isEmpty() && isThere("IDEMPOTENCY")) {
            count(ANSWERS);
        }
        return fault.isEmpty() && isThere("AUDIT_OBJECT") ? faultOfAudit() : fault;
    }

    /** A start may have been cut off amid the migrations. */
    private boolean isThere(String table) throws SQLException {
        return !rows(TABLE.formatted(table)).isEmpty();
    }

    private Optional<String> faultOfIndexes() throws SQLException {
        for (List<String> index : rows(INDEXES)) {
            String table = index.get(0);
            List<String> kept = rows(ENTRIES.formatted(table, "")).get(0);
            List<String> found =
                    rows(ENTRIES.formatted(table, '"' + index.get(1) + '"')).get(0);
            if (!kept.equals(found)) {
                return Optional.of("of the %s rows of %s its index %s finds %s"
                        .formatted(
                                kept.get(0),
                                table,
                                index.get(1),
                                kept.get(0).equals(found.get(0)) ? "others" : found.get(0)));
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfReferences() throws SQLException {
        Map<String, List<List<String>>> keys = rows(REFERENCES).stream()
                .collect(Collectors.groupingBy(column -> column.get(0), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<List<String>>> key : keys.entrySet()) {
            if (count(orphans(key.getValue())) > 0) {
                return Optional.of("rows of " + key.getValue().get(0).get(1) + " refer to what is not there ("
                        + key.getKey() + ")");
            }
        }
        return Optional.empty();
    }

    private static String orphans(List<List<String>> columns) {
        String set = columns.stream()
                .map(column -> "child.\"" + column.get(2) + "\" IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String equal = columns.stream()
                .map(column -> "parent.\"" + column.get(4) + "\" = child.\"" + column.get(2) + "\"")
                .collect(Collectors.joining(" AND "));
        return "SELECT COUNT(*) FROM \"" + columns.get(0).get(1) + "\" child WHERE " + set
                + " AND NOT EXISTS (SELECT 1 FROM \"" + columns.get(0).get(3) + "\" parent WHERE " + equal + ")";
    }

    private Optional<String> faultOfAudit() throws SQLException {
        if (count(AUDIT_WITHOUT_EVENT) > 0 || count(AUDIT_IN_PART) > 0) {
            return Optional.of("the audit is there in part");
        }
        for (String type : AUDITED) {
            if (count(UNLIKE_AUDIT.formatted(type)) > 0) {
                return Optional.of("not every " + type + " is there, or gone, that the audit says so of");
            }
        }
        return Optional.empty();
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(rows(sql).get(0).get(0));
    }

    private List<List<String>> rows(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<List<String>> all = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.add(String.valueOf(rows.getString(column)));
                }
                all.add(row);
            }
            return all;
        }
    }
}
