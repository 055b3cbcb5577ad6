-- Calls that can be repeated safely.
-- Additive: programs of the version before go on reading and writing.
-- H2 commits after each statement here: IF NOT EXISTS lets a start go on where one before it was cut off.

-- Answers of calls that are carried out once, each with the effect that it tells of. request_key: a hash of the
-- application, the user, the call and the key they chose; request_hash: of what they asked for. answer: null until the
-- call is done, in the transaction that does it. Times are milliseconds since 1970-01-01T00:00Z.
CREATE TABLE IF NOT EXISTS idempotency (
    request_key  VARCHAR NOT NULL,
    request_hash VARCHAR NOT NULL,
    expires      BIGINT NOT NULL,
    answer       CHARACTER LARGE OBJECT,
    CONSTRAINT pk_idempotency PRIMARY KEY (request_key)
);

-- What has expired is found by this, a few at a time.
CREATE INDEX IF NOT EXISTS ix_idempotency_expires ON idempotency (expires);
