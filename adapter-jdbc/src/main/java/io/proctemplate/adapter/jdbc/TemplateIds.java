package io.proctemplate.adapter.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Hands out ids from blocks that are reserved in the database, so that most batches cost no round trip for theirs. A
 * block belongs to one program alone; what is left of it when the program ends is a gap. Thread-safe; nobody waits for
 * another's round trip.
 */
final class TemplateIds {
    /** The ids of a block: what the sequence is incremented by. */
    static final int BLOCK = 1000;

    private final TreeMap<Long, Long> left = new TreeMap<>(); // first → last, both free

    /**
     * {@code count} ids, rising.
     *
     * @param reserve reserves a number of blocks and tells the first id of each; later blocks are greater than all before
     */
    List<Long> take(int count, IntFunction<List<Long>> reserve) {
        List<Long> ids = new ArrayList<>(count);
        takeLeft(ids, count);
        int missing = count - ids.size();
        if (missing > 0) {
            int blocks = (missing + BLOCK - 1) / BLOCK;
            for (long first : reserve.apply(blocks).stream().sorted().toList()) {
                takeOf(first, first + BLOCK - 1, ids, count);
            }
        }
        return ids;
    }

    private synchronized void takeLeft(List<Long> ids, int count) {
        while (ids.size() < count && !left.isEmpty()) {
            Map.Entry<Long, Long> lowest = left.pollFirstEntry();
            takeOf(lowest.getKey(), lowest.getValue(), ids, count);
        }
    }

    private synchronized void takeOf(long first, long last, List<Long> ids, int count) {
        long next = first;
        while (ids.size() < count && next <= last) {
            ids.add(next++);
        }
        if (next <= last) {
            left.put(next, last);
        }
    }
}
