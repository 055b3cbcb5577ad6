package io.proctemplate.adapter.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the files that the command line names.
 *
 * @param directory where relative names begin
 * @param stdin what {@code -} stands for
 */
record Input(Path directory, InputStream stdin) {
    private static final String STDIN = "-";
    private static final int MAX_BYTES = 32 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A file cannot be read; the message says in one line which and why. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private Unreadable(String file, String reason) {
            super(Excerpt.inLine(file + ": " + reason), null, false, false);
        }
    }

    /** Reads {@code file}, whatever is in it. */
    Document read(String file, Syntax syntax) throws Unreadable {
        String text = text(file);
        List<SyntaxFault> faults = new ArrayList<>();
        try {
            Part content = switch (syntax.of(file, text)) {
                case JSON, AUTO -> JsonReading.read(text, faults);
                case YAML -> YamlReading.read(text, faults);
            };
            return new Document(file, content, faults);
        } catch (SyntaxFault.Fatal fatal) {
            faults.add(fatal.fault());
            return new Document(file, null, faults);
        }
    }

    private String text(String file) throws Unreadable {
        try (InputStream in = file.equals(STDIN) ? stdin : Files.newInputStream(directory.resolve(file))) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new Unreadable(file, "larger than " + MAX_BYTES + " bytes");
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Unreadable(file, "there is no such file");
        } catch (CharacterCodingException e) {
            throw new Unreadable(file, "is not UTF-8");
        } catch (IOException e) {
            throw new Unreadable(file, "cannot be read (" + e.getMessage() + ")");
        }
    }
}
