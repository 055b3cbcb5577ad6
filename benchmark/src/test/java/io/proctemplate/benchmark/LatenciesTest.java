package io.proctemplate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static Latencies of(LongStream values) {
        Latencies latencies = new Latencies();
        values.forEach(latencies::add);
        return latencies;
    }

    @Test
    void aPercentileIsTheValueThatSoManyDoNotExceed() {
        Latencies latencies = of(LongStream.rangeClosed(1, 1_000).map(i -> 1_001 - i));
        assertThat(latencies.percentile(50)).isEqualTo(500);
        assertThat(latencies.percentile(99)).isEqualTo(990);
        assertThat(latencies.percentile(99.9)).isEqualTo(999);
        assertThat(latencies.percentile(100)).isEqualTo(1_000);
        assertThat(latencies.percentile(0)).isEqualTo(1);
    }

    @Test
    void ofOneValueEveryPercentileIsThatOneAndOfNoneZero() {
        assertThat(of(LongStream.of(7)).percentile(99)).isEqualTo(7);
        assertThat(of(LongStream.empty()).percentile(99)).isZero();
    }

    @Test
    void whatIsAddedAfterALookCounts() {
        Latencies latencies = of(LongStream.rangeClosed(1, 5_000));
        assertThat(latencies.percentile(100)).isEqualTo(5_000);
        latencies.add(1);
        latencies.add(9_000);
        assertThat(latencies.percentile(100)).isEqualTo(9_000);
        assertThat(latencies.count()).isEqualTo(5_002);
    }
}
