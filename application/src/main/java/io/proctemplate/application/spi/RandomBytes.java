package io.proctemplate.application.spi;

/** Where secrets come from. Handed in, so that the core stays a function of what it is given. */
@FunctionalInterface
public interface RandomBytes {

    /** {@code count} bytes that nobody can guess. */
    byte[] next(int count);
}
