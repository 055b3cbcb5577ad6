/**
 * Rights, in the words of the domain: what may be done, where. Whoever proves callers and whoever keeps their rights
 * speak of the same thing, so it belongs to neither.
 */
@NullMarked
package io.proctemplate.domain.access;

import org.jspecify.annotations.NullMarked;
