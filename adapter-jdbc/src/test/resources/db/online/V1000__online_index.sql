DROP INDEX CONCURRENTLY IF EXISTS ix_process_template_creator;
CREATE INDEX CONCURRENTLY ix_process_template_creator ON process_template (creator);
