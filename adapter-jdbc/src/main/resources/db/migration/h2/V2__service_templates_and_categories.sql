-- Service templates with all they have, and the categories they hang on. Additive: programs of the version before go on
-- reading and writing while this one starts, so every new column has a default.
-- H2 commits after each statement here: a start goes on where one before it was cut off.

CREATE SEQUENCE IF NOT EXISTS seq_service_category START WITH 3 NO CACHE;

-- The built-in categories belong to business 0 and have no row to refer to; parent 0 stands for the top.
CREATE TABLE IF NOT EXISTS service_category (
    id               BIGINT  NOT NULL CONSTRAINT pk_service_category PRIMARY KEY,
    bk_biz_id        BIGINT  NOT NULL,
    business_ref     BIGINT,
    root_id          BIGINT  NOT NULL,
    parent_id        BIGINT  NOT NULL,
    parent_ref       BIGINT,
    name             VARCHAR NOT NULL,
    supplier_account VARCHAR NOT NULL,
    CONSTRAINT uk_service_category_name UNIQUE (parent_id, bk_biz_id, name),
    CONSTRAINT fk_service_category_business FOREIGN KEY (business_ref) REFERENCES business (id),
    CONSTRAINT fk_service_category_parent FOREIGN KEY (parent_ref) REFERENCES service_category (id)
);

MERGE INTO service_category (id, bk_biz_id, root_id, parent_id, parent_ref, name, supplier_account) KEY (id)
VALUES (1, 0, 1, 0, NULL, 'Default', '0'), (2, 0, 1, 1, 1, 'Default', '0');

CREATE INDEX IF NOT EXISTS ix_service_category_business ON service_category (bk_biz_id);

ALTER TABLE service_template ADD COLUMN IF NOT EXISTS service_category_id BIGINT DEFAULT 2 NOT NULL;
ALTER TABLE service_template ADD COLUMN IF NOT EXISTS supplier_account VARCHAR DEFAULT '0' NOT NULL;
ALTER TABLE service_template ADD COLUMN IF NOT EXISTS modifier VARCHAR DEFAULT '' NOT NULL;
ALTER TABLE service_template ADD COLUMN IF NOT EXISTS create_time BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE service_template ADD COLUMN IF NOT EXISTS last_time BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE service_template ADD COLUMN IF NOT EXISTS folded_name VARCHAR DEFAULT '' NOT NULL;

-- What the version before wrote had no changes, and names without rules: equal ones are told apart by their ids.
UPDATE service_template SET name = name || '-' || id
WHERE EXISTS (
    SELECT 1 FROM service_template other
    WHERE other.bk_biz_id = service_template.bk_biz_id AND other.name = service_template.name
      AND other.id < service_template.id
);
UPDATE service_template SET modifier = creator, folded_name = LOWER(name) WHERE folded_name = '';

ALTER TABLE service_template
    ADD CONSTRAINT IF NOT EXISTS uk_service_template_name UNIQUE (bk_biz_id, name);
ALTER TABLE service_template
    ADD CONSTRAINT IF NOT EXISTS fk_service_template_category
    FOREIGN KEY (service_category_id) REFERENCES service_category (id);
