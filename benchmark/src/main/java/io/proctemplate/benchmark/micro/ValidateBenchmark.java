package io.proctemplate.benchmark.micro;

import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.DraftBatch;
import io.proctemplate.domain.template.SupplierAccounts;
import io.proctemplate.domain.template.TakenNames;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violations;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The rules of the domain over a batch of 100 that keeps them all: of each item, and of the items together. */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ValidateBenchmark {
    private static final Path AT = Path.root().member("processes");

    private final Node.Sequence items = Templates.items(100);

    /** The batch, read, and what its names do to each other. */
    @Benchmark
    public Violations validate100() {
        DraftBatch batch = DraftBatch.read(Templates.SCOPE, SupplierAccounts.DEFAULT, items, AT);
        batch.drafts();
        return batch.clashes(TakenNames.none());
    }
}
