-- What the audit is searched by beside the request, one entry for each event: none is paid for by an object.
-- Additive: programs of the version before go on reading and writing.
-- H2 commits after each statement here: IF NOT EXISTS lets a start go on where one before it was cut off.

CREATE INDEX IF NOT EXISTS ix_audit_event_user ON audit_event (bk_biz_id, user_name, id);
CREATE INDEX IF NOT EXISTS ix_audit_event_time ON audit_event (bk_biz_id, event_time);
