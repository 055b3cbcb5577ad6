-- What templates belong to, who may call, and the templates. The names of constraints are read by the program.
-- H2 commits after each statement here: IF NOT EXISTS lets a start go on where one before it was cut off.

CREATE TABLE IF NOT EXISTS business (
    id   BIGINT  NOT NULL CONSTRAINT pk_business PRIMARY KEY,
    name VARCHAR NOT NULL
);

-- One row for each place where names are unique: a service template, or (0) the standalone templates of a business.
-- Writers of a scope lock its row, so that they queue instead of crossing each other.
CREATE TABLE IF NOT EXISTS scope (
    bk_biz_id           BIGINT NOT NULL,
    service_template_id BIGINT NOT NULL,
    CONSTRAINT pk_scope PRIMARY KEY (bk_biz_id, service_template_id),
    CONSTRAINT fk_scope_business FOREIGN KEY (bk_biz_id) REFERENCES business (id)
);

CREATE SEQUENCE IF NOT EXISTS seq_service_template NO CACHE;

CREATE TABLE IF NOT EXISTS service_template (
    id        BIGINT  NOT NULL CONSTRAINT pk_service_template PRIMARY KEY,
    bk_biz_id BIGINT  NOT NULL,
    name      VARCHAR NOT NULL,
    creator   VARCHAR NOT NULL,
    CONSTRAINT fk_service_template_scope FOREIGN KEY (bk_biz_id, id)
        REFERENCES scope (bk_biz_id, service_template_id)
);

-- Handed out in blocks of 1000; the program counts on the number.
CREATE SEQUENCE IF NOT EXISTS seq_process_template INCREMENT BY 1000 NO CACHE;

-- Real columns for what is unique, searched or sorted by; property holds everything else that is set, as one document.
-- Times are milliseconds since 1970-01-01T00:00Z. VARCHAR is compared character by character, case and blanks and all.
CREATE TABLE IF NOT EXISTS process_template (
    id                  BIGINT  NOT NULL CONSTRAINT pk_process_template PRIMARY KEY,
    bk_biz_id           BIGINT  NOT NULL,
    service_template_id BIGINT  NOT NULL,
    create_time         BIGINT  NOT NULL,
    last_time           BIGINT  NOT NULL,
    version             BIGINT  NOT NULL,
    process_name        VARCHAR NOT NULL,
    func_name           VARCHAR NOT NULL,
    start_param         VARCHAR NOT NULL,
    supplier_account    VARCHAR NOT NULL,
    creator             VARCHAR NOT NULL,
    modifier            VARCHAR NOT NULL,
    property            VARCHAR NOT NULL,
    CONSTRAINT uk_process_template_name UNIQUE (bk_biz_id, service_template_id, process_name),
    CONSTRAINT uk_process_template_func UNIQUE (bk_biz_id, service_template_id, func_name, start_param),
    CONSTRAINT fk_process_template_scope FOREIGN KEY (bk_biz_id, service_template_id)
        REFERENCES scope (bk_biz_id, service_template_id)
);

CREATE TABLE IF NOT EXISTS app (
    code              VARCHAR NOT NULL CONSTRAINT pk_app PRIMARY KEY,
    secret_salt       VARCHAR NOT NULL,
    secret_hash       VARCHAR NOT NULL,
    exempt_from_login BOOLEAN NOT NULL,
    enabled           BOOLEAN NOT NULL
);

CREATE TABLE IF NOT EXISTS app_call (
    app_code  VARCHAR NOT NULL,
    call_name VARCHAR NOT NULL,
    CONSTRAINT pk_app_call PRIMARY KEY (app_code, call_name),
    CONSTRAINT fk_app_call_app FOREIGN KEY (app_code) REFERENCES app (code)
);

CREATE TABLE IF NOT EXISTS login (
    token_hash VARCHAR NOT NULL CONSTRAINT pk_login PRIMARY KEY,
    user_name  VARCHAR NOT NULL,
    expires    BIGINT  NOT NULL
);

-- '*' and -1 stand for any.
CREATE TABLE IF NOT EXISTS user_grant (
    user_name           VARCHAR NOT NULL,
    action              VARCHAR NOT NULL,
    bk_biz_id           BIGINT  NOT NULL,
    service_template_id BIGINT  NOT NULL,
    CONSTRAINT pk_user_grant PRIMARY KEY (user_name, action, bk_biz_id, service_template_id)
);
