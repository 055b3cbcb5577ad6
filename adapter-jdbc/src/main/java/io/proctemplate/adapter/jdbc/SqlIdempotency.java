package io.proctemplate.adapter.jdbc;

import io.proctemplate.application.spi.IdempotencyKey;
import io.proctemplate.application.spi.IdempotencyStore;
import io.proctemplate.application.spi.KeptAnswer;
import io.proctemplate.domain.template.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Kept answers in a table; its primary key has a second sender of a key wait for the first. */
final class SqlIdempotency implements IdempotencyStore {
    private final Handle handle;

    SqlIdempotency(Handle handle) {
        this.handle = handle;
    }

    @Override
    public Optional<KeptAnswer> find(IdempotencyKey key) {
        return handle.createQuery(
                        "SELECT request_hash, answer, scopes, expires FROM idempotency WHERE request_key = :key")
                .bind("key", key.hash())
                .map((row, context) -> new KeptAnswer(
                        row.getString("request_hash"),
                        Objects.requireNonNullElse(row.getString("answer"), ""),
                        ScopeList.read(row.getString("scopes")),
                        Instant.ofEpochMilli(row.getLong("expires"))))
                .findOne();
    }

    @Override
    public void claim(IdempotencyKey key, String requestHash, Instant now, Instant expires) {
        handle.createUpdate("DELETE FROM idempotency WHERE request_key = :key AND expires <= :now")
                .bind("key", key.hash())
                .bind("now", now.toEpochMilli())
                .execute();
        handle.createUpdate("""
                        INSERT INTO idempotency (request_key, request_hash, expires)
                        VALUES (:key, :hash, :expires)
                        """)
                .bind("key", key.hash())
                .bind("hash", requestHash)
                .bind("expires", expires.toEpochMilli())
                .execute();
    }

    @Override
    public void keep(IdempotencyKey key, String answer, Set<Scope> scopes) {
        handle.createUpdate("UPDATE idempotency SET answer = :answer, scopes = :scopes WHERE request_key = :key")
                .bind("answer", answer)
                .bind("scopes", ScopeList.text(scopes))
                .bind("key", key.hash())
                .execute();
    }

    /** Takes only what nobody holds: it neither waits for others nor keeps them waiting for long. */
    @Override
    public int removeExpired(Instant now, int limit) {
        List<String> expired = handle.createQuery("""
                        SELECT request_key FROM idempotency WHERE expires <= :now
                        ORDER BY expires FETCH FIRST %d ROWS ONLY FOR UPDATE SKIP LOCKED
                        """.formatted(limit))
                .bind("now", now.toEpochMilli())
                .mapTo(String.class)
                .list();
        if (expired.isEmpty()) {
            return 0;
        }
        return handle.createUpdate("""
                        DELETE FROM idempotency
                        WHERE request_key IN (SELECT expired.request_key
                            FROM UNNEST(CAST(:keys AS VARCHAR ARRAY)) AS expired (request_key))
                        """).bind("keys", SqlArrays.ofTexts(expired)).execute();
    }
}
