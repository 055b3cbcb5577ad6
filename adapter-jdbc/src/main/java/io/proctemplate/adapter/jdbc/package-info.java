/**
 * The stores on SQL databases, H2 and PostgreSQL. {@link io.proctemplate.adapter.jdbc.Database} is the way in; only the
 * unit of work touches connections, a store gets the handle of its transaction.
 *
 * <p>A batch of any size is created with two statements, one that looks and one that inserts, and a commit: three round
 * trips on PostgreSQL, for BEGIN goes along with the first. Ids cost one statement more for each thousand. A batch that is
 * refused for a taken name costs one statement and the end of the transaction. Tests count both.
 */
@NullMarked
package io.proctemplate.adapter.jdbc;

import org.jspecify.annotations.NullMarked;
