/**
 * Commands of the program: the first word of the command line names one. {@link io.proctemplate.adapter.cli.Commands}
 * is all that others see; a command reads its arguments, asks the domain or a use case, and says the answer.
 */
@NullMarked
package io.proctemplate.adapter.cli;

import org.jspecify.annotations.NullMarked;
