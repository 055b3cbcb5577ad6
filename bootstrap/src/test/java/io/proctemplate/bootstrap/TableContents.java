package io.proctemplate.bootstrap;

import io.proctemplate.adapter.jdbc.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Everything that a database holds, read past the program. */
final class TableContents implements AutoCloseable {
    private final Connection connection;
    private final List<String> tables = new ArrayList<>();

    TableContents(Database.Config database) {
        try {
            connection = DriverManager.getConnection(database.url(), database.user(), database.password());
            try (ResultSet found = connection
                    .getMetaData()
                    .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
                while (found.next()) {
                    String name = found.getString("TABLE_NAME");
                    if (!name.toLowerCase(Locale.ROOT).startsWith("flyway")) {
                        tables.add(name);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows of each table, in no order that means anything. */
    Map<String, List<String>> read() {
        Map<String, List<String>> contents = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + '"')) {
                    contents.put(table, rows(rows));
                }
            }
            return contents;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> rows(ResultSet rows) throws SQLException {
        List<String> all = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            StringBuilder row = new StringBuilder();
            for (int column = 1; column <= columns; column++) {
                row.append(rows.getString(column)).append('|');
            }
            all.add(row.toString());
        }
        all.sort(null);
        return all;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
