package io.proctemplate.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.cli.Commands.Surroundings;
import io.proctemplate.application.Application;
import io.proctemplate.application.api.Administration;
import io.proctemplate.application.contract.InMemoryUnitOfWork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The commands on the database: what {@code docs/administration.md} shows is what they answer. */
class AdministrationPageTest {
    private static final Path PAGE = Path.of("..", "docs", "administration.md");
    private static final String PROMPT = "$ ./run ";

    private final Administration administration =
            Application.administration(new InMemoryUnitOfWork(), Clock.systemUTC(), new SecureRandom()::generateSeed);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... words) {
        out.reset();
        err.reset();
        return Commands.run(
                new Surroundings(
                        Path.of(""),
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        violation -> "",
                        () -> administration),
                words);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
    }

    private static String transcript() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf("```console\n") + "```console\n".length();
        return page.substring(begin, page.indexOf("```", begin));
    }

    /** Secrets and times are others each time. */
    private static String masked(String text) {
        return text.replaceAll("[0-9a-f]{64}", "SECRET")
                .replaceAll("20[0-9]{2}-[0-9-]+T[0-9:.]+Z", "TIME")
                .replaceAll(" +", " ");
    }

    @Test
    void thePageShowsWhatTheCommandsAnswer() throws IOException {
        String transcript = transcript();
        StringBuilder answered = new StringBuilder();
        List<String> commands = transcript
                .lines()
                .filter(line -> line.startsWith(PROMPT))
                .map(line -> line.substring(PROMPT.length()))
                .toList();
        assertThat(commands).hasSizeGreaterThan(5);
        for (String command : commands) {
            run(command.split(" "));
            answered.append(PROMPT).append(command).append('\n').append(said());
        }

        assertThat(masked(answered.toString())).isEqualTo(masked(transcript));
    }

    @Test
    void thePageNamesEverySubcommand() throws IOException {
        String page = Files.readString(PAGE);

        for (Word word : Word.values()) {
            if (word.administers()) {
                run(word.text(), "--help");
                List<String> subcommands = said().lines()
                        .filter(line -> line.matches("  [a-z]+  .*"))
                        .map(line -> line.strip().split(" ")[0])
                        .toList();
                assertThat(subcommands)
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(page)
                                .containsPattern("(?m)^\\| `\\./run " + word.text() + " .*\\b" + name + "\\b"));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"BUSINESS", "APP", "USER", "TOKEN", "AUDIT"})
    void helpTellsWhichDatabaseAndTheStatuses(Word word) {
        assertThat(run(word.text(), "--help")).isZero();
        assertThat(said()).contains("Usage: ./run " + word.text(), "--db-url", "Exit status: 0 done, 1 not done");
    }

    /** The secret stands in the answer that makes it, and in no later one. */
    @Test
    void tellsASecretOnce() {
        run("app", "add", "a", "--calls", "all", "--json");
        String secret = said().replaceAll("(?s).*\"secret\":\"([0-9a-f]{64})\".*", "$1");
        run("token", "issue", "ann", "--expires-in", "1h", "--json");
        String token = said().replaceAll("(?s).*\"token\":\"([0-9a-f]{64})\".*", "$1");
        assertThat(List.of(secret, token)).allMatch(text -> text.length() == 64);
        String later = Arrays.stream(new String[][] {
                    {"app", "list"},
                    {"app", "list", "--json"},
                    {"app", "disable", "a", "--json"},
                    {"token", "list"},
                    {"token", "list", "--json"},
                    {"token", "revoke", "1"},
                    {"user", "list"}
                })
                .map(words -> run(words) + said())
                .collect(Collectors.joining());

        assertThat(later).doesNotContain(secret, token);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    business add 0 x                              | "0" is no id
                    business add 99999999999999999999 x           | is no id
                    business add 1 ''                             | the name must be 1 to 256 bytes
                    app add a                                     | Missing required option: '--calls=CALLS'
                    app add a --calls nonsense                    | there is no call "nonsense"
                    app add a --calls list_proc_template,         | there is no call ""
                    app add a --calls all --login perhaps         | perhaps
                    app rotate a --overlap 1w                     | "1w" is no duration
                    app rotate a --overlap 9999d                  | longer than 3650d
                    user grant ann                                | name the right
                    user grant ann --everything --business 1      | name the right
                    user grant ann --action all                   | name the right
                    user grant ann --action fly --business all    | there is no action "fly"
                    token issue ann                               | Missing required option
                    token issue ann --expires-in 0s               | live for a while
                    token revoke x                                | "x" is no id
                    business                                      | Missing required subcommand
                    business fly                                  | fly
                    audit list                                    | Missing required option: '--business=ID'
                    audit list --business x                       | "x" is no id
                    audit list --business 1 --action fly          | there is no action "fly"; there are create, update, delete
                    audit list --business 1 --object-type host    | there is no type of object "host"
                    audit list --business 1 --object-id 0         | "0" is no id
                    audit list --business 1 --since noon          | "noon" is no time
                    audit list --business 1 --limit 0             | the limit must be from 1 to 10000
                    audit list --business 1 --limit 10001         | the limit must be from 1 to 10000
                    """)
    void saysWhatIsWrongWithACommand(String command, String complaint) {
        String[] words = Arrays.stream(command.split(" "))
                .map(word -> word.replace("''", ""))
                .toArray(String[]::new);

        assertThat(run(words)).isEqualTo(Commands.UNUSABLE);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(complaint).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    business remove 1                                                    | there is no business 1
                    app rotate a                                                         | there is no such application: a
                    user grant ann --action all --business 1                             | there is no business 1
                    user grant ann --action all --business all --service-template 1      | there is no service template 1
                    user revoke ann --everything                                         | does not have exactly this right
                    token revoke 1                                                       | no token with the id 1
                    """)
    void saysWhyACommandWasNotCarriedOut(String command, String complaint) {
        assertThat(run(command.split(" "))).isEqualTo(Commands.FAULTY);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("proctemplate: ")
                .contains(complaint);
    }
}
