package io.proctemplate.adapter.cli;

import java.util.Locale;

/** What a file is written in. */
enum Syntax {
    /** By the end of the file's name, else by its first character. */
    AUTO,
    JSON,
    YAML;

    Syntax of(String fileName, String text) {
        if (this != AUTO) {
            return this;
        }
        String lower = fileName.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return JSON;
        }
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return YAML;
        }
        String content = text.stripLeading();
        return content.startsWith("{") || content.startsWith("[") ? JSON : YAML;
    }
}
