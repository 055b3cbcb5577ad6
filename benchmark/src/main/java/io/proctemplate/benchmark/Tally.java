package io.proctemplate.benchmark;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of the requests of one round. Requests outside of the measured time leave no trace. In a closed loop those
 * count whose answer came within it, in an open one those that were meant to be sent within it: there an answer that
 * comes late must not be left out for being late.
 */
final class Tally {
    private final Workload workload;
    private final boolean open;
    private final boolean busyAllowed;
    private final long from;
    private final long to;
    private final SortedMap<Answer, Long> answers = new TreeMap<>();
    private final Latencies sinceIntended = new Latencies();
    private final Latencies sinceSent = new Latencies();
    private long done;
    private long busy;
    private long unexpected;
    private long neverSent;
    private long doneInTime;
    private long lastBusy = Pace.NOT_YET;

    /**
     * Measures from {@code from} to {@code to}, the latter excluded.
     *
     * @param busyAllowed whether a server may say that it has too much to do
     */
    Tally(Workload workload, boolean open, boolean busyAllowed, long from, long to) {
        this.workload = workload;
        this.open = open;
        this.busyAllowed = busyAllowed;
        this.from = from;
        this.to = to;
    }

    /** Counts an answer; {@link Answer#LOST} and {@link Answer#NONE} are answers too. */
    void answered(Answer answer, long intended, long sent, long received) {
        boolean isDone = workload.isDone(answer);
        if (isDone && isMeasured(received)) {
            doneInTime++;
        }
        if (!isMeasured(open ? intended : received)) {
            return;
        }
        answers.merge(answer, 1L, Long::sum);
        if (isDone) {
            done++;
            sinceIntended.add(received - intended);
            sinceSent.add(received - sent);
        } else if (busyAllowed && answer.isBusy()) {
            busy++;
            lastBusy = received;
        } else {
            unexpected++;
        }
    }

    /**
     * Counts a request that was due but never sent, as no client was free. It has waited until {@code now} at least, and
     * counts with that.
     */
    void neverSent(long intended, long now) {
        if (isMeasured(intended)) {
            neverSent++;
            sinceIntended.add(now - intended);
        }
    }

    /** Counts a request that was given up before it was sent: its time had come, and no client was free. */
    void givenUp(long intended) {
        if (isMeasured(intended)) {
            neverSent++;
        }
    }

    private boolean isMeasured(long time) {
        return time >= from && time < to;
    }

    /** How often each answer was given. */
    Map<Answer, Long> answers() {
        return Collections.unmodifiableMap(answers);
    }

    /** Requests that were answered as they should be. */
    long done() {
        return done;
    }

    /** Requests that a server had no room for, where it may say so. */
    long busy() {
        return busy;
    }

    /** Requests that were answered in any other way. */
    long unexpected() {
        return unexpected;
    }

    long neverSent() {
        return neverSent;
    }

    /** From the time a request was meant to be sent until its answer was there. */
    Latencies sinceIntended() {
        return sinceIntended;
    }

    /** From the time a request was sent, which tells nothing of the time it waited for that. */
    Latencies sinceSent() {
        return sinceSent;
    }

    double seconds() {
        return (to - from) / 1e9;
    }

    /** Requests done within the measured time, whenever they were meant to be sent. */
    double donePerSecond() {
        return doneInTime / seconds();
    }

    long doneInTime() {
        return doneInTime;
    }

    /** How long after the beginning the server last said that it has too much to do; 0 if it never did. */
    double busyForMillis() {
        return lastBusy == Pace.NOT_YET ? 0 : (lastBusy - from) / 1e6;
    }
}
