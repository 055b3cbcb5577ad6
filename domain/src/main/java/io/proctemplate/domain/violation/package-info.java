/**
 * What is wrong with an input, as values: a {@link io.proctemplate.domain.violation.Violation} says where, which rule
 * and with what data; {@link io.proctemplate.domain.violation.Validated} is a value or all of its violations. Texts for
 * people are made elsewhere. This package knows no other of the domain.
 */
@NullMarked
package io.proctemplate.domain.violation;

import org.jspecify.annotations.NullMarked;
