package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.adapter.http.FairQueue.Shares;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {
    private final Workers workers = new Workers(new Shares(1, 1, 50));
    private final AtomicInteger shed = new AtomicInteger();

    @AfterEach
    void stop() {
        workers.stop();
    }

    private Workers.Job job(Runnable work) {
        return new Workers.Job() {
            @Override
            public void run() {
                work.run();
            }

            @Override
            public void shed() {
                shed.incrementAndGet();
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void aJobThatFailsDoesNotEndItsThread() {
        CountDownLatch failing = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(1);

        try (Logs logs = Logs.of(Workers.class, ch.qos.logback.classic.Level.ERROR)) {
            workers.execute("a", job(() -> {
                failing.countDown();
                throw new IllegalStateException("as it may");
            }));
            await(failing);
            workers.execute("a", job(ran::countDown));
            await(ran);

            assertThat(logs.lines()).singleElement().asString().contains("as it may");
        }
    }

    @Test
    void whatHasNoRoomIsRefusedOrTakesTheRoomOfAnother() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ran = new CountDownLatch(1);
        workers.execute("a", job(() -> {
            begun.countDown();
            await(end);
        }));
        await(begun);
        workers.execute("a", job(ran::countDown));

        assertThatThrownBy(() -> workers.execute("a", job(() -> {}))).isInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> workers.execute("b", job(() -> {}))).isInstanceOf(RejectedExecutionException.class);

        end.countDown();
        await(ran);
        assertThat(shed).hasValue(0);
    }

    @Test
    void afterTheStopNothingIsTakenAndWhatRunsIsInterrupted() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        workers.execute("a", job(() -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stop) {
                interrupted.countDown();
            }
        }));
        await(begun);

        workers.stop();

        await(interrupted);
        assertThatThrownBy(() -> workers.execute("a", job(() -> {}))).isInstanceOf(RejectedExecutionException.class);
    }
}
