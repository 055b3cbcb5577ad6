package io.proctemplate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Holds the page with the figures and the command together. */
class PerformancePageTest {
    private static final Path DOCS = Path.of(System.getProperty("basedir", "."), "..", "docs");
    private static final Pattern COMMAND = Pattern.compile("(?m)^benchmark/load ((?:.*\\\\\\n)*.*)$");

    /** The arguments of each load command on the page. */
    static List<String> commands() throws IOException {
        return COMMAND.matcher(Files.readString(DOCS.resolve("performance.md")))
                .results()
                .map(found -> found.group(1).replace("\\\n", " "))
                .toList();
    }

    private static List<String> words(String command) {
        return Arrays.asList(command.replaceAll("\\$\\(.*?\\)", "1").trim().split("\\s+"));
    }

    @Test
    void thePageHasCommands() throws IOException {
        assertThat(commands()).hasSizeGreaterThan(3);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandsOfThePageAreUnderstoodAndTheirBlocksAreThere(String command) throws IOException {
        CommandLine.ParseResult parsed =
                Load.commandLine().parseArgs(words(command).toArray(String[]::new));
        if (parsed.hasMatchedOption("--report")) {
            Page.of(DOCS, parsed.matchedOption("--block").getValue());
        }
    }
}
