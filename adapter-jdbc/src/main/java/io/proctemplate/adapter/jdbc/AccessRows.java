package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.AppSecrets;
import io.proctemplate.application.spi.AppSecrets.Former;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of applications, logins and rights: what is read back, and what stands for any. */
final class AccessRows {
    /** A row for each call of each application, and one for an application without calls. */
    static final String SELECT_APPS = """
            SELECT a.code, a.secret_salt, a.secret_hash, a.former_salt, a.former_hash, a.former_until,
                a.exempt_from_login, a.enabled, c.call_name
            FROM app a LEFT JOIN app_call c ON c.app_code = a.code
            """;

    private static final String ANY_ACTION = "*";
    private static final long ANY_ID = -1;

    private AccessRows() {}

    /** The applications, of rows in which those of one are together. */
    static List<RegisteredApp> apps(ResultSet rows) throws SQLException {
        List<RegisteredApp> apps = new ArrayList<>();
        Set<String> calls = new HashSet<>();
        RegisteredApp app = null;
        while (rows.next()) {
            if (app != null && !app.code().equals(rows.getString("code"))) {
                apps.add(app.allowed(calls));
                calls.clear();
            }
            app = app(rows);
            call(rows).ifPresent(calls::add);
        }
        if (app != null) {
            apps.add(app.allowed(calls));
        }
        return apps;
    }

    private static RegisteredApp app(ResultSet row) throws SQLException {
        return new RegisteredApp(
                row.getString("code"),
                secrets(row),
                row.getBoolean("exempt_from_login"),
                row.getBoolean("enabled"),
                Set.of());
    }

    private static Optional<String> call(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("call_name"));
    }

    private static AppSecrets secrets(ResultSet row) throws SQLException {
        SecretHash present = new SecretHash(row.getString("secret_salt"), row.getString("secret_hash"));
        String formerHash = row.getString("former_hash");
        return new AppSecrets(
                present,
                formerHash == null
                        ? null
                        : new Former(
                                new SecretHash(row.getString("former_salt"), formerHash),
                                Instant.ofEpochMilli(row.getLong("former_until"))));
    }

    static Login login(ResultSet row) throws SQLException {
        return new Login(row.getString("user_name"), Instant.ofEpochMilli(row.getLong("expires")));
    }

    /** None for an action that a newer program has granted: it is not one that can be asked for here. */
    static Stream<Grant> grant(ResultSet row) throws SQLException {
        String action = row.getString("action");
        Long business = idOrAny(row.getLong("bk_biz_id"));
        Long serviceTemplate = idOrAny(row.getLong("service_template_id"));
        if (action.equals(ANY_ACTION)) {
            return Stream.of(new Grant(null, business, serviceTemplate));
        }
        return Arrays.stream(Action.values())
                .filter(known -> known.wireName().equals(action))
                .map(known -> new Grant(known, business, serviceTemplate));
    }

    private static @Nullable Long idOrAny(long id) {
        return id == ANY_ID ? null : id;
    }

    static String action(Grant grant) {
        return grant.action() == null ? ANY_ACTION : grant.action().wireName();
    }

    static long id(@Nullable Long idOrAny) {
        return idOrAny == null ? ANY_ID : idOrAny;
    }
}
