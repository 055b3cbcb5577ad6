package io.proctemplate.adapter.cli;

import io.proctemplate.application.api.Administration;
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
import java.util.function.Supplier;
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

    private static final String[] WHICH_DATABASE = {
        "",
        "Works on the server's database, while servers run too: name it as for the server, by --db-url, --db-user,",
        "--db-password or --config, by the environment, or not at all for the embedded one of this directory.",
        "Exit status: 0 done, 1 not done, 2 called wrongly; the reason is on the standard error."
    };

    private Commands() {}

    /**
     * What commands work with. Texts are written in UTF-8, whatever the streams themselves make of characters.
     *
     * @param directory where names of files begin that do not begin at the root
     * @param in what {@code -} in the place of a file stands for
     * @param out for answers
     * @param err for complaints that are no answer
     * @param sentence says in words what a violation is about
     * @param administration opens the way to the database when a command asks for it
     */
    public record Surroundings(
            Path directory,
            InputStream in,
            PrintStream out,
            PrintStream err,
            Function<Violation, String> sentence,
            Supplier<Administration> administration) {
        public Surroundings {
            out = new PrintStream(out, true, StandardCharsets.UTF_8);
            err = new PrintStream(err, true, StandardCharsets.UTF_8);
        }

        /** Without a database. */
        public Surroundings(
                Path directory,
                InputStream in,
                PrintStream out,
                PrintStream err,
                Function<Violation, String> sentence) {
            this(directory, in, out, err, sentence, () -> {
                throw new IllegalStateException("a command that administers, without a database");
            });
        }
    }

    /** The database that a command works on cannot be used; the message says why in one line. */
    public static final class Unavailable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** Whether {@code word} names a command. */
    public static boolean has(String word) {
        return Word.find(word) != null;
    }

    /** Whether {@code word} names a command that works on the database. */
    public static boolean administers(String word) {
        Word found = Word.find(word);
        return found != null && found.administers();
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
        addHelp(line);
        if (word.administers()) {
            line.getCommandSpec().usageMessage().footer(WHICH_DATABASE);
        }
        line.getCommandSpec().exitCodeOnExecutionException(UNUSABLE);
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpWidth(WIDTH);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command, surroundings));
        return line.execute(List.of(arguments).subList(1, arguments.length).toArray(String[]::new));
    }

    private static void addHelp(CommandLine line) {
        line.getCommandSpec().addOption(help());
        line.getSubcommands().values().forEach(Commands::addHelp);
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help and exit.")
                .build();
    }

    private static int failed(Exception failure, CommandLine command, Surroundings surroundings) throws Exception {
        if (failure instanceof Input.Unreadable unreadable) {
            complain(unreadable, surroundings);
            return UNUSABLE;
        }
        if (failure instanceof Unavailable) {
            surroundings.err().println("proctemplate: " + failure.getMessage());
            return FAULTY;
        }
        if (failure instanceof BadArgument) {
            surroundings.err().println("proctemplate: " + failure.getMessage());
            surroundings.err().println("See " + command.getCommandSpec().qualifiedName() + " --help.");
            return UNUSABLE;
        }
        throw failure;
    }

    static void complain(Input.Unreadable unreadable, Surroundings surroundings) {
        surroundings.err().println("proctemplate: " + unreadable.getMessage());
    }
}
