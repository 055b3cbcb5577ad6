/**
 * The stores on SQL databases, H2 and PostgreSQL. {@link io.proctemplate.adapter.jdbc.Database} is the way in; only the
 * unit of work touches connections, a store gets the handle of its transaction.
 */
@NullMarked
package io.proctemplate.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
