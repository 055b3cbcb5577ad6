-- What an operator administers while servers run: secrets that overlap, logins that can be named without their token.
-- Additive: programs of the version before go on reading and writing.
-- H2 commits after each statement here: IF NOT EXISTS lets a start go on where one before it was cut off.

-- The secret before the present one; null for none.
ALTER TABLE app ADD COLUMN IF NOT EXISTS former_salt VARCHAR;
ALTER TABLE app ADD COLUMN IF NOT EXISTS former_hash VARCHAR;
ALTER TABLE app ADD COLUMN IF NOT EXISTS former_until BIGINT;

CREATE SEQUENCE IF NOT EXISTS seq_login NO CACHE;

ALTER TABLE login ADD COLUMN IF NOT EXISTS id BIGINT DEFAULT NEXT VALUE FOR seq_login NOT NULL;
ALTER TABLE login ADD CONSTRAINT IF NOT EXISTS uk_login_id UNIQUE (id);

CREATE INDEX IF NOT EXISTS ix_user_grant_business ON user_grant (bk_biz_id);
