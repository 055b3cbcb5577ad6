/**
 * Puts load on a running server, from a process of its own, and says what came of it. Knows the program by its wire
 * contract alone, so that other servers of the same API can be measured beside it.
 *
 * <p>{@code Load} reads the command line; {@code Comparison} interleaves the rounds; {@code Round} is one thread, one
 * selector and any number of {@code Connection}s; {@code Tally} counts answers and times; {@code Summary} takes medians
 * over the rounds; {@code Report} writes them down.
 */
@NullMarked
package io.proctemplate.benchmark;

import org.jspecify.annotations.NullMarked;
