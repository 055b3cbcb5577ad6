package io.proctemplate.adapter.jdbc;

import io.proctemplate.adapter.jdbc.Database.Config;
import io.proctemplate.adapter.jdbc.Database.Unusable;
import java.sql.SQLException;
import java.util.Objects;

/** Says in one line why a database cannot be opened. */
final class Unusables {
    /** What to do about a file that nothing can be done about. */
    static final String RESTORE = "move it away and put a backup in its place (docs/operating.md)";

    private Unusables() {}

    static Unusable because(Config config, SQLException e) {
        String reason = isAboutTls(e) ? "" : reason(Objects.requireNonNullElse(e.getSQLState(), ""));
        String said = reason.isEmpty() ? firstLine(e) : reason;
        return new Unusable("cannot use the database " + config.place() + ": " + said, e);
    }

    private static String reason(String sqlState) {
        return switch (sqlState) {
            case "90020" -> "its file is in use by another process";
            case "90028" -> "its file cannot be read or written; if it may be, it is damaged: " + RESTORE;
            case "90031", "90062", "90124" -> "its directory or file cannot be written";
            case "90030", "90048" -> "its file is damaged or of another version of the engine; " + RESTORE;
            case "HY000" -> "its file is damaged; " + RESTORE;
            case "90011" -> "the path must begin with / or ./ or ~/";
            case "28000", "28P01" -> "user or password is wrong";
            case "3D000" -> "the server has no database of this name";
            case "08001", "08004", "08006" -> "no server answers there";
            case "53300" -> "the server has no connection left";
            case "57P03" -> "the server is starting up or shutting down";
            default -> "";
        };
    }

    /** Told with a state that says no more than that there is no connection. */
    private static boolean isAboutTls(SQLException e) {
        return firstLine(e).contains("SSL");
    }

    private static String firstLine(Throwable e) {
        return Objects.requireNonNullElse(e.getMessage(), e.getClass().getName())
                .lines()
                .findFirst()
                .orElse("no reason given");
    }
}
