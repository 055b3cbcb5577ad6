package io.proctemplate.adapter.cli;

/** What was typed cannot be meant; the message says why in one line. */
final class BadArgument extends RuntimeException {
    private static final long serialVersionUID = 1;

    BadArgument(String message) {
        super(message);
    }
}
