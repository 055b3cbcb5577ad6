package io.proctemplate.adapter.cli;

import io.proctemplate.domain.diff.TemplateDiff;
import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows how the templates of two files differ; templates of the same process name are the same one. */
@Command(
        name = "diff",
        description = {
            "Shows how the templates of two files differ: those of the same process name are compared, bind rows by their"
                    + " row ids.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 they are the same, 1 they differ, 2 something is wrong with a file (as validate says), it"
                    + " cannot be read, or the command was called wrongly."
        })
final class Diff implements Callable<Integer> {
    private final Commands.Surroundings surroundings;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(
            names = "--json",
            description = "Answer as JSON: what changed as a JSON Patch (RFC 6902) of each template's spec.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "OLD", description = "The earlier file; - is the standard input.")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "The later file; - is the standard input.")
    private String after = "";

    Diff(Commands.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Input.Unreadable {
        Judged earlier = input.judge(before, surroundings);
        Judged later = input.judge(after, surroundings);
        Judgement judgement = Judgement.of(earlier, later);
        if (!judgement.isFine()) {
            judgement.complain(json, surroundings);
            return Commands.UNUSABLE;
        }
        List<Pair> differing = pairs(earlier.properties(), later.properties()).stream()
                .filter(Pair::differs)
                .toList();
        surroundings.out().print(json ? json(differing) : text(differing));
        return differing.isEmpty() ? Commands.FINE : Commands.FAULTY;
    }

    /** In the order of the earlier file, then those that only the later one has. */
    private static List<Pair> pairs(List<ProcessProperty> before, List<ProcessProperty> after) {
        Map<String, ProcessProperty> earlier = byName(before);
        Map<String, ProcessProperty> later = byName(after);
        Set<String> names = new LinkedHashSet<>(earlier.keySet());
        names.addAll(later.keySet());
        return names.stream()
                .map(name -> new Pair(name, earlier.get(name), later.get(name)))
                .toList();
    }

    private static Map<String, ProcessProperty> byName(List<ProcessProperty> templates) {
        Map<String, ProcessProperty> byName = new LinkedHashMap<>();
        templates.forEach(template -> byName.put(template.processName(), template));
        return byName;
    }

    private static String text(List<Pair> pairs) {
        StringBuilder text = new StringBuilder();
        pairs.forEach(pair -> text.append(pair.text()));
        return text.toString();
    }

    private static String json(List<Pair> pairs) {
        return Json.of(new Node.Sequence(pairs.stream().map(Pair::toNode).toList())) + "\n";
    }

    /** What one process name stands for in the two files; null where it does not occur. */
    private record Pair(
            String name,
            @Nullable ProcessProperty before,
            @Nullable ProcessProperty after) {

        boolean differs() {
            return before == null || after == null || !before.equals(after);
        }

        String text() {
            String shown = Excerpt.inLine(Json.of(Scalar.of(name)));
            if (before == null || after == null) {
                return shown + (before == null ? ": added\n" : ": removed\n");
            }
            StringBuilder text = new StringBuilder(shown).append(":\n");
            TemplateDiff.between(before, after)
                    .text()
                    .lines()
                    .forEach(line ->
                            text.append("  ").append(Excerpt.inLine(line)).append('\n'));
            return text.toString();
        }

        Node toNode() {
            Node.Mapping.Builder node = new Node.Mapping.Builder().put("process", Scalar.of(name));
            if (before == null) {
                node.put("change", Scalar.of("added"));
                return after == null
                        ? node.build()
                        : node.put("spec", after.toNode()).build();
            }
            if (after == null) {
                return node.put("change", Scalar.of("removed"))
                        .put("spec", before.toNode())
                        .build();
            }
            return node.put("change", Scalar.of("changed"))
                    .put(
                            "patch",
                            TemplateDiff.between(before, after).jsonPatch().toNode())
                    .build();
        }
    }
}
