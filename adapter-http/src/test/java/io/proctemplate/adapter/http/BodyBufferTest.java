package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBufferTest {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;
    private static final int MAX = 4 * MIB;

    private final MemoryBudget budget = new MemoryBudget(32 * MIB, System::nanoTime);

    private BodyBuffer body(long declared) {
        return new BodyBuffer(budget.open(), declared, MAX);
    }

    /** Has {@code count} bytes come. */
    private static void fill(BodyBuffer body, int count) {
        while (body.count() < count) {
            assertThat(body.makeRoom()).isTrue();
            body.added(
                    Math.min(count - body.count(), body.space(Integer.MAX_VALUE).remaining()));
        }
        assertThat(body.makeRoom()).isTrue();
    }

    @Test
    void shortBodyGetsExactlyItsLengthAndOneMoreToSeeItsEnd() {
        BodyBuffer body = body(135_000);
        assertThat(body.makeRoom()).isTrue();
        assertThat(body.bytes()).hasSize(135_001);
        assertThat(body.space(1000).remaining()).isEqualTo(1000);
        assertThat(budget.used()).isEqualTo(135_001);

        BodyBuffer empty = body(0);
        fill(empty, 0);
        assertThat(empty.bytes()).hasSize(1);
    }

    @Test
    void longBodyGetsRoomAsItComes() {
        BodyBuffer body = body(3 * MIB);
        fill(body, 0);
        assertThat(body.bytes()).hasSize(16 * KIB);
        fill(body, MIB);
        assertThat(body.bytes()).hasSize(2 * MIB);
        fill(body, 2 * MIB);
        assertThat(body.bytes()).hasSize(3 * MIB + 1);
    }

    @Test
    void noBodyGetsMoreThanTheLimitAndOneByteToSeeThatItIsPassed() {
        BodyBuffer body = body(-1);
        fill(body, MAX);
        assertThat(body.bytes()).hasSize(MAX + 1);
        assertThat(body.isTooLarge()).isFalse();
        body.added(1);
        assertThat(body.isTooLarge()).isTrue();
    }

    @Test
    void declaredLengthIsNotBelievedWhileMemoryIsScarce() {
        MemoryBudget.Account others = budget.open();
        assertThat(others.take(17 * MIB)).isTrue();
        BodyBuffer doubted = body(135_000);
        fill(doubted, 0);
        assertThat(doubted.bytes()).hasSize(16 * KIB);
    }

    @Test
    void withoutMemoryThereIsNoRoomAndWhatWasTakenComesBack() {
        MemoryBudget.Account others = budget.open();
        BodyBuffer body = body(-1);
        fill(body, 100_000);
        assertThat(others.take(23 * MIB)).isTrue();
        body.added(body.space(Integer.MAX_VALUE).remaining());
        while (body.makeRoom()) {
            body.added(body.space(Integer.MAX_VALUE).remaining());
        }
        assertThat(body.bytes().length).isLessThanOrEqualTo(MIB);
        body.release();
        assertThat(body.count()).isZero();
        assertThat(budget.used()).isEqualTo(23 * MIB);
    }
}
