package io.proctemplate.adapter.cli;

import io.proctemplate.domain.violation.Violation;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The commands, each named by a {@link Word}. A new one is a word there and a class that carries it out; what it needs
 * of the object graph is one more part of {@link Surroundings}, handed in as a supplier, so that only the command that
 * asks for it pays for it.
 */
public final class Commands {
    /** Nothing to complain about. */
    static final int FINE = 0;

    /** The command did its work, and the answer is that something is wrong. */
    static final int FAULTY = 1;

    /** The command could not do its work: it was called wrongly, or a file cannot be read. */
    static final int UNUSABLE = 2;

    private static final int WIDTH = 100;

    private Commands() {}

    /**
     * What commands work with. Texts are written in UTF-8, whatever the streams themselves make of characters.
     *
     * @param directory where names of files begin that do not begin at the root
     * @param in what {@code -} in the place of a file stands for
     * @param out for answers
     * @param err for complaints that are no answer
     * @param sentence says in words what a violation is about
     */
    public record Surroundings(
            Path directory, InputStream in, PrintStream out, PrintStream err, Function<Violation, String> sentence) {
        public Surroundings {
            out = new PrintStream(out, true, StandardCharsets.UTF_8);
            err = new PrintStream(err, true, StandardCharsets.UTF_8);
        }
    }

    /** Whether {@code word} names a command. */
    public static boolean has(String word) {
        return Word.find(word) != null;
    }

    /** What each command is for, in one line, by its word. */
    public static Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        for (Word word : Word.values()) {
            all.put(word.text(), word.summary());
        }
        return Collections.unmodifiableMap(all);
    }

    /**
     * Runs the command that the first of {@code arguments} names; the others are its own.
     *
     * @return the status to end with: 0 all is well, 1 the answer is that something is wrong, 2 there is no answer
     */
    public static int run(Surroundings surroundings, String... arguments) {
        Word word = Objects.requireNonNull(Word.find(arguments[0]), arguments[0]);
        CommandLine line = new CommandLine(word.command(surroundings));
        line.setCommandName("./run " + word.text());
        line.getCommandSpec().addOption(help()).exitCodeOnExecutionException(UNUSABLE);
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(WIDTH);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, surroundings));
        return line.execute(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help and exit.")
                .build();
    }

    private static int failed(Exception failure, Surroundings surroundings) throws Exception {
        if (failure instanceof Input.Unreadable unreadable) {
            complain(unreadable, surroundings);
            return UNUSABLE;
        }
        throw failure;
    }

    static void complain(Input.Unreadable unreadable, Surroundings surroundings) {
        surroundings.err().println("proctemplate: " + unreadable.getMessage());
    }
}
