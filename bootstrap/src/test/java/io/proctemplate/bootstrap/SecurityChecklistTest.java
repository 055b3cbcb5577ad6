package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/security-checklist.md} and the tests together. */
class SecurityChecklistTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");
    private static final Pattern REFERENCE = Pattern.compile("`(\\w+)(?:\\.(\\w+))?`");
    private static final Pattern CASE = Pattern.compile("@(Test|RepeatedTest|ParameterizedTest|Property)\\b");

    /** A test that the page names; {@code method} is empty for all of a class. */
    private record Reference(String type, String method) {
        boolean isIn(Map<String, String> sources) {
            String source = sources.getOrDefault(type, "");
            return method.isEmpty() ? CASE.matcher(source).find() : isCase(source);
        }

        /** The method follows an annotation that has it run, with other annotations and their arguments between. */
        private boolean isCase(String source) {
            int declared = source.indexOf("void " + method + "(");
            int blockBefore = Math.max(source.lastIndexOf("}\n\n", declared), source.lastIndexOf(";\n\n", declared));
            return declared >= 0
                    && CASE.matcher(source.substring(Math.max(blockBefore, 0), declared))
                            .find();
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs").resolve("security-checklist.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| promise"))
                .toList();
    }

    private static List<Reference> references(String row) {
        String tests = row.substring(row.lastIndexOf('|', row.length() - 2));
        return REFERENCE
                .matcher(tests)
                .results()
                .map(found -> new Reference(found.group(1), found.group(2) == null ? "" : found.group(2)))
                .toList();
    }

    /** The sources of all tests of the program, by the names of their classes. */
    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(SecurityChecklistTest::javaFiles)
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityChecklistTest::read,
                            (one, other) -> one + other));
        }
    }

    private static Stream<Path> javaFiles(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files
                    .filter(file -> file.toString().endsWith("Test.java")
                            || file.toString().endsWith("Contract.java"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void eachLineNamesATest() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(references(row)).as(row).isNotEmpty());
    }

    @Test
    void eachTestThatIsNamedIsThere() throws IOException {
        Map<String, String> sources = sources();

        assertThat(rows().stream().flatMap(row -> references(row).stream())).allMatch(test -> test.isIn(sources));
    }

    @Test
    void whatIsNoTestIsNotTakenForOne() throws IOException {
        Map<String, String> sources = sources();

        assertThat(Stream.of(
                        new Reference("NoSuchTest", ""),
                        new Reference("MainJobTest", "noSuchMethod"),
                        new Reference("MainJobTest", "startOnNothing")))
                .noneMatch(test -> test.isIn(sources));
    }
}
