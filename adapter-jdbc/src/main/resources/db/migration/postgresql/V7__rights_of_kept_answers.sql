-- A kept answer is given again only to whoever still has the rights that the call took.
-- Additive: programs of the version before go on reading and writing; answers that they keep name no scope.

-- scopes: where the caller needed rights, as business:service_template separated by commas.
ALTER TABLE idempotency ADD COLUMN scopes TEXT COLLATE "C" DEFAULT '' NOT NULL;
