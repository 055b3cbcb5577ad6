package io.proctemplate.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.wire.Code;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some clients of one server that send batch after batch, each of names of its own, and remember every answer. */
final class Load implements AutoCloseable {
    static final int BATCH = 10;
    static final int SENDERS = 4;

    /** Instead of a code, where the server has not answered. */
    private static final int NO_ANSWER = -1;

    private static final long PATIENCE_MILLIS = 60_000;

    private final String name;
    private final Map<String, Integer> codes = new LinkedHashMap<>();
    private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
    private volatile boolean over;

    /** A load on the server of {@code client}; {@code name} keeps its batches apart from those of others. */
    Load(String name, Client client) {
        this.name = name;
        for (int i = 0; i < SENDERS; i++) {
            String sender = sender(i);
            senders.execute(() -> send(client, sender));
        }
    }

    private String sender(int number) {
        return name + " sender " + number;
    }

    private void send(Client client, String sender) {
        try {
            for (int i = 0; !over; i++) {
                String batch = sender + " batch " + i;
                note(batch, NO_ANSWER);
                note(
                        batch,
                        Client.code(client.create(
                                names(batch).stream().map(Client::item).toList())));
            }
        } catch (UncheckedIOException dead) {
            over = true;
        }
    }

    private static List<String> names(String batch) {
        return IntStream.range(0, BATCH).mapToObj(i -> batch + " process " + i).toList();
    }

    private synchronized void note(String batch, int code) {
        codes.put(batch, code);
        notifyAll();
    }

    /** Until each sender has got {@code times} such answers more. */
    synchronized void await(int times, IntPredicate wanted) {
        long[] before = count(wanted);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (!IntStream.range(0, SENDERS).allMatch(i -> count(wanted)[i] >= before[i] + times)) {
            assertThat(System.nanoTime())
                    .as("waits for more than %s", codes.values())
                    .isLessThan(end);
            try {
                wait(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private long[] count(IntPredicate wanted) {
        return IntStream.range(0, SENDERS)
                .mapToLong(i -> codes.entrySet().stream()
                        .filter(answer -> answer.getKey().startsWith(sender(i) + " "))
                        .filter(answer -> wanted.test(answer.getValue()))
                        .count())
                .toArray();
    }

    static boolean isSuccess(int code) {
        return code == Code.OK.number();
    }

    static boolean isRefusal(int code) {
        return code > 0;
    }

    /** The codes of all answers there were. */
    synchronized List<Integer> answers() {
        return codes.values().stream().filter(code -> code != NO_ANSWER).toList();
    }

    /** That of each batch is kept what its answer says, and of none a part. Of use after the end. */
    synchronized void assertKept(UnitOfWork storage) {
        codes.forEach((batch, code) -> assertThat(kept(storage, batch))
                .as("%s, answered with %s", batch, code)
                .isIn(allowed(code)));
    }

    private static List<Integer> allowed(int code) {
        if (isSuccess(code)) {
            return List.of(BATCH);
        }
        return code == NO_ANSWER || code == Code.OUTCOME_UNKNOWN.number() ? List.of(0, BATCH) : List.of(0);
    }

    private static int kept(UnitOfWork storage, String batch) {
        return storage.<Integer>write(stores -> stores.processTemplates()
                .survey(new Scope(1, 1), names(batch), List.of())
                .taken()
                .processNames()
                .size());
    }

    /** Ends it, with the answers of the batches that are on their way. */
    void end() {
        over = true;
        senders.shutdown();
        try {
            assertThat(senders.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                    .isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end();
    }
}
