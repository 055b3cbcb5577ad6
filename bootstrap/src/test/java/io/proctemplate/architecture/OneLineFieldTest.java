package io.proctemplate.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.cli.Commands;
import io.proctemplate.adapter.control.ControlSocket;
import io.proctemplate.adapter.http.HttpServer;
import io.proctemplate.adapter.jdbc.Database;
import io.proctemplate.adapter.login.LoginService;
import io.proctemplate.application.Application;
import io.proctemplate.domain.field.Field;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.wire.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A new field is one line of {@link Fields}: nothing outside of the domain quotes the name of one. Looked for are the
 * string constants of the compiled classes, where comments and the names of methods do not stand, and all resources.
 */
class OneLineFieldTest {
    private static final Set<String> NAMES = Stream.of(Fields.PROCESS, Fields.BIND_ROW)
            .flatMap(catalogue -> catalogue.fields().stream())
            .map(Field::name)
            .collect(Collectors.toUnmodifiableSet());

    /** Words that happen to be a field's name too and mean something else there, as "class: word". */
    private static final Set<String> FALSE_FRIENDS = Set.of(
            // the property of a JDBC driver, the parameters of statements, and who has a right or a token or did
            // something
            "io/proctemplate/adapter/jdbc/Database.class: user",
            "io/proctemplate/adapter/jdbc/SqlAccess.class: user",
            "io/proctemplate/adapter/cli/UserCommands.class: user",
            "io/proctemplate/adapter/cli/TokenCommands.class: user",
            "io/proctemplate/adapter/cli/AuditCommands.class: user",
            "io/proctemplate/wire/ApiObjects.class: user",
            "io/proctemplate/wire/AuditParameters.class: user");

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");

    @Test
    void noClassOutsideOfTheDomainQuotesTheNameOfAField() {
        Set<String> quotes = new TreeSet<>();
        for (Class<?> module : List.of(
                Application.class,
                Code.class,
                HttpServer.class,
                Commands.class,
                Database.class,
                LoginService.class,
                ControlSocket.class)) {
            forEachFile(
                    module,
                    ".class",
                    (name, bytes) -> ClassConstants.strings(bytes).stream()
                            .filter(OneLineFieldTest::isQuote)
                            .forEach(quote -> quotes.add(name + ": " + quote)));
        }
        assertThat(quotes).containsExactlyInAnyOrderElementsOf(FALSE_FRIENDS);
    }

    @Test
    void noResourceOutsideOfTheDomainNamesAField() {
        Set<String> quotes = new TreeSet<>();
        for (Class<?> module : List.of(
                Code.class,
                HttpServer.class,
                Commands.class,
                Database.class,
                LoginService.class,
                ControlSocket.class)) {
            forEachFile(module, "", (name, bytes) -> {
                if (!name.endsWith(".class") && isQuote(new String(bytes, StandardCharsets.UTF_8))) {
                    quotes.add(name);
                }
            });
        }
        assertThat(quotes).isEmpty();
    }

    /**
     * A text that is the name, or in which one with an underscore stands as a word; without one, names like "user" and
     * "port" are ordinary words that no sentence can do without.
     */
    private static boolean isQuote(String text) {
        return NAMES.contains(text)
                || WORD.matcher(text)
                        .results()
                        .anyMatch(word -> word.group().contains("_") && NAMES.contains(word.group()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"user", "bk_func_name", "select proc_num from x", "/spec/work_path/value"})
    void theScanFindsWhatItLooksFor(String text) {
        assertThat(isQuote(text)).isTrue();
    }

    @Test
    void theScanReadsTheConstantsOfEveryModule() {
        for (Class<?> module : List.of(
                Fields.class,
                Application.class,
                Code.class,
                HttpServer.class,
                Commands.class,
                Database.class,
                LoginService.class,
                ControlSocket.class)) {
            List<String> strings = new ArrayList<>();
            forEachFile(module, ".class", (name, bytes) -> strings.addAll(ClassConstants.strings(bytes)));
            assertThat(strings).as(module.getName()).isNotEmpty();
            assertThat(strings.containsAll(NAMES)).isEqualTo(module == Fields.class);
        }
    }

    private static void forEachFile(Class<?> inModule, String ending, FileVisitor visitor) {
        try {
            Path place = Path.of(
                    inModule.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                visit(place, ending, visitor);
            } else {
                try (FileSystem jar = FileSystems.newFileSystem(place)) {
                    visit(jar.getPath("/"), ending, visitor);
                }
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void visit(Path root, String ending, FileVisitor visitor) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .forEach(file -> visitor.file(root.relativize(file).toString(), bytes(file)));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface FileVisitor {
        void file(String name, byte[] bytes);
    }
}
