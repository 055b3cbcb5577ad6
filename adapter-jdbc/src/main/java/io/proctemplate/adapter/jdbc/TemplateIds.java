package io.proctemplate.adapter.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hands out ids from blocks that are reserved in the database, so that most batches cost no round trip for theirs. A
 * block belongs to one program alone; what is left of it when the program ends is a gap. It is of worth only where it was
 * reserved: a replica that took the place of its primary may not have heard of it, and gives it to another program too.
 * Thread-safe; nobody waits for another's round trip.
 */
final class TemplateIds {
    /** The ids of a block: what the sequence is incremented by. */
    static final int BLOCK = 1000;

    private final TreeMap<Long, Long> left = new TreeMap<>(); // first → last, both free
    private String run = "";
    private long greatest;

    /** Reserves {@code blocks} blocks and tells the first id of each; all ids are greater than {@code above}. */
    interface Reservation {
        List<Long> of(int blocks, long above);
    }

    /**
     * {@code count} ids, rising.
     *
     * @param serverRun the run of the database's server that the ids are for, and that {@code reservation} asks
     */
    List<Long> take(int count, String serverRun, Reservation reservation) {
        List<Long> ids = new ArrayList<>(count);
        long above = takeLeft(ids, count, serverRun);
        int missing = count - ids.size();
        if (missing > 0) {
            int blocks = (missing + BLOCK - 1) / BLOCK;
            takeOf(reservation.of(blocks, above), serverRun, ids, count);
        }
        return ids;
    }

    /** The greatest id that was ever reserved here. */
    private synchronized long takeLeft(List<Long> ids, int count, String serverRun) {
        if (!run.equals(serverRun)) {
            left.clear();
            run = serverRun;
        }
        while (ids.size() < count && !left.isEmpty()) {
            Map.Entry<Long, Long> lowest = left.pollFirstEntry();
            takeOf(lowest.getKey(), lowest.getValue(), ids, count);
        }
        return greatest;
    }

    private synchronized void takeOf(List<Long> firsts, String serverRun, List<Long> ids, int count) {
        for (long first : firsts) {
            takeOf(first, first + BLOCK - 1, ids, count);
            greatest = Math.max(greatest, first + BLOCK - 1);
        }
        if (!run.equals(serverRun)) {
            left.clear(); // meanwhile another unit found another run
        }
    }

    private void takeOf(long first, long last, List<Long> ids, int count) {
        long next = first;
        while (ids.size() < count && next <= last) {
            ids.add(next++);
        }
        if (next <= last) {
            left.put(next, last);
        }
    }

    /** Forgets what is left: another program was found to have the same ids. */
    synchronized void drop() {
        left.clear();
    }
}
