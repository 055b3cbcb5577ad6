package io.proctemplate.adapter.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells everything that is wrong with the templates of some files. */
@Command(
        name = "validate",
        description = {
            "Tells everything that is wrong with files of process templates, each fault with its place, as the server"
                    + " would, but for what only its database knows.",
            ""
        },
        footer = {
            "",
            "A file holds a request of batch_create_proc_template, or a list of specs, as JSON or YAML.",
            "Exit status: 0 nothing is wrong (warnings do not count), 1 something is, 2 a file cannot be read or the"
                    + " command was called wrongly."
        })
final class Validate implements Callable<Integer> {
    private final Commands.Surroundings surroundings;

    @Mixin
    private final InputOptions input = new InputOptions();

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The files; - is the standard input.")
    private List<String> files = new ArrayList<>();

    Validate(Commands.Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** A file that cannot be read does not hide what is wrong with the others. */
    @Override
    public Integer call() {
        List<Judged> judged = new ArrayList<>();
        for (String file : files) {
            try {
                judged.add(input.judge(file, surroundings));
            } catch (Input.Unreadable unreadable) {
                Commands.complain(unreadable, surroundings);
            }
        }
        Judgement judgement = new Judgement(judged, judged.size() == files.size());
        surroundings.out().print(json ? judgement.json() : judgement.text());
        if (!judgement.complete()) {
            return Commands.UNUSABLE;
        }
        return judgement.isFine() ? Commands.FINE : Commands.FAULTY;
    }
}
