-- The server's own id of each request beside the one that a client may have chosen; empty for what was done before.
-- What an operator did is kept like everything else: business 0 for what belongs to none, application '' for none.
-- Additive: programs of the version before go on reading and writing.

ALTER TABLE audit_event ADD COLUMN IF NOT EXISTS server_request_id VARCHAR DEFAULT '' NOT NULL;
