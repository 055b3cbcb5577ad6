/**
 * What changed between two templates, for people and for machines; begun with
 * {@link io.proctemplate.domain.diff.TemplateDiff}. Knows {@code template}, {@code field} and {@code violation}.
 */
@NullMarked
package io.proctemplate.domain.diff;

import org.jspecify.annotations.NullMarked;
