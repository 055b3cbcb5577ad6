package io.proctemplate.benchmark.micro;

import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.instance.Host;
import io.proctemplate.domain.instance.Instances;
import io.proctemplate.domain.instance.Process;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.ProcessTemplate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What templates make on hosts, and what differs there: 100 templates on 100 hosts, 10 000 processes. */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class InstanceBenchmark {
    private static final int TEMPLATES = 100;
    private static final int HOSTS = 100;

    private final List<ProcessProperty> templates =
            Templates.created(TEMPLATES).stream().map(ProcessTemplate::property).toList();
    private final List<Host> hosts = IntStream.range(0, HOSTS)
            .mapToObj(i -> new Host("10.0.0." + i + ",10.0.1." + i, "", "", ""))
            .toList();
    private final List<Process> changed = hosts.stream()
            .flatMap(host -> templates.stream().map(template -> changed(Instances.instantiate(template, host))))
            .toList();

    private static Process changed(Process process) {
        return new Process(
                process.values().toBuilder().set(Fields.USER, "somebody").build(), process.rows());
    }

    @Benchmark
    public void instantiate10000(Blackhole sink) {
        for (Host host : hosts) {
            for (ProcessProperty template : templates) {
                sink.consume(Instances.instantiate(template, host));
            }
        }
    }

    /** One locked field of each process is not what its template says. */
    @Benchmark
    public void drift10000(Blackhole sink) {
        int next = 0;
        for (Host host : hosts) {
            for (ProcessProperty template : templates) {
                sink.consume(Instances.drift(template, changed.get(next++), host));
            }
        }
    }
}
