package io.proctemplate.bootstrap;

import io.proctemplate.adapter.cli.Commands;
import io.proctemplate.adapter.http.HttpServer;
import java.util.stream.Collectors;

/** What commands work with, put together: their object graph, as {@link Server} is that of serving. */
final class CommandGraph {
    private CommandGraph() {}

    /** Whether {@code word}, the first of a command line, names a command. */
    static boolean has(String word) {
        return Commands.has(word);
    }

    /** Runs the command that {@code arguments} begin with and gives the status to end with. */
    static int run(String... arguments) {
        return Commands.run(
                new Commands.Surroundings(System.in, System.out, System.err, HttpServer.Sentences.english()),
                arguments);
    }

    /** The commands with what each is for, a line each. */
    static String summaries() {
        return Commands.all().entrySet().stream()
                .map(command -> "  %-10s %s".formatted(command.getKey(), command.getValue()))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
