-- What was done: one row for each thing that a request did, one for each object that it did it to.

CREATE SEQUENCE seq_audit_event;

-- A later event has a greater id. Times are milliseconds since 1970-01-01T00:00Z.
CREATE TABLE audit_event (
    bk_biz_id   BIGINT NOT NULL,
    id          BIGINT NOT NULL,
    event_time  BIGINT NOT NULL,
    request_id  TEXT COLLATE "C" NOT NULL,
    app         TEXT COLLATE "C" NOT NULL,
    user_name   TEXT COLLATE "C" NOT NULL,
    action      TEXT COLLATE "C" NOT NULL,
    object_type TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_audit_event PRIMARY KEY (bk_biz_id, id)
);

CREATE INDEX ix_audit_event_request ON audit_event (bk_biz_id, request_id);

-- place: counted from 0 within the event. changes: a document of what differs from before, null where the object came or
-- went as a whole.
CREATE TABLE audit_object (
    bk_biz_id   BIGINT  NOT NULL,
    event_id    BIGINT  NOT NULL,
    place       BIGINT  NOT NULL,
    object_id   BIGINT  NOT NULL,
    object_name TEXT COLLATE "C" NOT NULL,
    changes     TEXT COLLATE "C",
    CONSTRAINT pk_audit_object PRIMARY KEY (bk_biz_id, event_id, place)
);
