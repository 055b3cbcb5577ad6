CREATE INDEX ix_process_template_creator ON process_template (creator);
