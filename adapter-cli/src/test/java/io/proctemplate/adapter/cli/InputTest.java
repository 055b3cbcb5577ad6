package io.proctemplate.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputTest {
    private static final byte[] NO_UTF_8 = {'[', (byte) 0xC3, ']'};

    @TempDir
    private Path directory;

    private Input input(byte[] stdin) {
        return new Input(directory, new ByteArrayInputStream(stdin));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void assertUnreadable(String file, byte[] stdin, String message) {
        assertThatExceptionOfType(Input.Unreadable.class)
                .isThrownBy(() -> input(stdin).read(file, Syntax.AUTO))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AUTO | a.json | a: 1     | JSON
            AUTO | A.YML  | {"a": 1} | YAML
            AUTO | a.yaml | [1]      | YAML
            AUTO | -      | {"a": 1} | JSON
            AUTO | -      | [1]      | JSON
            AUTO | a.txt  | a: 1     | YAML
            JSON | a.yaml | a: 1     | JSON
            YAML | a.json | {"a": 1} | YAML
            """)
    void theSyntaxIsTheOneAskedForOrToldByTheNameOrTheFirstCharacter(
            Syntax asked, String name, String text, Syntax expected) {
        assertThat(asked.of(name, "\n " + text)).isEqualTo(expected);
    }

    @Test
    void readsAFileOfTheDirectoryAndTheStandardInput() throws IOException, Input.Unreadable {
        Files.writeString(directory.resolve("a.yaml"), "\uFEFF- ä\n");
        Node list = new Node.Sequence(java.util.List.of(Scalar.of("ä")));

        Document file = input(new byte[0]).read("a.yaml", Syntax.AUTO);
        Document stdin = input(utf8("[\"ä\"]")).read("-", Syntax.AUTO);

        assertThat(file.content()).isNotNull().extracting(Part::node).isEqualTo(list);
        assertThat(file.name()).isEqualTo("a.yaml");
        assertThat(stdin.content()).isNotNull().extracting(Part::node).isEqualTo(list);
    }

    @Test
    void aFileThatMakesNoSenseIsADocumentWithoutContent() throws Input.Unreadable {
        Document document = input(utf8("[1, 2")).read("-", Syntax.JSON);

        assertThat(document.content()).isNull();
        assertThat(document.faults())
                .singleElement()
                .extracting(SyntaxFault::message)
                .asString()
                .startsWith("not valid JSON: ");
    }

    @Test
    void whatCannotBeReadIsSaidInOneLine() throws IOException {
        Files.createDirectory(directory.resolve("d"));

        assertUnreadable("none.json", new byte[0], "none.json: there is no such file");
        assertUnreadable("a\u0000b", new byte[0], "a\uFFFDb: there is no such file");
        assertUnreadable("-", NO_UTF_8, "-: is not UTF-8");
        assertUnreadable("-", new byte[(32 << 20) + 1], "-: larger than 33554432 bytes");
        assertThatExceptionOfType(Input.Unreadable.class)
                .isThrownBy(() -> input(new byte[0]).read("d", Syntax.AUTO))
                .withMessageStartingWith("d: cannot be read (");
    }
}
