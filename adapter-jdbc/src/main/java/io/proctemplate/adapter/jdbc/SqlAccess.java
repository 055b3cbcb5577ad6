package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Applications, logins and rights in tables. Times are kept to the millisecond. */
final class SqlAccess implements AccessStore {
    private static final String ANY_ACTION = "*";
    private static final long ANY_ID = -1;

    private final Handle handle;
    private final Statements statements;

    SqlAccess(Handle handle, Statements statements) {
        this.handle = handle;
        this.statements = statements;
    }

    @Override
    public Optional<RegisteredApp> findApp(String code) {
        return handle.createQuery("""
                SELECT a.secret_salt, a.secret_hash, a.exempt_from_login, a.enabled, c.call_name
                FROM app a LEFT JOIN app_call c ON c.app_code = a.code WHERE a.code = :code
                """).bind("code", code).scanResultSet((rows, context) -> readApp(code, rows.get()));
    }

    private static Optional<RegisteredApp> readApp(String code, ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        SecretHash secret = new SecretHash(rows.getString("secret_salt"), rows.getString("secret_hash"));
        boolean exempt = rows.getBoolean("exempt_from_login");
        boolean enabled = rows.getBoolean("enabled");
        Set<String> calls = new HashSet<>();
        do {
            String call = rows.getString("call_name");
            if (call != null) {
                calls.add(call);
            }
        } while (rows.next());
        return Optional.of(new RegisteredApp(code, secret, exempt, enabled, calls));
    }

    @Override
    public Optional<Login> findLogin(String tokenHash) {
        return handle.createQuery("SELECT user_name, expires FROM login WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .map((row, context) -> new Login(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
                .findOne();
    }

    @Override
    public List<Grant> grantsOf(String user) {
        return handle
                .createQuery("""
                SELECT action, bk_biz_id, service_template_id FROM user_grant WHERE user_name = :user
                ORDER BY action, bk_biz_id, service_template_id
                """)
                .bind("user", user)
                .map((row, context) -> readGrant(row.getString(1), row.getLong(2), row.getLong(3)))
                .stream()
                .flatMap(grant -> grant)
                .toList();
    }

    /** None for an action that a newer program has granted: it is not one that can be asked for here. */
    private static Stream<Grant> readGrant(String action, long business, long serviceTemplate) {
        if (action.equals(ANY_ACTION)) {
            return Stream.of(new Grant(null, idOrAny(business), idOrAny(serviceTemplate)));
        }
        return Arrays.stream(Action.values())
                .filter(known -> known.wireName().equals(action))
                .map(known -> new Grant(known, idOrAny(business), idOrAny(serviceTemplate)));
    }

    private static @Nullable Long idOrAny(long id) {
        return id == ANY_ID ? null : id;
    }

    @Override
    public void addApp(RegisteredApp app) {
        handle.execute(
                "INSERT INTO app (code, secret_salt, secret_hash, exempt_from_login, enabled) VALUES (?, ?, ?, ?, ?)",
                app.code(),
                app.secret().salt(),
                app.secret().hash(),
                app.exemptFromLogin(),
                app.enabled());
        handle.createUpdate("""
                INSERT INTO app_call (app_code, call_name)
                SELECT :code, call_name FROM UNNEST(CAST(:calls AS VARCHAR ARRAY)) AS calls (call_name)
                """)
                .bind("code", app.code())
                .bind("calls", SqlArrays.ofTexts(app.calls()))
                .execute();
    }

    @Override
    public void addLogin(String tokenHash, Login login) {
        handle.execute(
                "INSERT INTO login (token_hash, user_name, expires) VALUES (?, ?, ?)",
                tokenHash,
                login.user(),
                login.expires().toEpochMilli());
    }

    @Override
    public void addGrant(String user, Grant grant) {
        handle.createUpdate(statements.addGrant())
                .bind("user", user)
                .bind(
                        "action",
                        grant.action() == null ? ANY_ACTION : grant.action().wireName())
                .bind("business", grant.businessId() == null ? ANY_ID : grant.businessId())
                .bind("serviceTemplate", grant.serviceTemplateId() == null ? ANY_ID : grant.serviceTemplateId())
                .execute();
    }
}
