/** What was done: one entry for each object that a request created, changed or deleted. */
@NullMarked
package io.proctemplate.domain.audit;

import org.jspecify.annotations.NullMarked;
