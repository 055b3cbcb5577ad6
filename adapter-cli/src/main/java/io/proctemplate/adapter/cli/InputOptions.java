package io.proctemplate.adapter.cli;

import picocli.CommandLine.Option;

/** How files are read, said by the same options for every command. */
final class InputOptions {
    private static final String API_LIMIT = "100";

    @Option(
            names = "--format",
            paramLabel = "json|yaml|auto",
            defaultValue = "auto",
            description =
                    "What the files are written in; auto tells by the end of the name, else by the first character."
                            + " Default: auto")
    private Syntax syntax = Syntax.AUTO;

    @Option(
            names = "--max-batch",
            paramLabel = "N",
            defaultValue = API_LIMIT,
            description = "Most processes that a request may hold. Default: " + API_LIMIT)
    private int maxBatch;

    /** Reads and judges {@code file}. */
    Judged judge(String file, Commands.Surroundings surroundings) throws Input.Unreadable {
        Document document = new Input(surroundings.directory(), surroundings.in()).read(file, syntax);
        return Judged.of(document, maxBatch, surroundings.sentence());
    }
}
