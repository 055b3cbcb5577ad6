package io.proctemplate.domain.field;

import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * A single value as every adapter can carry it: a text, an integer of 64 bits, or a flag.
 *
 * <pre>{@code
 * Scalar timeout = Scalar.of(30);
 * String shown = timeout.fold(text -> text, number -> number + " s", flag -> flag ? "on" : "off"); // "30 s"
 * }</pre>
 *
 * @since 0.1.0
 */
public sealed interface Scalar extends Node {

    /** The text as a scalar. */
    static Scalar of(String value) {
        return new Text(value);
    }

    /** The integer as a scalar. */
    static Scalar of(long value) {
        return new Number(value);
    }

    /** The flag as a scalar. */
    static Scalar of(boolean value) {
        return value ? Flag.TRUE : Flag.FALSE;
    }

    /** Hands the value to the function of its kind. */
    <R> R fold(Function<String, R> text, LongFunction<R> number, Function<Boolean, R> flag);

    /** Any text, the empty one too. */
    record Text(String value) implements Scalar {
        @Override
        public <R> R fold(Function<String, R> text, LongFunction<R> number, Function<Boolean, R> flag) {
            return text.apply(value);
        }

        @Override
        public String excerpt() {
            return value;
        }
    }

    /** An integer. */
    record Number(long value) implements Scalar {
        @Override
        public <R> R fold(Function<String, R> text, LongFunction<R> number, Function<Boolean, R> flag) {
            return number.apply(value);
        }

        @Override
        public String excerpt() {
            return Long.toString(value);
        }
    }

    /** True or false. */
    enum Flag implements Scalar {
        TRUE(true),
        FALSE(false);

        private final boolean value;

        Flag(boolean value) {
            this.value = value;
        }

        /** The flag itself. */
        public boolean value() {
            return value;
        }

        @Override
        public <R> R fold(Function<String, R> text, LongFunction<R> number, Function<Boolean, R> flag) {
            return flag.apply(value);
        }

        @Override
        public String excerpt() {
            return Boolean.toString(value);
        }
    }
}
