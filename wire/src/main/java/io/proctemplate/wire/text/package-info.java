/** What is said to people, in the languages that it exists in: a text for each rule, each reason and each other fault. */
@NullMarked
package io.proctemplate.wire.text;

import org.jspecify.annotations.NullMarked;
