package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyMemoryTest {
    private static final int MIB = 1 << 20;
    private final BodyMemory memory = new BodyMemory(4 * MIB, 64 * MIB);

    @Test
    void shortBodyGetsExactlyItsLengthAndOneMoreToSeeItsEnd() {
        assertThat(memory.room(0, 135_000)).isEqualTo(135_001);
        assertThat(memory.room(0, 0)).isEqualTo(1);
        assertThat(memory.room(100, 100)).isEqualTo(101);
    }

    @Test
    void longBodyGetsRoomAsItComes() {
        assertThat(memory.room(0, 3 * MIB)).isEqualTo(16 * 1024);
        assertThat(memory.room(MIB, 3 * MIB)).isEqualTo(2 * MIB);
        assertThat(memory.room(2 * MIB, 3 * MIB)).isEqualTo(3 * MIB + 1);
        assertThat(memory.room(0, -1)).isEqualTo(16 * 1024);
    }

    @Test
    void noBodyGetsMoreThanTheLimitAndOneByteToSeeThatItIsPassed() {
        assertThat(memory.room(3 * MIB, -1)).isEqualTo(4 * MIB + 1);
    }

    @Test
    void declaredLengthIsNotBelievedWhileMemoryIsScarce() {
        assertThat(memory.take(9 * MIB)).isTrue();
        assertThat(memory.room(0, 135_000)).isEqualTo(16 * 1024);
        memory.giveBack(9 * MIB);
        assertThat(memory.room(0, 135_000)).isEqualTo(135_001);
    }

    @Test
    void accountIsNeverOverdrawnAndComesBack() {
        assertThat(memory.take(16 * MIB)).isTrue();
        assertThat(memory.take(MIB)).isFalse();
        memory.giveBack(MIB);
        assertThat(memory.take(MIB)).isTrue();
    }
}
