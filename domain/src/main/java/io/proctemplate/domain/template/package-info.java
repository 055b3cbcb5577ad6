/**
 * Process templates: the aggregate {@link io.proctemplate.domain.template.ProcessTemplate}, its parts and the rules that
 * span fields, rows and the items of one batch; the service templates and categories they hang on; and what lists of
 * them are asked for. Knows {@code field} and {@code violation}.
 */
@NullMarked
package io.proctemplate.domain.template;

import org.jspecify.annotations.NullMarked;
