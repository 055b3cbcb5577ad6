package io.proctemplate.application;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.Arrays;

/** Bodies of requests, written short. */
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

    /** {@code object} with more members. */
    public static Node.Mapping with(Node.Mapping object, Object... namesAndValues) {
        Node.Mapping.Builder joined = new Node.Mapping.Builder();
        for (Node.Mapping part : new Node.Mapping[] {object, object(namesAndValues)}) {
            for (int i = 0; i < part.size(); i++) {
                joined.put(part.name(i), part.node(i));
            }
        }
        return joined.build();
    }

    public static Node.Sequence list(Object... items) {
        return new Node.Sequence(Arrays.stream(items).map(Sent::node).toList());
    }

    /** An item of a batch. */
    public static Node.Mapping item(String processName, String functionName, Object startParameter) {
        return object(
                "spec",
                object(
                        "bk_process_name",
                        object("value", processName),
                        "bk_func_name",
                        object("value", functionName),
                        "bk_start_param_regex",
                        object("value", startParameter)));
    }

    /** The body of a batch in business 1 and service template 1. */
    public static Node.Mapping batch(Object... items) {
        return object("bk_biz_id", 1, "service_template_id", 1, "processes", list(items));
    }

    private static Node node(Object value) {
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
