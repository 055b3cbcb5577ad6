package io.proctemplate.domain.field;

import org.jspecify.annotations.Nullable;

/**
 * The value of one field in a template, and whether instances are subject to it. The rule of the lock, said here once:
 * locked, every instance carries exactly this value, an empty or null one too; otherwise the value is only what an
 * instance starts with. (API page: "as_default_value: whether the value of the process is subject to the template".)
 *
 * <pre>{@code
 * TemplatedField<String> locked = TemplatedField.locked("www"); // every instance has it
 * TemplatedField<String> free = TemplatedField.free("www"); // an instance starts with it
 * }</pre>
 *
 * @param value the template's value, null for none
 * @param lock what was said about the lock
 * @since 0.1.0
 */
public record TemplatedField<T>(@Nullable T value, Lock lock) {
    /** The member of the wire's object that holds the value. */
    public static final String VALUE = "value";

    /** The member of the wire's object that holds the lock. */
    public static final String AS_DEFAULT_VALUE = "as_default_value";

    private static final TemplatedField<?> UNSET = new TemplatedField<>(null, Lock.UNSAID);

    /** No value and nothing said: what a field that was not sent is. */
    @SuppressWarnings("unchecked") // holds no T
    public static <T> TemplatedField<T> unset() {
        return (TemplatedField<T>) UNSET;
    }

    /** A value that every instance carries. */
    public static <T> TemplatedField<T> locked(@Nullable T value) {
        return new TemplatedField<>(value, Lock.LOCKED);
    }

    /** A value that an instance starts with and may change. */
    public static <T> TemplatedField<T> free(@Nullable T value) {
        return new TemplatedField<>(value, Lock.FREE);
    }

    /** Whether instances are locked to the value. */
    public boolean asDefaultValue() {
        return lock == Lock.LOCKED;
    }

    /** Whether this is what a field that was not sent is. */
    public boolean isUnset() {
        return value == null && lock == Lock.UNSAID;
    }
}
