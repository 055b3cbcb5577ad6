package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with the files that a command was given.
 *
 * @param files those that could be read
 * @param complete whether all could
 */
record Judgement(List<Judged> files, boolean complete) {
    Judgement {
        files = List.copyOf(files);
    }

    /** Of files that could all be read. */
    static Judgement of(Judged... files) {
        return new Judgement(List.of(files), true);
    }

    boolean isFine() {
        return complete && files.stream().allMatch(Judged::isFine);
    }

    /** A line for each violation and each warning, as compilers write them, and one that counts them. */
    String text() {
        return Stream.concat(files.stream().flatMap(Judged::lines), Stream.of(summary()))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private String summary() {
        return count(files.size(), "file") + ": "
                + count(
                        files.stream()
                                .mapToInt(file -> file.violations().size())
                                .sum(),
                        "error") + ", "
                + count(files.stream().mapToInt(file -> file.warnings().size()).sum(), "warning");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    String json() {
        return Json.of(new Node.Mapping.Builder()
                        .put("valid", Scalar.of(isFine()))
                        .put(
                                "files",
                                new Node.Sequence(
                                        files.stream().map(Judged::toNode).toList()))
                        .build())
                + "\n";
    }

    /** Says it in the place of an answer that cannot be given: machines look for one where the answer would be. */
    void complain(boolean asJson, Commands.Surroundings surroundings) {
        PrintStream stream = asJson ? surroundings.out() : surroundings.err();
        stream.print(asJson ? json() : text());
    }
}
