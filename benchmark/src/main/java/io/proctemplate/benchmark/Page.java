package io.proctemplate.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The page with the figures. A block of it stands between two lines, {@code <!-- begin NAME -->} and
 * {@code <!-- end NAME -->}, and is replaced as a whole; the rest is people's.
 */
final class Page {
    private static final String FILE = "performance.md";

    private final Path directory;
    private final String block;

    private Page(Path directory, String block) {
        this.directory = directory;
        this.block = block;
    }

    /**
     * The block of the page in {@code directory}.
     *
     * @throws IOException if there is no such page or block
     */
    static Page of(Path directory, String block) throws IOException {
        Page page = new Page(directory, block);
        String text = Files.readString(page.file());
        if (text.indexOf(page.begin()) < 0 || text.indexOf(page.end()) < text.indexOf(page.begin())) {
            throw new IOException(page.file() + " has no block between " + page.begin() + " and " + page.end());
        }
        return page;
    }

    /** Replaces the block by {@code chart}, which goes into a file of its own, and {@code markdown}. */
    void write(String markdown, String chart) throws IOException {
        String picture = "performance-" + block + ".svg";
        Files.writeString(directory.resolve(picture), chart);
        String text = Files.readString(file());
        Files.writeString(
                file(),
                text.substring(0, text.indexOf(begin()) + begin().length())
                        + "\n![Templates per second](" + picture + ")\n\n" + markdown
                        + text.substring(text.indexOf(end())));
    }

    private Path file() {
        return directory.resolve(FILE);
    }

    private String begin() {
        return "<!-- begin " + block + " -->";
    }

    private String end() {
        return "<!-- end " + block + " -->";
    }
}
