package io.proctemplate.domain.field;

/**
 * What is special about a field beyond its type and range.
 *
 * <pre>{@code
 * boolean locked = Fields.BK_FUNC_NAME.is(Trait.ALWAYS_LOCKED); // true
 * }</pre>
 *
 * @since 0.1.0
 */
public enum Trait {
    /** A template without a value for it is refused; an empty text counts as none. */
    REQUIRED,
    /** Instances are locked to it whatever the flag says. */
    ALWAYS_LOCKED,
    /** An update keeps the value of the creation. */
    FIXED_AFTER_CREATION,
    /** Kept for old clients: stored and returned, without a meaning here. */
    LEGACY
}
