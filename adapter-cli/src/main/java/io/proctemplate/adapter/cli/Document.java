package io.proctemplate.adapter.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that has been read.
 *
 * @param name as it was given on the command line
 * @param content null if the file makes no sense at all
 * @param faults of the syntax
 */
record Document(String name, @Nullable Part content, List<SyntaxFault> faults) {
    Document {
        faults = List.copyOf(faults);
    }
}
