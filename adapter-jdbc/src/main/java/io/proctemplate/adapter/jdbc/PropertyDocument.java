package io.proctemplate.adapter.jdbc;

import io.proctemplate.domain.field.Lock;
import io.proctemplate.domain.template.ProcessProperty;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The property column: one JSON object of what is set, and nothing else, so that rows stay narrow.
 *
 * <pre>{@code
 * {"bk_process_name":1,                        locked; the value is in its column
 *  "proc_num":[2,1],"user":[null,0],           value and lock
 *  "bind_info":[[[1,{"port":["80",1]}]],2]}    rows, each an id and its fields, and lock; then the greatest id there
 *                                              ever was, if its row is gone
 * }</pre>
 *
 * Locks are written as {@link #code numbers}. What is absent is unset; null, "" and false are values like any other.
 */
final class PropertyDocument {
    static final JsonFactory JSON = new JsonFactory();

    private static final Lock[] BY_CODE = byCode();

    private PropertyDocument() {}

    static String write(ProcessProperty property) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            new PropertyWriter(out, KeyColumns.of(property)).write(property);
        }
        return text.toString();
    }

    /** How a lock is stored; a stored number never changes its meaning. */
    static int code(Lock lock) {
        return switch (lock) {
            case FREE -> 0;
            case LOCKED -> 1;
            case UNSAID -> 2;
        };
    }

    /**
     * The lock that is stored as {@code code}.
     *
     * @throws IllegalArgumentException if none is
     */
    static Lock lock(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException("no lock: " + code);
        }
        return BY_CODE[code];
    }

    private static Lock[] byCode() {
        Lock[] locks = new Lock[Lock.values().length];
        for (Lock lock : Lock.values()) {
            locks[code(lock)] = lock;
        }
        return locks;
    }

    static ProcessProperty read(String document, KeyColumns keys) {
        return new PropertyReader(document, keys).read();
    }
}
