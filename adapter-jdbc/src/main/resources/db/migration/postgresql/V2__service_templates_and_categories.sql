-- Service templates with all they have, and the categories they hang on. Additive: programs of the version before go on
-- reading and writing while this one starts, so every new column has a default.

CREATE SEQUENCE seq_service_category START WITH 3;

-- The built-in categories belong to business 0 and have no row to refer to; parent 0 stands for the top.
CREATE TABLE service_category (
    id               BIGINT  NOT NULL CONSTRAINT pk_service_category PRIMARY KEY,
    bk_biz_id        BIGINT  NOT NULL,
    business_ref     BIGINT,
    root_id          BIGINT  NOT NULL,
    parent_id        BIGINT  NOT NULL,
    parent_ref       BIGINT,
    name             TEXT COLLATE "C" NOT NULL,
    supplier_account TEXT COLLATE "C" NOT NULL,
    CONSTRAINT uk_service_category_name UNIQUE (parent_id, bk_biz_id, name),
    CONSTRAINT fk_service_category_business FOREIGN KEY (business_ref) REFERENCES business (id),
    CONSTRAINT fk_service_category_parent FOREIGN KEY (parent_ref) REFERENCES service_category (id)
);

INSERT INTO service_category (id, bk_biz_id, root_id, parent_id, parent_ref, name, supplier_account)
VALUES (1, 0, 1, 0, NULL, 'Default', '0'), (2, 0, 1, 1, 1, 'Default', '0');

CREATE INDEX ix_service_category_business ON service_category (bk_biz_id);
CREATE INDEX ix_service_category_parent_ref ON service_category (parent_ref);

ALTER TABLE service_template
    ADD COLUMN service_category_id BIGINT NOT NULL DEFAULT 2,
    ADD COLUMN supplier_account TEXT COLLATE "C" NOT NULL DEFAULT '0',
    ADD COLUMN modifier TEXT COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN create_time BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN last_time BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN folded_name TEXT COLLATE "C" NOT NULL DEFAULT '';

-- What the version before wrote had no changes, and names without rules: equal ones are told apart by their ids.
UPDATE service_template SET name = name || '-' || id
WHERE EXISTS (
    SELECT 1 FROM service_template other
    WHERE other.bk_biz_id = service_template.bk_biz_id AND other.name = service_template.name
      AND other.id < service_template.id
);
UPDATE service_template SET modifier = creator, folded_name = lower(name COLLATE "default") WHERE folded_name = '';

ALTER TABLE service_template
    ADD CONSTRAINT uk_service_template_name UNIQUE (bk_biz_id, name),
    ADD CONSTRAINT fk_service_template_category FOREIGN KEY (service_category_id) REFERENCES service_category (id);

CREATE INDEX ix_service_template_category ON service_template (service_category_id);
