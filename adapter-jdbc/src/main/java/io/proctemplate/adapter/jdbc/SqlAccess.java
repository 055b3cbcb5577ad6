package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.AppSecrets.Former;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.domain.access.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/** Applications, logins and rights in tables. Times are kept to the millisecond. */
final class SqlAccess implements AccessStore {
    private final Handle handle;
    private final Statements statements;

    SqlAccess(Handle handle, Statements statements) {
        this.handle = handle;
        this.statements = statements;
    }

    @Override
    public Optional<RegisteredApp> findApp(String code) {
        return apps(handle.createQuery(AccessRows.SELECT_APPS + " WHERE a.code = :code")
                        .bind("code", code))
                .stream()
                .findFirst();
    }

    /** The lock is on the row of the application, which whoever changes its calls takes too. */
    @Override
    public Optional<RegisteredApp> findAppLocked(String code) {
        Optional<String> locked = handle.createQuery("SELECT code FROM app WHERE code = :code " + statements.rowLock())
                .bind("code", code)
                .mapTo(String.class)
                .findOne();
        return locked.flatMap(this::findApp);
    }

    @Override
    public List<RegisteredApp> apps() {
        return apps(handle.createQuery(AccessRows.SELECT_APPS + " ORDER BY a.code"));
    }

    private static List<RegisteredApp> apps(Query query) {
        return query.scanResultSet((rows, context) -> AccessRows.apps(rows.get()));
    }

    @Override
    public void addApp(RegisteredApp app) {
        bind(app, handle.createUpdate("""
                INSERT INTO app (code, secret_salt, secret_hash, former_salt, former_hash, former_until,
                    exempt_from_login, enabled)
                VALUES (:code, :salt, :hash, :formerSalt, :formerHash, :formerUntil, :exempt, :enabled)
                """)).execute();
        addCalls(app);
    }

    @Override
    public void updateApp(RegisteredApp app) {
        bind(app, handle.createUpdate("""
                UPDATE app SET secret_salt = :salt, secret_hash = :hash, former_salt = :formerSalt,
                    former_hash = :formerHash, former_until = :formerUntil, exempt_from_login = :exempt,
                    enabled = :enabled
                WHERE code = :code
                """)).execute();
        handle.execute("DELETE FROM app_call WHERE app_code = ?", app.code());
        addCalls(app);
    }

    private static <S extends SqlStatement<S>> S bind(RegisteredApp app, S statement) {
        Former former = app.secrets().former();
        return statement
                .bind("code", app.code())
                .bind("salt", app.secrets().present().salt())
                .bind("hash", app.secrets().present().hash())
                .bind("formerSalt", former == null ? null : former.hash().salt())
                .bind("formerHash", former == null ? null : former.hash().hash())
                .bind(
                        "formerUntil",
                        former == null ? null : (Long) former.until().toEpochMilli())
                .bind("exempt", app.exemptFromLogin())
                .bind("enabled", app.enabled());
    }

    private void addCalls(RegisteredApp app) {
        handle.createUpdate("""
                INSERT INTO app_call (app_code, call_name)
                SELECT :code, call_name FROM UNNEST(CAST(:calls AS VARCHAR ARRAY)) AS calls (call_name)
                """)
                .bind("code", app.code())
                .bind("calls", SqlArrays.ofTexts(app.calls()))
                .execute();
    }

    @Override
    public Optional<Login> findLogin(String tokenHash) {
        return handle.createQuery("SELECT user_name, expires FROM login WHERE token_hash = :hash")
                .bind("hash", tokenHash)
                .map((row, context) -> AccessRows.login(row))
                .findOne();
    }

    @Override
    public List<NumberedLogin> logins() {
        return handle.createQuery("SELECT id, user_name, expires FROM login ORDER BY id")
                .map((row, context) -> new NumberedLogin(row.getLong("id"), AccessRows.login(row)))
                .list();
    }

    @Override
    public long addLogin(String tokenHash, Login login) {
        long id = IdSequence.LOGIN.next(handle, statements.engine());
        handle.execute(
                "INSERT INTO login (token_hash, user_name, expires, id) VALUES (?, ?, ?, ?)",
                tokenHash,
                login.user(),
                login.expires().toEpochMilli(),
                id);
        return id;
    }

    @Override
    public boolean removeLogin(long id) {
        return handle.execute("DELETE FROM login WHERE id = ?", id) == 1;
    }

    @Override
    public int removeLoginsExpiredBy(Instant now) {
        return handle.execute("DELETE FROM login WHERE expires <= ?", now.toEpochMilli());
    }

    @Override
    public List<Grant> grantsOf(String user) {
        return handle.createQuery("""
                SELECT action, bk_biz_id, service_template_id FROM user_grant WHERE user_name = :user
                ORDER BY action, bk_biz_id, service_template_id
                """).bind("user", user).map((row, context) -> AccessRows.grant(row)).stream()
                .flatMap(grant -> grant)
                .toList();
    }

    @Override
    public List<Holding> holdings() {
        return handle
                .createQuery("""
                SELECT user_name, action, bk_biz_id, service_template_id FROM user_grant
                ORDER BY user_name, action, bk_biz_id, service_template_id
                """)
                .map((row, context) -> holdings(row.getString("user_name"), AccessRows.grant(row)))
                .stream()
                .flatMap(holding -> holding)
                .toList();
    }

    private static Stream<Holding> holdings(String user, Stream<Grant> grants) {
        return grants.map(grant -> new Holding(user, grant));
    }

    @Override
    public void addGrant(String user, Grant grant) {
        bind(user, grant, handle.createUpdate(statements.addGrant())).execute();
    }

    @Override
    public boolean removeGrant(String user, Grant grant) {
        int removed = bind(user, grant, handle.createUpdate("""
                        DELETE FROM user_grant WHERE user_name = :user AND action = :action
                            AND bk_biz_id = :business AND service_template_id = :serviceTemplate
                        """)).execute();
        return removed == 1;
    }

    private static <S extends SqlStatement<S>> S bind(String user, Grant grant, S statement) {
        return statement
                .bind("user", user)
                .bind("action", AccessRows.action(grant))
                .bind("business", AccessRows.id(grant.businessId()))
                .bind("serviceTemplate", AccessRows.id(grant.serviceTemplateId()));
    }

    @Override
    public void removeGrantsIn(long businessId) {
        handle.execute("DELETE FROM user_grant WHERE bk_biz_id = ?", businessId);
    }
}
