package io.proctemplate.domain.field;

import org.jspecify.annotations.Nullable;

/**
 * What {@code as_default_value} says of a field; whether it was said at all is kept, a read gives it back.
 *
 * <pre>{@code
 * Lock unsaid = Lock.of(null);
 * Boolean flag = Lock.LOCKED.flag(); // true
 * }</pre>
 *
 * @since 0.1.0
 */
public enum Lock {
    /** {@code true}: instances carry the template's value and may not change it. */
    LOCKED,
    /** {@code false}: the template's value is an initial one, an instance may change it. */
    FREE,
    /** null or missing: not said; means the same as {@link #FREE}. */
    UNSAID;

    /** The lock for a flag on the wire, null for a missing or null one. */
    public static Lock of(@Nullable Boolean flag) {
        if (flag == null) {
            return UNSAID;
        }
        return flag ? LOCKED : FREE;
    }

    /** The flag on the wire, null if it was not said. */
    public @Nullable Boolean flag() {
        return switch (this) {
            case LOCKED -> true;
            case FREE -> false;
            case UNSAID -> null;
        };
    }
}
