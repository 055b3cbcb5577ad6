package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares answers with files, byte for byte; what was really answered is left in {@code target/golden} to look at. */
final class Golden {
    private Golden() {}

    static void assertGolden(String name, String answer) {
        try {
            Path actual = Files.createDirectories(Path.of("target", "golden")).resolve(name);
            Files.writeString(actual, answer + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String expected = new String(Bodies.resource("/golden/" + name), StandardCharsets.UTF_8);
        assertThat(answer + "\n").as("answer in %s", name).isEqualTo(expected);
    }
}
