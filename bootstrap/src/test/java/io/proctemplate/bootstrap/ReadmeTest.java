package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the README and the program together. */
class ReadmeTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "."), "..", "README.md");

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
}
