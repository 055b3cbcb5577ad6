package io.proctemplate.adapter.http;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Jobs of many applications that wait for a bounded number of places to run, shared out by application: they take turns,
 * and none has more than its share of the places, or of the room to wait, while another wants some. An application that
 * has been alone for a while may have everything; when another one comes, what it has beyond its share goes first. For
 * one thread at a time.
 *
 * @param <J> the jobs
 */
final class FairQueue<J> {
    /** Whose jobs are not of an application: they have no share to exceed, and are no company to one. */
    static final String NOBODY = "";

    /** How long after its last request an application is reckoned with. */
    static final long COMPANY_NANOS = 10_000_000_000L;

    private final Shares shares;
    private final LongSupplier nanoTime;
    private final Map<String, Line<J>> lines = new HashMap<>();
    /** Those with jobs that wait, the one whose turn is next first. */
    private final ArrayDeque<Line<J>> turns = new ArrayDeque<>();

    private int waiting;
    /** The application that asked last, and when it and the last other one did. */
    private String latest = NOBODY;

    private long latestNanos;
    private long othersNanos;

    FairQueue(Shares shares, LongSupplier nanoTime) {
        this.shares = shares;
        this.nanoTime = nanoTime;
        this.latestNanos = nanoTime.getAsLong() - COMPANY_NANOS;
        this.othersNanos = latestNanos;
    }

    /**
     * What there is to share.
     *
     * @param places how many jobs may run at a time
     * @param room how many may wait
     * @param percent how much of both is one application's share
     */
    record Shares(int places, int room, int percent) {
        private static final int ALL = 100;

        int placesOfOne() {
            return Math.max(1, places * percent / ALL);
        }

        int roomOfOne() {
            return Math.max(1, (int) ((long) room * percent / ALL));
        }
    }

    /** What one application has, while it has anything. */
    private static final class Line<J> {
        private final String app;
        private final ArrayDeque<J> jobs = new ArrayDeque<>();
        private int running;

        Line(String app) {
            this.app = app;
        }

        boolean isOver() {
            return jobs.isEmpty() && running == 0;
        }
    }

    /** A job whose turn it is. */
    record Turn<J>(String app, J job) {}

    /** Lets {@code job} wait. Gives back the job that does not wait any more, this one or another; null if all do. */
    @Nullable
    J add(String app, J job) {
        note(app);
        Line<J> line = lines.get(app);
        int own = line == null ? 0 : line.jobs.size();
        if (own >= shares.roomOfOne() && isShared(app)) {
            return job;
        }
        if (waiting < shares.room()) {
            push(app, job);
            return null;
        }
        Line<J> longest = turns.stream()
                .max(Comparator.comparingInt(other -> other.jobs.size()))
                .orElseThrow();
        if (app.equals(NOBODY) || longest.jobs.size() <= own + 1) {
            return job;
        }
        J shed = longest.jobs.removeLast();
        waiting--;
        if (longest.jobs.isEmpty()) {
            turns.remove(longest);
        }
        push(app, job);
        return shed;
    }

    private void push(String app, J job) {
        Line<J> line = lines.computeIfAbsent(app, Line::new);
        if (line.jobs.isEmpty()) {
            turns.add(line);
        }
        line.jobs.add(job);
        waiting++;
    }

    /** The next job to run, which {@link #end} must be called for; null if none that waits may run now. */
    @Nullable
    Turn<J> next() {
        for (int i = turns.size(); i > 0; i--) {
            Line<J> line = turns.remove();
            if (line.running >= shares.placesOfOne() && isShared(line.app)) {
                turns.add(line);
                continue;
            }
            J job = line.jobs.remove();
            waiting--;
            line.running++;
            if (!line.jobs.isEmpty()) {
                turns.add(line);
            }
            return new Turn<>(line.app, job);
        }
        return null;
    }

    /** A job of {@code app} has run. */
    void end(String app) {
        Line<J> line = lines.get(app);
        if (line != null) {
            line.running--;
            if (line.isOver()) {
                lines.remove(app);
            }
        }
    }

    private void note(String app) {
        if (app.equals(NOBODY)) {
            return;
        }
        if (!app.equals(latest)) {
            othersNanos = latestNanos;
            latest = app;
        }
        latestNanos = nanoTime.getAsLong();
    }

    /** Whether {@code app} must leave room for others: one of them asked a short while ago. */
    private boolean isShared(String app) {
        long others = app.equals(latest) ? othersNanos : latestNanos;
        return !app.equals(NOBODY) && nanoTime.getAsLong() - others < COMPANY_NANOS;
    }
}
