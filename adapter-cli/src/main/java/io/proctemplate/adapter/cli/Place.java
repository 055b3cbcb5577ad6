package io.proctemplate.adapter.cli;

/**
 * A place in a file.
 *
 * @param line counted from 1
 * @param column in characters, counted from 1
 */
record Place(int line, int column) {
    static final Place START = new Place(1, 1);
}
