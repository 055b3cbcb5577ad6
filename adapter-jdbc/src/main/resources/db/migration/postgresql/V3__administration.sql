-- What an operator administers while servers run: secrets that overlap, logins that can be named without their token.
-- Additive: programs of the version before go on reading and writing.

-- The secret before the present one; null for none.
ALTER TABLE app
    ADD COLUMN former_salt TEXT COLLATE "C",
    ADD COLUMN former_hash TEXT COLLATE "C",
    ADD COLUMN former_until BIGINT;

CREATE SEQUENCE seq_login;

ALTER TABLE login ADD COLUMN id BIGINT NOT NULL DEFAULT nextval('seq_login');
ALTER TABLE login ADD CONSTRAINT uk_login_id UNIQUE (id);

CREATE INDEX ix_user_grant_business ON user_grant (bk_biz_id);
