-- Calls that can be repeated safely.
-- Additive: programs of the version before go on reading and writing.

-- Answers of calls that are carried out once, each with the effect that it tells of. request_key: a hash of the
-- application, the user, the call and the key they chose; request_hash: of what they asked for. answer: null until the
-- call is done, in the transaction that does it. Times are milliseconds since 1970-01-01T00:00Z.
CREATE TABLE idempotency (
    request_key  TEXT COLLATE "C" NOT NULL,
    request_hash TEXT COLLATE "C" NOT NULL,
    expires      BIGINT NOT NULL,
    answer       TEXT COLLATE "C",
    CONSTRAINT pk_idempotency PRIMARY KEY (request_key)
);

-- What has expired is found by this, a few at a time.
CREATE INDEX ix_idempotency_expires ON idempotency (expires);
