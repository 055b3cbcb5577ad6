package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is built today is built from the same parts tomorrow. */
class PinnedVersionsTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "."), "..");

    /** Of a dependency or plugin, and of a property that stands for one. */
    private static final Pattern VERSION =
            Pattern.compile("<artifactId>[^<]+</artifactId>\\s*(?:<type>[^<]+</type>\\s*)?<version>([^<]+)</version>"
                    + "|<(?:[\\w.-]+\\.version|version\\.[\\w.-]+)>([^<]+)<");

    private static final Pattern ONE_VERSION = Pattern.compile("\\$\\{[\\w.-]+}|v?\\d[\\w.-]*");

    private static List<String> versions() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return Stream.concat(Stream.of(ROOT), modules)
                    .map(directory -> directory.resolve("pom.xml"))
                    .filter(Files::isRegularFile)
                    .flatMap(PinnedVersionsTest::versions)
                    .toList();
        }
    }

    private static Stream<String> versions(Path pom) {
        try {
            String text = Files.readString(pom);
            String own = "<artifactId>proctemplate[^<]*</artifactId>\\s*<version>[^<]+</version>";
            return VERSION.matcher(text.replaceAll(own, "")).results().map(PinnedVersionsTest::version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    @Test
    void everyDependencyAndPluginHasOneVersionThatDoesNotMove() throws IOException {
        assertThat(versions())
                .hasSizeGreaterThan(20)
                .allMatch(version -> ONE_VERSION.matcher(version).matches() && !version.endsWith("SNAPSHOT"));
    }
}
