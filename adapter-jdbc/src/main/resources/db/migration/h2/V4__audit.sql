-- What was done: one row for each thing that a request did, one for each object that it did it to.
-- H2 commits after each statement here: IF NOT EXISTS lets a start go on where one before it was cut off.

CREATE SEQUENCE IF NOT EXISTS seq_audit_event NO CACHE;

-- A later event has a greater id. Times are milliseconds since 1970-01-01T00:00Z.
CREATE TABLE IF NOT EXISTS audit_event (
    bk_biz_id   BIGINT NOT NULL,
    id          BIGINT NOT NULL,
    event_time  BIGINT NOT NULL,
    request_id  VARCHAR NOT NULL,
    app         VARCHAR NOT NULL,
    user_name   VARCHAR NOT NULL,
    action      VARCHAR NOT NULL,
    object_type VARCHAR NOT NULL,
    CONSTRAINT pk_audit_event PRIMARY KEY (bk_biz_id, id)
);

CREATE INDEX IF NOT EXISTS ix_audit_event_request ON audit_event (bk_biz_id, request_id);

-- place: counted from 0 within the event. changes: a document of what differs from before, null where the object came or
-- went as a whole.
CREATE TABLE IF NOT EXISTS audit_object (
    bk_biz_id   BIGINT  NOT NULL,
    event_id    BIGINT  NOT NULL,
    place       BIGINT  NOT NULL,
    object_id   BIGINT  NOT NULL,
    object_name VARCHAR NOT NULL,
    changes     VARCHAR,
    CONSTRAINT pk_audit_object PRIMARY KEY (bk_biz_id, event_id, place)
);
