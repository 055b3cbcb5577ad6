-- A kept answer is given again only to whoever still has the rights that the call took.
-- Additive: programs of the version before go on reading and writing; answers that they keep name no scope.
-- H2 commits after each statement here: IF NOT EXISTS lets a start go on where one before it was cut off.

-- scopes: where the caller needed rights, as business:service_template separated by commas.
ALTER TABLE idempotency ADD COLUMN IF NOT EXISTS scopes CHARACTER LARGE OBJECT DEFAULT '' NOT NULL;
