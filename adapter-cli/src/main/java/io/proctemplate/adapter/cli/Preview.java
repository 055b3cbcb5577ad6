package io.proctemplate.adapter.cli;

import io.proctemplate.domain.field.Json;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import io.proctemplate.domain.instance.PortConflict;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the templates of a file would make on hosts. */
@Command(
        name = "preview",
        description = {
            "Shows the processes that the templates of a file would make on hosts, and which of them could not run there"
                    + " together because they claim the same port.",
            ""
        },
        footer = {
            "",
            "Exit status: 0 shown, 1 something is wrong with the file (as validate says), 2 the file cannot be read or"
                    + " the command was called wrongly."
        })
final class Preview implements Callable<Integer> {
    private final Commands.Surroundings surroundings;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Option(
            names = "--host",
            required = true,
            paramLabel = "HOST",
            converter = GivenHost.Converter.class,
            description = "A host by its addresses, such as inner_ip=10.0.0.7,outer_ip=192.0.2.7; keys are"
                    + " inner_ip, outer_ip, inner_ipv6 and outer_ipv6. May be given more than once.")
    private List<GivenHost> hosts = new ArrayList<>();

    @Parameters(paramLabel = "FILE", description = "The file; - is the standard input.")
    private String file = "";

    Preview(Commands.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Input.Unreadable {
        Judged judged = input.judge(file, surroundings);
        if (!judged.isFine()) {
            Judgement.of(judged).complain(json, surroundings);
            return Commands.FAULTY;
        }
        surroundings.out().print(json ? json(judged.properties()) : text(judged.properties()));
        return Commands.FINE;
    }

    private String text(List<ProcessProperty> templates) {
        StringBuilder text = new StringBuilder();
        for (GivenHost host : hosts) {
            text.append("host ").append(host).append('\n');
            templates.forEach(template ->
                    text.append(MadeProcess.of(template, host.host()).text()));
        }
        PortConflict.among(templates)
                .forEach(conflict -> text.append(text(conflict)).append('\n'));
        return text.toString();
    }

    private static String text(PortConflict conflict) {
        return "conflict: " + claim(conflict.first()) + " and " + claim(conflict.second()) + " both claim "
                + conflict.shared();
    }

    private static String claim(PortConflict.Claim claim) {
        return Excerpt.inLine(Json.of(Scalar.of(claim.template().processName()))) + " row "
                + claim.row().rowId();
    }

    private String json(List<ProcessProperty> templates) {
        Node made = new Node.Sequence(
                hosts.stream().map(host -> made(host, templates)).toList());
        Node conflicts = new Node.Sequence(
                PortConflict.among(templates).stream().map(Preview::node).toList());
        return Json.of(new Node.Mapping.Builder()
                        .put("hosts", made)
                        .put("conflicts", conflicts)
                        .build())
                + "\n";
    }

    private static Node made(GivenHost host, List<ProcessProperty> templates) {
        List<Node> processes = templates.stream()
                .map(template -> MadeProcess.of(template, host.host()).toNode())
                .toList();
        return new Node.Mapping.Builder()
                .put("host", host.toNode())
                .put("processes", new Node.Sequence(processes))
                .build();
    }

    private static Node node(PortConflict conflict) {
        return new Node.Mapping.Builder()
                .put("first", node(conflict.first()))
                .put("second", node(conflict.second()))
                .put("ports", Scalar.of(conflict.shared().toString()))
                .build();
    }

    private static Node node(PortConflict.Claim claim) {
        return new Node.Mapping.Builder()
                .put("process", Scalar.of(claim.template().processName()))
                .put("row", Scalar.of(claim.row().rowId()))
                .build();
    }
}
