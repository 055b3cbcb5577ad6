/**
 * What a template means for the processes on hosts: what it makes, what differs, what a synchronisation changes, what
 * may be edited. Pure functions, begun with {@link io.proctemplate.domain.instance.Instances}. Knows {@code template},
 * {@code field} and {@code violation}.
 */
@NullMarked
package io.proctemplate.domain.instance;

import org.jspecify.annotations.NullMarked;
