package io.proctemplate.adapter.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Notes every statement, commit and rollback that goes to the driver. For one thread. */
final class CountingDataSource {
    private final List<String> sent = new ArrayList<>();
    private final DataSource counting;

    CountingDataSource(DataSource real) {
        counting = wrap(DataSource.class, real, "");
    }

    DataSource dataSource() {
        return counting;
    }

    /** What was sent since the last call. */
    List<String> drain() {
        List<String> drained = List.copyOf(sent);
        sent.clear();
        return drained;
    }

    private <T> T wrap(Class<T> type, T real, String prepared) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String sql = arguments != null && arguments[0] instanceof String text ? text : prepared;
                    note(method.getName(), sql);
                    try {
                        if (method.getName().equals("unwrap")) {
                            return method.invoke(real, arguments);
                        }
                        return wrapResult(method.invoke(real, arguments), sql);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return type.cast(proxy);
    }

    private void note(String method, String sql) {
        if (method.startsWith("execute")) {
            sent.add(sql);
        } else if (method.equals("commit") || method.equals("rollback")) {
            sent.add(method);
        }
    }

    private Object wrapResult(Object result, String sql) {
        if (result instanceof PreparedStatement statement) {
            return wrap(PreparedStatement.class, statement, sql);
        }
        if (result instanceof Statement statement) {
            return wrap(Statement.class, statement, sql);
        }
        return result instanceof Connection connection ? wrap(Connection.class, connection, "") : result;
    }
}
