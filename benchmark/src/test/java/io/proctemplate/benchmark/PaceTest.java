package io.proctemplate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final double PER_SECOND = 1e9;

    @Test
    void aClosedLoopIsAlwaysDue() {
        Pace closed = Pace.closed();
        assertThat(closed.take(5)).isEqualTo(5);
        assertThat(closed.take(5)).isEqualTo(5);
        assertThat(closed.nanosUntilDue(5)).isZero();
    }

    @Test
    void anOpenLoopHasATimeForEachRequestWheneverItIsTaken() {
        Pace open = Pace.open(PER_SECOND / 10, 1_000);
        assertThat(open.take(999)).isEqualTo(Pace.NOT_YET);
        assertThat(open.nanosUntilDue(999)).isEqualTo(1);
        assertThat(open.take(1_025)).isEqualTo(1_000);
        assertThat(open.take(1_025)).isEqualTo(1_010);
        assertThat(open.nanosUntilDue(1_025)).isZero();
        assertThat(open.take(1_025)).isEqualTo(1_020);
        assertThat(open.take(1_025)).isEqualTo(Pace.NOT_YET);
        assertThat(open.nanosUntilDue(1_025)).isEqualTo(5);
    }

    @Test
    void theTimesOfALongRunAreNotOffByWhatWasRoundedAway() {
        Pace open = Pace.open(3, 0);
        for (int i = 0; i < 3_000; i++) {
            open.take(Long.MAX_VALUE);
        }
        assertThat(open.take(Long.MAX_VALUE)).isEqualTo(1_000_000_000_000L);
    }
}
