package io.proctemplate.adapter.http;

import io.proctemplate.benchmark.ProcessText;
import io.proctemplate.benchmark.micro.Templates;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.wire.ApiObjects;
import io.proctemplate.wire.json.JsonFormat;
import io.proctemplate.wire.json.MalformedJson;
import java.nio.ByteBuffer;
import java.util.List;
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
import tools.jackson.core.JsonGenerator;

/**
 * JSON in and out as the server does it. Stands in the adapter's package because what it measures is nobody else's to
 * see; a copy of it would be another thing.
 */
@State(Scope.Benchmark)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx1g", "-XX:+UseSerialGC"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JsonBenchmark {
    private final JsonFormat json = new JsonFormat(4 << 20);
    private final byte[] batch = ProcessText.batch(100);
    private final List<ProcessTemplate> templates = Templates.created(200);

    /** The body of a batch of 100, from bytes to nodes: encoding, syntax, depth and duplicate keys checked. */
    @Benchmark
    public Node decode100() throws MalformedJson {
        return json.read(batch, batch.length);
    }

    /** A list of 200 templates, from objects of the domain to bytes. */
    @Benchmark
    public List<ByteBuffer> encode200() {
        ListWriter<ProcessTemplate> list = new ListWriter<>(json, ApiObjects::toNode);
        list.count(templates.size());
        templates.forEach(list::item);
        AnswerBuffer out = new AnswerBuffer(1024);
        try (JsonGenerator generator = json.generator(out)) {
            list.data().write(generator, Face.ESB);
        }
        return out.written();
    }
}
