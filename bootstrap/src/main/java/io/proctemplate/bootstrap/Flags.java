package io.proctemplate.bootstrap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line, read: the text of each setting given as a flag, and all that cannot be understood.
 *
 * @param problems for people; none repeats a value, which may be a secret behind a mistyped flag
 */
record Flags(Map<Setting<?>, String> given, List<String> problems, boolean help, boolean version) {
    private static final String HELP = "--help";
    private static final String VERSION = "--version";

    Flags {
        given = Map.copyOf(given);
        problems = List.copyOf(problems);
    }

    static Flags parse(String... arguments) {
        if (arguments.length == 0) {
            return new Flags(Map.of(), List.of(), false, false); // the parser alone is a tenth of a start
        }
        CommandLine commandLine = commandLine();
        ParseResult result = commandLine.parseArgs(arguments);
        List<String> problems = new ArrayList<>();
        result.errors().forEach(error -> problems.add(problem(error)));
        problems.addAll(unknown(result.unmatched(), problems.isEmpty()));
        Map<Setting<?>, String> given = new LinkedHashMap<>();
        for (Setting<?> setting : Settings.ALL) {
            if (result.hasMatchedOption(setting.flag())) {
                given.put(setting, result.matchedOptionValue(setting.flag(), ""));
            }
        }
        return new Flags(given, problems, result.hasMatchedOption(HELP), result.hasMatchedOption(VERSION));
    }

    private static String problem(Exception error) {
        if (error instanceof CommandLine.MissingParameterException missing) {
            return nameOf(missing.getMissing().get(0)) + ": needs a value";
        }
        if (error instanceof CommandLine.OverwrittenOptionException twice) {
            return nameOf(twice.getOverwritten()) + ": is given more than once";
        }
        return "the command line cannot be understood (" + error.getClass().getSimpleName() + ")";
    }

    private static String nameOf(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    /**
     * Names unknown flags; the word that may follow one is taken for its value and, like all values, not repeated.
     *
     * @param wordsCount false after a flag without its value, when the parser no longer knows whose the next word is
     */
    private static List<String> unknown(List<String> unmatched, boolean wordsCount) {
        List<String> problems = new ArrayList<>();
        int words = 0;
        for (String argument : unmatched) {
            if (argument.startsWith("-")) {
                problems.add(argument.split("=", 2)[0] + ": there is no such setting");
                words -= argument.contains("=") ? 0 : 1;
            } else {
                words++;
            }
        }
        if (words > 0 && wordsCount) {
            problems.add("a word that belongs to no flag");
        }
        return problems;
    }

    static String helpText() {
        return commandLine().getUsageMessage(CommandLine.Help.Ansi.OFF);
    }

    private static CommandLine commandLine() {
        CommandSpec spec = CommandSpec.create().name("./run");
        Settings.ALL.forEach(setting -> spec.addOption(option(setting)));
        spec.addOption(OptionSpec.builder("-h", HELP)
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help and exit.")
                .build());
        spec.addOption(OptionSpec.builder("-V", VERSION)
                .type(boolean.class)
                .versionHelp(true)
                .description("Show the version and exit.")
                .build());
        spec.parser()
                .collectErrors(true)
                .unmatchedArgumentsAllowed(true)
                .unmatchedOptionsAllowedAsOptionParameters(false);
        explain(spec.usageMessage());
        return new CommandLine(spec).setExpandAtFiles(false);
    }

    private static OptionSpec option(Setting<?> setting) {
        String byDefault = setting.defaultText().isEmpty() ? "none" : setting.defaultText();
        OptionSpec.Builder option = OptionSpec.builder(setting.flag())
                .type(String.class)
                .paramLabel(setting.placeholder())
                .description(escaped(setting.description() + "."), escaped("Default: " + byDefault));
        // A switch may stand alone; alone it means true.
        return (setting.equals(Settings.DEMO) ? option.arity("0..1").fallbackValue("true") : option.arity("1")).build();
    }

    /** The usage message takes {@code %} for the begin of a format. */
    private static String escaped(String text) {
        return text.replace("%", "%%");
    }

    private static void explain(UsageMessageSpec usage) {
        usage.width(100).sortOptions(false).autoWidth(false);
        usage.header(
                "Serves the process templates of BlueKing CMDB: its HTTP API over a SQL database, in one process.", "");
        usage.synopsisHeading("Usage: ");
        usage.customSynopsis("./run [flags]", "       ./run COMMAND …, ./run COMMAND --help");
        usage.optionListHeading("%nFlags:%n");
        List<String> footer = new ArrayList<>(List.of("", "Commands, which need no server:"));
        footer.addAll(CommandGraph.summaries());
        footer.addAll(List.of(
                "",
                "Each flag can also be set as an environment variable (--http-port: PROCTEMPLATE_HTTP_PORT)",
                "or as a key of the file named by --config (http-port). A flag wins over the environment, the",
                "environment over the file.",
                "",
                "Without flags it serves http://127.0.0.1:8080 with demo data, kept in files under data/.",
                "It runs until it gets SIGTERM or Ctrl-C, then finishes the requests it is working on.",
                "Exit status: 0 stopped as asked, 1 cannot start or stop cleanly, 2 a setting is wrong."));
        usage.footer(footer.toArray(String[]::new));
    }
}
