package io.proctemplate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** On a clock of its own, in milliseconds. */
class TallyTest {
    private static final Answer DONE = new Answer(200, 0);
    private static final Answer BUSY = new Answer(503, 1_199_997);
    private static final int STALL = 1_000;

    private static Tally tally(boolean open, boolean busyAllowed, long from, long to) {
        return new Tally(Workload.CREATE, open, busyAllowed, from, to);
    }

    /**
     * One client; a request every 10 ms for two seconds; the server answers within 1 ms, but for one request that takes a
     * second. The requests that were meant to be sent meanwhile wait for it.
     */
    private static Tally stalledOnce(boolean open) {
        long interval = 10;
        Pace pace = open ? Pace.open(1e9 / interval, 0) : Pace.closed();
        Tally tally = tally(open, false, 0, 2_000);
        long now = 0;
        for (int request = 0; now < 2_000; request++) {
            long intended = pace.take(now);
            if (intended == Pace.NOT_YET) {
                now += pace.nanosUntilDue(now);
                intended = pace.take(now);
            }
            long received = now + (request == 50 ? STALL : 1);
            tally.answered(DONE, intended, now, received);
            now = received;
        }
        return tally;
    }

    @Test
    void inAnOpenLoopEachRequestThatHadToWaitForASlowOneIsAsLateAsItIs() {
        Tally open = stalledOnce(true);
        assertThat(open.sinceSent().percentile(50)).isEqualTo(1);
        assertThat(open.sinceSent().percentile(99)).isEqualTo(1);
        assertThat(open.sinceIntended().percentile(100)).isEqualTo(STALL);
        // About a hundred requests of two hundred waited, up to a second.
        assertThat(open.sinceIntended().percentile(75)).isBetween(400L, 600L);
        assertThat(open.sinceIntended().percentile(99)).isGreaterThan(900);
    }

    @Test
    void inAClosedLoopTheSlowRequestIsTheOnlyLateOne() {
        Tally closed = stalledOnce(false);
        assertThat(closed.sinceIntended().percentile(99)).isEqualTo(1);
        assertThat(closed.sinceIntended().percentile(100)).isEqualTo(STALL);
    }

    @Test
    void anOpenLoopCountsWhatWasMeantToBeSentInTimeHoweverLateItIsAnswered() {
        Tally open = tally(true, false, 100, 200);
        open.answered(DONE, 99, 150, 160);
        open.answered(DONE, 199, 250, 900);
        open.answered(DONE, 200, 200, 201);
        assertThat(open.done()).isEqualTo(1);
        assertThat(open.sinceIntended().percentile(100)).isEqualTo(701);
        assertThat(open.sinceSent().percentile(100)).isEqualTo(650);
        // The rate is that of the time: the first was done within it, the others were not.
        assertThat(open.doneInTime()).isEqualTo(1);
    }

    @Test
    void aClosedLoopCountsWhatWasAnsweredInTime() {
        Tally closed = tally(false, false, 100, 200);
        closed.answered(DONE, 90, 90, 99);
        closed.answered(DONE, 90, 90, 100);
        closed.answered(DONE, 190, 190, 199);
        closed.answered(DONE, 190, 190, 200);
        assertThat(closed.done()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeSentCountsWithTheTimeItWaited() {
        Tally open = tally(true, false, 0, 100);
        open.answered(DONE, 0, 0, 5);
        open.neverSent(20, 100);
        open.neverSent(100, 100);
        assertThat(open.neverSent()).isEqualTo(1);
        assertThat(open.sinceIntended().percentile(100)).isEqualTo(80);
        assertThat(open.sinceSent().count()).isEqualTo(1);
    }

    @Test
    void onlyTheAnswerOfTheLoadIsASuccess() {
        Tally tally = tally(false, false, 0, 100);
        tally.answered(DONE, 0, 0, 1);
        tally.answered(new Answer(200, 1_113_019), 0, 0, 2);
        tally.answered(new Answer(500, 0), 0, 0, 3);
        tally.answered(new Answer(200, Answer.NO_CODE), 0, 0, 4);
        tally.answered(Answer.LOST, 0, 0, 5);
        tally.answered(Answer.NONE, 0, 0, 6);
        tally.answered(BUSY, 0, 0, 7);
        assertThat(tally.done()).isEqualTo(1);
        assertThat(tally.sinceIntended().count()).isEqualTo(1);
        assertThat(tally.unexpected()).isEqualTo(6);
        assertThat(tally.answers().keySet())
                .extracting(Answer::toString)
                .containsExactlyInAnyOrder(
                        "code 0",
                        "code 1113019",
                        "HTTP 500 code 0",
                        "no code",
                        "connection lost",
                        "no answer",
                        "HTTP 503 code 1199997");
    }

    @Test
    void whereMoreIsSentThanCanBeBorneTheServerMaySaySo() {
        Tally flood = tally(true, true, 0, 100_000_000);
        flood.answered(BUSY, 1, 1, 40_000_000);
        flood.answered(Answer.LOST, 1, 1, 50_000_000);
        flood.givenUp(2);
        assertThat(flood.busy()).isEqualTo(1);
        assertThat(flood.busyForMillis()).isEqualTo(40);
        assertThat(flood.unexpected()).isEqualTo(1);
        assertThat(flood.neverSent()).isEqualTo(1);
        assertThat(flood.sinceIntended().count()).isZero();
    }
}
