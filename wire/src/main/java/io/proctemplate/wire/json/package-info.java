/** JSON in and out: between its text and the domain's nodes, syntax judged here and nowhere else. */
@NullMarked
package io.proctemplate.wire.json;

import org.jspecify.annotations.NullMarked;
