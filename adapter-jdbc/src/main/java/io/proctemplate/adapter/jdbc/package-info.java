/**
 * The stores on SQL databases, H2 and PostgreSQL. {@link io.proctemplate.adapter.jdbc.Database} is the way in; only the
 * unit of work touches connections, a store gets the handle of its transaction.
 *
 * <p>A batch of any size, its audit included, is created with one statement on PostgreSQL, in one round trip, or three where
 * a pooler shares sessions; with seven on H2, where one unit writes at a time. Ids cost one statement more for each thousand.
 * Tests count both.
 */
@NullMarked
package io.proctemplate.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
