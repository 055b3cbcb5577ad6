package io.proctemplate.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command that loads servers and compares them; {@code benchmark/load} starts it. */
@Command(
        name = "benchmark/load",
        description =
                "Puts load on running servers, in interleaved rounds, and compares what they bear. Ends with status "
                        + "0, 1 if it cannot go on, 2 if an option is wrong, 3 if an answer was not as expected.",
        sortOptions = false,
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true)
public final class Load implements Callable<Integer> {
    private static final int FAILED = 1;
    private static final int UNEXPECTED_ANSWERS = 3;
    /** How long the answers of an open loop are waited for. */
    private static final long DRAIN_SECONDS = 30;

    /** What can be measured. */
    enum Kind {
        CREATE,
        LIST,
        FAULTY,
        DUPLICATE,
        OVERLOAD
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Option(
            names = "--load",
            split = ",",
            paramLabel = "KIND",
            defaultValue = "create",
            description =
                    "What to do, of ${COMPLETION-CANDIDATES}; several are separated by commas. create: batches with "
                            + "new names. list: 200 templates. faulty: batches of which two in five processes are faulty. "
                            + "duplicate: batches with one name that is taken. overload: the best rate, ten times that rate, the "
                            + "first load again. Default: ${DEFAULT-VALUE}")
    private List<Kind> kinds = List.of();

    @Option(
            names = "--batch",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,10,100",
            description = "Processes in a request. Default: ${DEFAULT-VALUE}")
    private List<Integer> batches = List.of();

    @Option(
            names = "--clients",
            split = ",",
            paramLabel = "N",
            defaultValue = "1,16,64",
            description = "Connections, each with at most one request on its way. Default: ${DEFAULT-VALUE}")
    private List<Integer> clients = List.of();

    @Option(
            names = "--rate",
            split = ",",
            paramLabel = "N",
            description =
                    "Requests a second, sent at their times whatever becomes of the ones before (open loop); without "
                            + "it each client sends when it has its answer (closed loop)")
    private List<Double> rates = List.of();

    @Option(
            names = "--overload-clients",
            paramLabel = "N",
            defaultValue = "1024",
            description = "Connections that the tenfold load may use; must be more than the server lets wait. "
                    + "Default: ${DEFAULT-VALUE}")
    private int overloadClients;

    @Option(
            names = "--warm-up",
            paramLabel = "SECONDS",
            defaultValue = "3",
            description = "Before each round, not measured. Default: ${DEFAULT-VALUE}")
    private double warmUpSeconds;

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "Measured in each round. Default: ${DEFAULT-VALUE}")
    private double seconds;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often each server meets each load. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--json", description = "Print JSON instead of a table")
    private boolean json;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Also write the table into DIR/performance.md, and a chart beside it")
    private @Nullable Path report;

    @Option(
            names = "--block",
            paramLabel = "NAME",
            defaultValue = "create",
            description = "Which block of the page is written, between <!-- begin NAME --> and <!-- end NAME -->. "
                    + "Default: ${DEFAULT-VALUE}")
    private String block = "";

    /** Ends with the status that the help tells. */
    public static void main(String... arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Load())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof IOException)) {
                        throw failure;
                    }
                    command.getErr().println("load: " + failure.getMessage());
                    return FAILED;
                });
    }

    @Override
    public Integer call() throws IOException {
        check();
        Page page = report == null ? null : Page.of(report, block);
        Summary summary = measure(new Names(System.currentTimeMillis()));
        Report result = new Report(summary);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? result.json() : result.table().text());
        out.flush();
        if (page != null) {
            page.write(circumstances() + "\n\n" + result.table().markdown(), Chart.of(summary));
        }
        return summary.isClean() ? 0 : UNEXPECTED_ANSWERS;
    }

    private void check() {
        boolean positive = clients.stream().allMatch(count -> count > 0)
                && batches.stream().allMatch(size -> size > 0)
                && rates.stream().allMatch(rate -> rate > 0)
                && rounds > 0
                && seconds > 0
                && warmUpSeconds >= 0;
        if (!positive) {
            throw new CommandLine.ParameterException(spec.commandLine(), "numbers must be positive");
        }
    }

    private Summary measure(Names names) throws IOException {
        List<Target> all = new ArrayList<>();
        for (Target target : targets.targets(spec.commandLine())) {
            int prepared = targets.prepare(target);
            all.add(prepared > 0 ? new Preparation(target, names).withServiceTemplates(prepared) : target);
        }
        Map<Workload, Map<String, Target>> ready = ready(all, names);
        Comparison comparison = new Comparison(all, scenarios(), rounds, this::tell);
        return comparison.run((target, cell, warm) -> Round.run(
                Objects.requireNonNull(
                        Objects.requireNonNull(ready.get(cell.workload())).get(target.name())),
                cell,
                names,
                new Round.Timing(warm ? nanos(warmUpSeconds) : 0, nanos(seconds), nanos(DRAIN_SECONDS))));
    }

    private Map<Workload, Map<String, Target>> ready(List<Target> all, Names names) throws IOException {
        Map<Workload, Map<String, Target>> ready = new EnumMap<>(Workload.class);
        for (Workload workload : workloads()) {
            Map<String, Target> byName = new HashMap<>();
            for (Target target : all) {
                byName.put(target.name(), new Preparation(target, names).readyFor(workload));
            }
            ready.put(workload, byName);
        }
        return ready;
    }

    private Set<Workload> workloads() {
        Set<Workload> workloads = EnumSet.noneOf(Workload.class);
        kinds.forEach(kind -> workloads.add(workload(kind)));
        return workloads;
    }

    private List<Scenario> scenarios() {
        List<Scenario> scenarios = new ArrayList<>();
        for (Kind kind : kinds) {
            for (int batch : kind == Kind.LIST ? List.of(1) : batches) {
                scenarios.addAll(scenarios(kind, batch));
            }
        }
        return scenarios;
    }

    private List<Scenario> scenarios(Kind kind, int batch) {
        List<Scenario> scenarios = new ArrayList<>();
        for (int count : clients) {
            if (kind == Kind.OVERLOAD) {
                scenarios.add(new Scenario.Overload(batch, count, overloadClients));
            } else if (rates.isEmpty()) {
                scenarios.add(Scenario.of(Cell.closed(workload(kind), batch, count)));
            } else {
                rates.forEach(rate -> scenarios.add(Scenario.of(Cell.open(workload(kind), batch, count, rate))));
            }
        }
        return scenarios;
    }

    private static Workload workload(Kind kind) {
        return switch (kind) {
            case CREATE, OVERLOAD -> Workload.CREATE;
            case LIST -> Workload.LIST;
            case FAULTY -> Workload.FAULTY;
            case DUPLICATE -> Workload.DUPLICATE;
        };
    }

    private static long nanos(double seconds) {
        return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
    }

    private void tell(String progress) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(progress);
        err.flush();
    }

    /** What a reader of the figures needs to know about how they came to be. */
    private String circumstances() {
        return "Measured on %s: %d cores, %s %s, which server, database and load share; Java %s. %d rounds, each %s s after %s s of warm-up."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.version().feature(),
                        rounds,
                        plain(seconds),
                        plain(warmUpSeconds));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
