package io.proctemplate.adapter.http;

import io.proctemplate.domain.field.TemplatedField;

/**
 * The name of a field for people and forms, made from its JSON Pointer: without the item it belongs to and without the
 * step into a templated value, {@code bind_info[0].port} for {@code /processes/3/spec/bind_info/value/0/port/value}.
 */
final class FieldName {
    private static final String SPEC = "spec";

    private FieldName() {}

    static String of(String pointer) {
        String[] steps =
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1);
        StringBuilder name = new StringBuilder();
        boolean afterMember = false;
        for (int i = firstOwn(steps); i < steps.length; i++) {
            String step = steps[i];
            if (isPosition(step)) {
                name.append('[').append(step).append(']');
                afterMember = false;
            } else if (!afterMember || !step.equals(TemplatedField.VALUE)) {
                name.append(name.length() == 0 ? "" : ".").append(unescaped(step));
                afterMember = true;
            }
        }
        return name.toString();
    }

    /** Where the steps within the item begin: the list, the position and {@code spec} lead to every field alike. */
    private static int firstOwn(String[] steps) {
        int own = steps.length > 2 && isPosition(steps[1]) ? 2 : 0;
        return own > 0 && steps.length > own + 1 && steps[own].equals(SPEC) ? own + 1 : own;
    }

    private static boolean isPosition(String step) {
        return !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String unescaped(String step) {
        return step.indexOf('~') < 0 ? step : step.replace("~1", "/").replace("~0", "~");
    }
}
