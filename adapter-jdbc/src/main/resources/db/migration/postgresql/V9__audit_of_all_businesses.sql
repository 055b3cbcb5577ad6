-- By which the audit of all businesses is read, newest first, and by the server's own id of a request.
-- Additive: programs of the version before go on reading and writing.

CREATE INDEX ix_audit_event_id ON audit_event (id);
CREATE INDEX ix_audit_event_server_request ON audit_event (server_request_id);
