package io.proctemplate.bootstrap;

import io.proctemplate.adapter.cli.Commands;
import io.proctemplate.wire.text.Language;
import io.proctemplate.wire.text.Messages;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** What commands work with, put together: their object graph, as {@link Server} is that of serving. */
final class CommandGraph {
    private CommandGraph() {}

    /** Whether {@code word}, the first of a command line, names a command. */
    static boolean has(String word) {
        return Commands.has(word);
    }

    /** Runs the command that {@code arguments} begin with and gives the status to end with. */
    static int run(String... arguments) {
        if (Commands.administers(arguments[0])) {
            return AdministrationGraph.run(SettingArguments.of(arguments));
        }
        return run(Path.of(""), System.in, System.out, System.err, arguments);
    }

    static int run(Path directory, InputStream in, PrintStream out, PrintStream err, String... arguments) {
        return Commands.run(
                new Commands.Surroundings(directory, in, out, err, Messages.in(Language.EN)::of), arguments);
    }

    /** The commands with what each is for, a line each. */
    static List<String> summaries() {
        return Commands.all().entrySet().stream()
                .map(command -> "  %-10s %s".formatted(command.getKey(), command.getValue()))
                .toList();
    }
}
