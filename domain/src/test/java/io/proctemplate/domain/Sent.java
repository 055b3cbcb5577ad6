package io.proctemplate.domain;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.field.TemplatedField;
import java.util.Arrays;
import java.util.stream.Stream;

/** Documents as callers send them, written short. */
public final class Sent {
    private Sent() {}

    /** An object of alternating names and values. */
    public static Node.Mapping object(Object... namesAndValues) {
        Node.Mapping.Builder object = new Node.Mapping.Builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], node(namesAndValues[i + 1]));
        }
        return object.build();
    }

    public static Node.Sequence list(Object... items) {
        return new Node.Sequence(Arrays.stream(items).map(Sent::node).toList());
    }

    /** A templated field; {@code flag} is mostly true, false or null. */
    public static Node.Mapping templated(Object value, Object flag) {
        return object(TemplatedField.VALUE, value, TemplatedField.AS_DEFAULT_VALUE, flag);
    }

    public static Node.Mapping locked(Object value) {
        return templated(value, true);
    }

    public static Node.Mapping free(Object value) {
        return templated(value, false);
    }

    /** A spec that is fine, with more members. */
    public static Node.Mapping spec(Object... more) {
        Object[] names = {"bk_func_name", locked("java"), "bk_process_name", locked("web")};
        return object(Stream.concat(Arrays.stream(names), Arrays.stream(more)).toArray());
    }

    /** A spec that is fine, with these bind rows. */
    public static Node.Mapping specWithRows(Object... rows) {
        return spec("bind_info", locked(list(rows)));
    }

    /** A bind row that is fine, with more members. */
    public static Node.Mapping row(String ip, String port, String protocol, Object... more) {
        Object[] fields = {"ip", locked(ip), "port", locked(port), "protocol", locked(protocol)};
        return object(Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray());
    }

    public static Node node(Object value) {
        if (value == null) {
            return Node.Null.NULL;
        }
        if (value instanceof Node node) {
            return node;
        }
        if (value instanceof String text) {
            return Scalar.of(text);
        }
        if (value instanceof Boolean flag) {
            return Scalar.of(flag);
        }
        return Scalar.of(((Number) value).longValue());
    }
}
