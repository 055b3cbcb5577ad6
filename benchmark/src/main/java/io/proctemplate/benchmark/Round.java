package io.proctemplate.benchmark;

import io.proctemplate.benchmark.ResponseReader.NotHttp;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One round of load on one server: a warm-up, then the measured time. One thread and one selector carry all clients, so
 * that the load takes little of the machine it may share with what it measures. For one use.
 */
final class Round {
    private static final int READ_BYTES = 256 * 1024;
    private static final long MILLI = 1_000_000;
    private static final long LONGEST_WAIT = 50 * MILLI;
    /** How long lost connections stay closed: a server that refuses them must not be asked all the time. */
    private static final long REOPENING_PAUSE = 100 * MILLI;

    /**
     * How long a round takes, in nanoseconds.
     *
     * @param drain how long the answers to what was sent are waited for; those of an open loop count
     */
    record Timing(long warmUp, long measured, long drain) {}

    private final Target target;
    private final Cell cell;
    private final RequestPattern pattern;
    private final Names names;
    private final Timing timing;
    private final Use use;
    private final Tally tally;
    private final Pace pace;
    private final long from;
    private final long end;
    private final List<Connection> connections;
    private final ArrayDeque<Connection> idle = new ArrayDeque<>();
    private final List<Connection> closed = new ArrayList<>();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);
    private long reopenAt = Long.MIN_VALUE;
    private int nextServiceTemplate;

    /** Begins now, with {@code connections} that were opened already. */
    private Round(
            Target target,
            Cell cell,
            RequestPattern pattern,
            Names names,
            Timing timing,
            List<Connection> connections) {
        this.target = target;
        this.cell = cell;
        this.pattern = pattern;
        this.connections = connections;
        this.names = names;
        this.timing = timing;
        this.use = new Use(target);
        long start = System.nanoTime();
        this.pace = cell.isOpen() ? Pace.open(cell.requestsPerSecond(), start) : Pace.closed();
        this.from = start + timing.warmUp();
        this.end = from + timing.measured();
        this.tally = new Tally(cell.workload(), cell.isOpen(), cell.busyAllowed(), from, end);
    }

    /**
     * Runs one round.
     *
     * @throws IOException if no connection can be opened at all
     */
    static Result run(Target target, Cell cell, Names names, Timing timing) throws IOException {
        RequestPattern pattern = RequestPattern.of(target, cell.workload(), cell.batch());
        List<Connection> connections = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < cell.clients(); i++) {
                Connection connection = Connection.to(target.socketAddress(), selector, pattern.copy());
                connections.add(connection);
                connection.open();
            }
            Round round = new Round(target, cell, pattern, names, timing, connections);
            round.loop(selector);
            return round.use.result(cell, round.tally);
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private void loop(Selector selector) throws IOException {
        long now = System.nanoTime();
        while (now < end || isDraining(now)) {
            if (now >= from && !use.hasBegun()) {
                use.begin();
            }
            if (now < end) {
                reopen(now);
                sendWhatIsDue(now);
            } else {
                use.end();
            }
            select(selector, now);
            handle(selector);
            now = System.nanoTime();
        }
        use.end();
        countTheRest(now);
    }

    /** What was sent is waited for, or the next round on the machine would meet it. */
    private boolean isDraining(long now) {
        return now < end + timing.drain() && connections.stream().anyMatch(Connection::isWaiting);
    }

    private void sendWhatIsDue(long now) {
        while (!idle.isEmpty()) {
            long intended = pace.take(now);
            if (intended == Pace.NOT_YET) {
                return;
            }
            send(idle.remove(), intended);
        }
        if (cell.isFlood()) {
            giveUpWhatIsDue(now);
        }
    }

    private void send(Connection connection, long intended) {
        List<Long> serviceTemplates = target.serviceTemplates();
        try {
            pattern.renew(
                    connection.request(),
                    names.take(pattern.numbersNeeded()),
                    serviceTemplates.get(nextServiceTemplate));
            nextServiceTemplate = (nextServiceTemplate + 1) % serviceTemplates.size();
            connection.send(intended, System.nanoTime());
        } catch (IOException lost) {
            lose(connection);
        }
    }

    private void giveUpWhatIsDue(long now) {
        for (long due = pace.take(now); due != Pace.NOT_YET; due = pace.take(now)) {
            tally.givenUp(due);
        }
    }

    /** Waits until something came or is due; the selector knows milliseconds only, the last of them is slept. */
    private void select(Selector selector, long now) throws IOException {
        long wait = LONGEST_WAIT;
        if (now < end && !idle.isEmpty()) {
            wait = Math.min(wait, pace.nanosUntilDue(now));
        }
        if (wait >= MILLI) {
            selector.select(wait / MILLI);
        } else if (selector.selectNow() == 0) {
            LockSupport.parkNanos(wait);
            selector.selectNow();
        }
    }

    private void handle(Selector selector) {
        for (SelectionKey key : selector.selectedKeys()) {
            Connection connection = (Connection) key.attachment();
            try {
                handle(key, connection);
            } catch (IOException | NotHttp broken) {
                lose(connection);
            }
        }
        selector.selectedKeys().clear();
    }

    private void handle(SelectionKey key, Connection connection) throws IOException, NotHttp {
        if (!key.isValid()) {
            return;
        }
        if (!connection.isWaiting() && !key.isReadable()) {
            if (connection.finishConnect(key)) {
                idle.add(connection);
            }
            return;
        }
        if (connection.isWaiting() && key.isWritable()) {
            connection.write();
        }
        boolean asked = connection.isWaiting();
        if (key.isReadable() && connection.read(buffer)) {
            if (!asked) {
                throw new NotHttp("an answer to nothing");
            }
            tally.answered(connection.answer(), connection.intended(), connection.sent(), System.nanoTime());
            goOn(connection);
        }
    }

    private void goOn(Connection connection) throws IOException {
        if (connection.isReusable()) {
            idle.add(connection);
        } else {
            connection.open();
        }
    }

    /** A server may close a connection that is idle; it may not refuse one, nor close one on which it owes an answer. */
    private void lose(Connection connection) {
        long now = System.nanoTime();
        if (connection.isWaiting()) {
            tally.answered(Answer.LOST, connection.intended(), connection.sent(), now);
        } else if (!connection.isConnected()) {
            tally.answered(Answer.LOST, now, now, now);
        }
        idle.remove(connection);
        closed.add(connection);
        try {
            connection.forget();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void reopen(long now) throws IOException {
        if (closed.isEmpty() || now < reopenAt) {
            return;
        }
        reopenAt = now + REOPENING_PAUSE;
        for (Connection connection : closed) {
            connection.open();
        }
        closed.clear();
    }

    /** What was not answered in the end, and in an open loop what was due and could not even be sent. */
    private void countTheRest(long now) {
        for (Connection connection : connections) {
            if (connection.isWaiting()) {
                tally.answered(Answer.NONE, connection.intended(), connection.sent(), now);
            }
        }
        if (cell.isFlood()) {
            giveUpWhatIsDue(end - 1);
        }
        if (!pace.isOpen()) {
            return;
        }
        for (long due = pace.take(end - 1); due != Pace.NOT_YET; due = pace.take(end - 1)) {
            tally.neverSent(due, end);
        }
    }
}
