package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.wire.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the column of statuses in {@code docs/errors.md} and the program together. */
class HttpStatusTest {
    private static Map<String, String> statuses() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
                .map(line -> line.split("\\|"))
                .filter(cells -> cells.length > 4 && cells[1].strip().matches("[0-9]+"))
                .collect(Collectors.toMap(cells -> cells[1].strip(), cells -> cells[3].strip()));
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeHasTheStatusOfThePage(Code code) throws IOException {
        assertThat(statuses())
                .containsEntry(Integer.toString(code.number()), Integer.toString(Response.statusOf(code)));
    }
}
