/**
 * The language of the API, whatever carries it: parameters become commands here, objects
 * become nodes, rules and reasons get their numbers and their texts. Knows {@code application.api} and the domain; no
 * HTTP, no files, no threads. Whoever speaks the API (a server, commands on files, a client) uses it and needs nothing of
 * another adapter.
 */
@NullMarked
package io.proctemplate.wire;

import org.jspecify.annotations.NullMarked;
