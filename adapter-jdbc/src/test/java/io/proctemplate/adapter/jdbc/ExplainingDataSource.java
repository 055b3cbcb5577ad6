package io.proctemplate.adapter.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/** Has the database explain every statement that finds or changes rows, with its values, before it runs. For one thread. */
final class ExplainingDataSource {
    private final Map<String, String> plans = new LinkedHashMap<>();
    private final DataSource real;

    ExplainingDataSource(DataSource real) {
        this.real = real;
    }

    DataSource dataSource() {
        return proxy(
                DataSource.class,
                (method, arguments) -> method.getName().equals("getConnection")
                        ? connection((Connection) invoke(real, method, arguments))
                        : invoke(real, method, arguments));
    }

    /** The last plan of each statement. */
    Map<String, String> plans() {
        return plans;
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.on(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private Connection connection(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof PreparedStatement statement && hasPlan((String) arguments[0])
                    ? explained((String) arguments[0], statement, connection)
                    : result;
        });
    }

    private static boolean hasPlan(String sql) {
        return !sql.startsWith("SET ") && !sql.equals("CHECKPOINT");
    }

    private PreparedStatement explained(String sql, PreparedStatement statement, Connection connection)
            throws SQLException {
        PreparedStatement explain = connection.prepareStatement("EXPLAIN " + sql);
        return proxy(PreparedStatement.class, (method, arguments) -> {
            if (method.getName().startsWith("set") && arguments.length > 1) {
                invoke(explain, method, arguments);
            } else if (method.getName().startsWith("execute")) {
                plans.put(sql, plan(explain));
            } else if (method.getName().equals("close")) {
                explain.close();
            }
            return invoke(statement, method, arguments);
        });
    }

    private static String plan(PreparedStatement explain) throws SQLException {
        try (ResultSet lines = explain.executeQuery()) {
            StringBuilder plan = new StringBuilder();
            while (lines.next()) {
                plan.append(lines.getString(1)).append('\n');
            }
            return plan.toString();
        }
    }
}
