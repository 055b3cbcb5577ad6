package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The engines a test runs on, each with databases of its own. */
enum TestedEngine {
    H2 {
        @Override
        Config newDatabase() {
            return new Config("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "", 4);
        }
    },
    POSTGRESQL {
        @Override
        Config newDatabase() {
            return PostgresqlServer.newDatabase();
        }
    };

    /** A database that holds nothing. */
    abstract Config newDatabase();

    /** A connection past the pool. */
    static Connection connect(Config config) throws SQLException {
        return DriverManager.getConnection(config.url(), config.user(), config.password());
    }

    static void execute(Config config, String sql) throws SQLException {
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of what a query gives. */
    static List<String> query(Config config, String sql) throws SQLException {
        try (Connection connection = connect(config);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> column = new ArrayList<>();
            while (rows.next()) {
                column.add(rows.getString(1));
            }
            return column;
        }
    }
}
