package io.proctemplate.domain.instance;

import static io.proctemplate.domain.Sent.free;
import static io.proctemplate.domain.Sent.locked;
import static io.proctemplate.domain.Sent.spec;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.ValueSet;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemdUnitTest {
    /** What is special between double quotes, in pairs as it must be or alone as it must not. */
    private static final Pattern TOKEN = Pattern.compile("\\\\x[0-9a-f]{2}|\\\\[\"\\\\]|\\$\\$|%%|[\\\\\"$%]");

    private static Validated<String> unit(Object... spec) {
        ProcessProperty template = ProcessProperty.draft(spec(spec)).orThrow();
        return SystemdUnit.of(Instances.instantiate(template, Host.withoutAddresses()));
    }

    @Test
    void aProcessWithEverythingIsAWholeUnit() {
        assertThat(unit(
                                "description", free("the web shop"),
                                "user", locked("www"),
                                "work_path", locked("/srv/my shop"),
                                "pid_file", locked("/run/shop.pid"),
                                "start_cmd", locked("./start.sh && echo ok"),
                                "stop_cmd", locked("kill $(cat /run/shop.pid)"),
                                "reload_cmd", locked("./reload.sh"),
                                "restart_cmd", locked("./restart.sh"),
                                "timeout", locked(30),
                                "auto_time_gap", locked(5),
                                "auto_start", locked(true))
                        .orThrow())
                .isEqualTo("""
                        [Unit]
                        Description=the web shop

                        [Service]
                        Type=forking
                        PIDFile=/run/shop.pid
                        User=www
                        WorkingDirectory=/srv/my shop
                        ExecStart=/bin/sh -c "./start.sh && echo ok"
                        ExecStop=/bin/sh -c "kill $$(cat /run/shop.pid)"
                        ExecReload=/bin/sh -c "./reload.sh"
                        Restart=always
                        RestartSec=5
                        TimeoutSec=30

                        [Install]
                        WantedBy=multi-user.target
                        """);
    }

    @Test
    void whatIsNotSetIsNotSaid() {
        assertThat(unit("start_cmd", locked("./start.sh"), "user", locked(""), "auto_start", locked(false))
                        .orThrow())
                .isEqualTo("""
                        [Unit]
                        Description=web

                        [Service]
                        Type=simple
                        ExecStart=/bin/sh -c "./start.sh"
                        """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    echo "a"            | echo \\"a\\"
                    echo 'a'            | echo 'a'
                    a\\                 | a\\\\
                    echo $HOME ${X}     | echo $$HOME $${X}
                    date +%Y            | date +%%Y
                    ;                   | ;
                    # no comment        | # no comment
                    a \\" b             | a \\\\\\" b
                    \\$HOME \\\\n        | \\\\$$HOME \\\\\\\\n
                    $$ %% %%n           | $$$$ %%%% %%%%n
                    @-+!:/bin/x         | @-+!:/bin/x
                    """)
    void aCommandReachesTheShellAsItIs(String command, String quoted) {
        assertThat(unit("start_cmd", locked(command)).orThrow())
                .contains("\nExecStart=/bin/sh -c \"" + quoted + "\"\n");
    }

    /** Undone by systemd's own rules (systemd.syntax, "Quoting"; systemd.service, "Command lines"; "Specifiers"). */
    @Property
    void whateverTheCommandIsSystemdHandsItToTheShellUnchanged(@ForAll("commands") String command) {
        String unit = SystemdUnit.of(withCommand(command)).orThrow();

        List<String> lines =
                unit.lines().filter(line -> line.startsWith("ExecStart=")).toList();

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(argumentOf(line)).isEqualTo(command));
        assertThat(unit).isEqualTo("[Unit]\nDescription=\n\n[Service]\nType=simple\n" + lines.get(0) + "\n");
    }

    @Provide
    Arbitrary<String> commands() {
        return Arbitraries.strings()
                .withChars("ab \"'\\$%{};#-@\n\r\tx0uä")
                .withChars('\u0001', '\u007F', '\u0085', '\u2028')
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    private static Process withCommand(String command) {
        return new Process(
                new ValueSet.Builder(Fields.PROCESS)
                        .set(Fields.START_CMD, command)
                        .build(),
                List.of());
    }

    /** The last word of the line, without its quotes, escapes, doubled dollars and doubled percents. */
    private static String argumentOf(String line) {
        String quoted = line.substring("ExecStart=/bin/sh -c \"".length(), line.length() - 1);
        return TOKEN.matcher(quoted).replaceAll(token -> {
            String text = token.group();
            if (text.startsWith("\\x")) {
                return Matcher.quoteReplacement(Character.toString(Integer.parseInt(text.substring(2), 16)));
            }
            assertThat(text).as("a special character must not stand alone").hasSize(2);
            return Matcher.quoteReplacement(text.substring(1));
        });
    }

    @Test
    void controlCharactersDoNotLeaveACommand() {
        assertThat(unit("start_cmd", locked("a\nExecStop=b\r\tc\u0001\u007Fd")).orThrow())
                .contains("\nExecStart=/bin/sh -c \"a\\x0aExecStop=b\\x0d\\x09c\\x01\\x7fd\"\n");
    }

    @Test
    void aSettingTakesItsLineAsItIs() {
        assertThat(unit("start_cmd", locked("x"), "work_path", locked("/a \"b\" $c"), "user", locked("50%"))
                        .orThrow())
                .contains("\nWorkingDirectory=/a \"b\" $c\n", "\nUser=50%%\n");
    }

    @Test
    void aBackslashAtTheEndDoesNotDrawInTheNextLine() {
        assertThat(unit("start_cmd", locked("x"), "work_path", locked("/a\\"), "description", free("b\\"))
                        .orThrow())
                .contains("Description=b\\ \n", "WorkingDirectory=/a\\ \n");
    }

    @Test
    void aLineBreakInADescriptionIsABlank() {
        assertThat(unit("start_cmd", locked("x"), "description", free("a\nUser=root"))
                        .orThrow())
                .contains("Description=a User=root\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "work_path", "pid_file"})
    void aLineBreakInASettingIsRefused(String field) {
        assertThat(unit("start_cmd", locked("x"), field, locked("a\nb")).violations())
                .containsExactly(Violation.forbiddenCharacter(Path.root().member(field), '\n', "a\nb"));
        assertThat(unit("start_cmd", locked("x"), field, locked("a\rb")).violations())
                .containsExactly(Violation.forbiddenCharacter(Path.root().member(field), '\r', "a\rb"));
    }

    @Test
    void withoutACommandToStartThereIsNoUnit() {
        Violation missing = Violation.missing(Path.root().member("start_cmd"));

        assertThat(unit().violations()).containsExactly(missing);
        assertThat(unit("start_cmd", locked("")).violations()).containsExactly(missing);
    }
}
