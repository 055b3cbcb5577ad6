/**
 * The services that carry out the use cases, package-private behind {@link io.proctemplate.application.Application}.
 * They hold no state but what can be read again, know no technology, read no clock of their own and are silent.
 */
@NullMarked
package io.proctemplate.application;

import org.jspecify.annotations.NullMarked;
