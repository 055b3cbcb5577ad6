/**
 * The catalogue of templated fields and the values they take. {@link io.proctemplate.domain.field.Fields} declares every
 * field in one line; reading, checking, rendering, storing and describing a field all follow from that line. Of the
 * domain's packages this one knows only {@code violation}.
 */
@NullMarked
package io.proctemplate.domain.field;

import org.jspecify.annotations.NullMarked;
