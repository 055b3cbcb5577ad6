package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the commands answer, character by character. Each file under {@code commands/expected} is a transcript: the line
 * that is typed, all that comes of it, the status it ends with. What really came is left in {@code target/commands}.
 */
class OfflineCommandsTest {
    private static final Path FILES = Path.of(System.getProperty("basedir", "."), "src", "test", "commands");
    private static final String PROMPT = "$ ./run ";
    private static final Pattern BLANKS = Pattern.compile(" +");

    static Stream<Path> transcripts() throws IOException {
        try (Stream<Path> files = Files.list(FILES.resolve("expected"))) {
            return List.copyOf(files.sorted().toList()).stream();
        }
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void theCommandsAnswerAsTheirTranscriptsSay(Path transcript) throws IOException {
        String expected = Files.readString(transcript);
        String typed = expected.lines().findFirst().orElseThrow();
        assertThat(typed).startsWith(PROMPT);

        String actual = typed + "\n" + run(new byte[0], BLANKS.split(typed.substring(PROMPT.length())));

        Path kept = Files.createDirectories(Path.of("target", "commands")).resolve(transcript.getFileName());
        Files.writeString(kept, actual);
        assertThat(actual).isEqualTo(expected);
    }

    /** Answers and complaints, then the status, as a transcript ends. */
    private static String run(byte[] stdin, String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        int status = CommandGraph.run(FILES, new ByteArrayInputStream(stdin), out, out, arguments);
        return printed.toString(StandardCharsets.UTF_8) + "(exit status " + status + ")\n";
    }

    @Test
    void theStandardInputIsReadLikeAFile() throws IOException {
        byte[] faulty = Files.readAllBytes(FILES.resolve("faulty.yaml"));

        assertThat(run(faulty, "validate", "-"))
                .isEqualTo(run(new byte[0], "validate", "faulty.yaml").replace("faulty.yaml:", "-:"));
    }

    @Test
    void theApisPublishedExampleIsValid() {
        assertThat(run(Client.example(), "validate", "-")).isEqualTo("1 file: 0 errors, 0 warnings\n(exit status 0)\n");
    }

    @Test
    void everyCommandExplainsItself() {
        List<String> words = new ArrayList<>();
        for (String summary : CommandGraph.summaries()) {
            String word = BLANKS.split(summary.strip())[0];
            words.add(word);
            assertThat(run(new byte[0], word, "--help"))
                    .startsWith("Usage: ./run " + word + " ")
                    .contains("Exit status: 0")
                    .endsWith("(exit status 0)\n");
        }
        assertThat(words).contains("validate", "preview", "diff");
    }

    @Test
    void theProgramEndsWithTheStatusOfTheCommandAndWritesNothingElse() {
        assertEnd(0, List.of("1 file: 0 errors, 1 warning"), "validate", "shop.yaml");
        assertEnd(1, List.of(), "diff", "shop.yaml", "shop-later.json");
        assertEnd(2, List.of(), "preview", "none.yaml", "--host=inner_ip=10.0.0.7");
    }

    private static void assertEnd(int status, List<String> lastLines, String... arguments) {
        try (Child child = Child.start(FILES, arguments)) {
            assertThat(child.exitStatus()).as(Arrays.toString(arguments)).isEqualTo(status);
            assertThat(child.outputLines()).endsWith(lastLines.toArray(String[]::new));
            assertThat(child.errorLines()).hasSize(status == 2 ? 1 : 0);
            assertThat(child.outputLines()).noneMatch(line -> line.contains(" INFO ") || line.contains("ready at"));
        }
    }
}
