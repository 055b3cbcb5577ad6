-- What templates belong to, who may call, and the templates. The names of constraints are read by the program.

CREATE TABLE business (
    id   BIGINT  NOT NULL CONSTRAINT pk_business PRIMARY KEY,
    name TEXT COLLATE "C" NOT NULL
);

-- One row for each place where names are unique: a service template, or (0) the standalone templates of a business.
-- Writers of a scope lock its row, so that they queue instead of crossing each other.
CREATE TABLE scope (
    bk_biz_id           BIGINT NOT NULL,
    service_template_id BIGINT NOT NULL,
    CONSTRAINT pk_scope PRIMARY KEY (bk_biz_id, service_template_id),
    CONSTRAINT fk_scope_business FOREIGN KEY (bk_biz_id) REFERENCES business (id)
);

CREATE SEQUENCE seq_service_template;

CREATE TABLE service_template (
    id        BIGINT  NOT NULL CONSTRAINT pk_service_template PRIMARY KEY,
    bk_biz_id BIGINT  NOT NULL,
    name      TEXT COLLATE "C" NOT NULL,
    creator   TEXT COLLATE "C" NOT NULL,
    CONSTRAINT fk_service_template_scope FOREIGN KEY (bk_biz_id, id)
        REFERENCES scope (bk_biz_id, service_template_id)
);

-- Handed out in blocks of 1000; the program counts on the number.
CREATE SEQUENCE seq_process_template INCREMENT BY 1000;

-- Real columns for what is unique, searched or sorted by; property holds everything else that is set, as one document.
-- Times are milliseconds since 1970-01-01T00:00Z. Texts are compared byte by byte, whatever the locale of the database.
CREATE TABLE process_template (
    id                  BIGINT  NOT NULL CONSTRAINT pk_process_template PRIMARY KEY,
    bk_biz_id           BIGINT  NOT NULL,
    service_template_id BIGINT  NOT NULL,
    create_time         BIGINT  NOT NULL,
    last_time           BIGINT  NOT NULL,
    version             BIGINT  NOT NULL,
    process_name        TEXT COLLATE "C" NOT NULL,
    func_name           TEXT COLLATE "C" NOT NULL,
    start_param         TEXT COLLATE "C" NOT NULL,
    supplier_account    TEXT COLLATE "C" NOT NULL,
    creator             TEXT COLLATE "C" NOT NULL,
    modifier            TEXT COLLATE "C" NOT NULL,
    property            TEXT COLLATE "C" NOT NULL,
    CONSTRAINT uk_process_template_name UNIQUE (bk_biz_id, service_template_id, process_name),
    CONSTRAINT uk_process_template_func UNIQUE (bk_biz_id, service_template_id, func_name, start_param),
    CONSTRAINT fk_process_template_scope FOREIGN KEY (bk_biz_id, service_template_id)
        REFERENCES scope (bk_biz_id, service_template_id)
);

CREATE TABLE app (
    code              TEXT COLLATE "C" NOT NULL CONSTRAINT pk_app PRIMARY KEY,
    secret_salt       TEXT COLLATE "C" NOT NULL,
    secret_hash       TEXT COLLATE "C" NOT NULL,
    exempt_from_login BOOLEAN NOT NULL,
    enabled           BOOLEAN NOT NULL
);

CREATE TABLE app_call (
    app_code  TEXT COLLATE "C" NOT NULL,
    call_name TEXT COLLATE "C" NOT NULL,
    CONSTRAINT pk_app_call PRIMARY KEY (app_code, call_name),
    CONSTRAINT fk_app_call_app FOREIGN KEY (app_code) REFERENCES app (code)
);

CREATE TABLE login (
    token_hash TEXT COLLATE "C" NOT NULL CONSTRAINT pk_login PRIMARY KEY,
    user_name  TEXT COLLATE "C" NOT NULL,
    expires    BIGINT  NOT NULL
);

-- '*' and -1 stand for any.
CREATE TABLE user_grant (
    user_name           TEXT COLLATE "C" NOT NULL,
    action              TEXT COLLATE "C" NOT NULL,
    bk_biz_id           BIGINT  NOT NULL,
    service_template_id BIGINT  NOT NULL,
    CONSTRAINT pk_user_grant PRIMARY KEY (user_name, action, bk_biz_id, service_template_id)
);
