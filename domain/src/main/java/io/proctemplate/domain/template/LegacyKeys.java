package io.proctemplate.domain.template;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violation;
import java.util.Map;

/** Keys that old clients still send in a spec, and where their setting lives now (wire contract, section 6). */
final class LegacyKeys {
    private static final String GATEWAY_PREFIX = "bk_gateway_";
    private static final Map<String, String> MOVED = Map.of(
            "bind_ip", inBindRow(Fields.IP.name()),
            "port", inBindRow(Fields.PORT.name()),
            "protocol", inBindRow(Fields.PROTOCOL.name()),
            "bk_enable_port", inBindRow(Fields.ENABLE.name()));

    private LegacyKeys() {}

    private static String inBindRow(String field) {
        return BindRows.BIND_INFO + "[]." + field;
    }

    /** The warning for a key of a spec that is no field. */
    static Violation warning(String key, Path at) {
        String moved = MOVED.get(key);
        return moved != null || key.startsWith(GATEWAY_PREFIX)
                ? Violation.legacyKey(at, key, moved)
                : Violation.unknownKey(at, key);
    }
}
