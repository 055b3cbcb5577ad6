package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the README and the program together. */
class ReadmeTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "README.md");
    private static final Pattern TRANSCRIPT = Pattern.compile("```console\\n(.*?)```", Pattern.DOTALL);

    private static List<String> page() throws IOException {
        return Files.readAllLines(PAGE);
    }

    @Test
    void itsTableOfSettingsIsTheCatalogue() throws IOException {
        assertThat(page().stream().filter(line -> line.startsWith("| `--")))
                .containsExactlyElementsOf(
                        Settings.ALL.stream().map(ReadmeTest::row).toList());
    }

    private static String row(Setting<?> setting) {
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        setting.flag(),
                        setting.meaning().replace("|", "\\|"),
                        setting.unit(),
                        setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`");
    }

    @Test
    void itsExampleIsTheOneThatIsTested() throws IOException {
        assertThat(String.join("\n", page())).contains(Client.CALL, "@docs/example-request.json");
        assertThat(Files.readAllBytes(PAGE.resolveSibling("docs").resolve("example-request.json")))
                .isEqualTo(Client.example());
    }

    @Test
    void itsTranscriptsAreTheOnesThatAreTested() throws IOException {
        Set<String> tested =
                OfflineCommandsTest.transcripts().map(ReadmeTest::read).collect(Collectors.toSet());
        List<String> shown = TRANSCRIPT
                .matcher(read(PAGE))
                .results()
                .map(block -> block.group(1))
                .toList();

        assertThat(shown).hasSize(3);
        assertThat(tested).containsAll(shown);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
