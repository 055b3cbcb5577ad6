package io.proctemplate.wire.text;

import io.proctemplate.domain.field.TemplatedField;

/**
 * The name of a field for people and forms, made from its JSON Pointer: without the item it belongs to and without the
 * step into a templated value, {@code bind_info[0].port} for {@code /processes/3/spec/bind_info/value/0/port/value}.
 */
public final class FieldName {
    private static final String SPEC = "spec";
    private static final String CHANGES = "process_property";

    private FieldName() {}

    /** The name of the field at {@code pointer}. */
    public static String of(String pointer) {
        StringBuilder name = new StringBuilder(32);
        boolean afterMember = false;
        for (int start = firstOwn(pointer); start < pointer.length(); start = end(pointer, start)) {
            int end = end(pointer, start);
            if (isPosition(pointer, start + 1, end)) {
                name.append('[').append(pointer, start + 1, end).append(']');
                afterMember = false;
            } else if (!afterMember || !isStep(TemplatedField.VALUE, pointer, start, end)) {
                name.append(name.length() == 0 ? "" : ".").append(pointer, start + 1, end);
                afterMember = true;
            }
        }
        return unescaped(name.toString());
    }

    /** Where the steps within the item begin: the list, the position and {@code spec}, or the changes of an update, lead to every field alike. */
    private static int firstOwn(String pointer) {
        int position = end(pointer, 0);
        if (position < pointer.length() && isStep(CHANGES, pointer, 0, position)) {
            return position;
        }
        int item = end(pointer, position);
        if (item == pointer.length() || !isPosition(pointer, position + 1, item)) {
            return 0;
        }
        int member = end(pointer, item);
        return member < pointer.length() && isStep(SPEC, pointer, item, member) ? member : item;
    }

    /** Where the step that begins at {@code start} ends. */
    private static int end(String pointer, int start) {
        int slash = pointer.indexOf('/', start + 1);
        return slash < 0 ? pointer.length() : slash;
    }

    private static boolean isStep(String name, String pointer, int start, int end) {
        return end - start - 1 == name.length() && pointer.startsWith(name, start + 1);
    }

    private static boolean isPosition(String pointer, int start, int end) {
        for (int i = start; i < end; i++) {
            if (pointer.charAt(i) < '0' || pointer.charAt(i) > '9') {
                return false;
            }
        }
        return start < end;
    }

    private static String unescaped(String name) {
        return name.indexOf('~') < 0 ? name : name.replace("~1", "/").replace("~0", "~");
    }
}
