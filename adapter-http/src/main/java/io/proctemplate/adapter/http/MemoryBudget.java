package io.proctemplate.adapter.http;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The memory that all connections together may take: for themselves, headers, bodies, what is made of these, and answers
 * on their way. Each connection has an account. When memory is scarce, accounts that wait for their clients are shed, the
 * one that holds most first, and of equals the one that has waited longest. Accounts that hold much cannot have all of the
 * memory, so that small requests always find some.
 *
 * <p>Amounts are estimates, on the safe side, of what is kept on the heap. Safe for any number of threads.
 */
final class MemoryBudget {
    /** An account that holds no more than this is small. */
    static final int SMALL_BYTES = 64 * 1024;

    /** How long an answer may be on its way before it counts as waiting for its client. */
    private static final long SENDING_GRACE_NANOS = 2_000_000_000L;

    private final long total;
    private final LongSupplier nanoTime;
    private final AtomicLong used = new AtomicLong();
    /** What accounts that were shed have not let go of yet. */
    private final AtomicLong leaving = new AtomicLong();

    private final Set<Account> accounts = ConcurrentHashMap.newKeySet();
    private final ReentrantLock shedding = new ReentrantLock();

    MemoryBudget(long total, LongSupplier nanoTime) {
        this.total = total;
        this.nanoTime = nanoTime;
    }

    /** How many bytes are taken. */
    long used() {
        return used.get();
    }

    /** How many accounts are open. */
    int accounts() {
        return accounts.size();
    }

    /** The account of a connection that was opened, which holds nothing yet. */
    Account open() {
        Account account = new Account();
        accounts.add(account);
        return account;
    }

    /** An eighth is for what was shed and is not gone yet, another one for small accounts. */
    private long ceiling(long held) {
        return total / 8 * (held <= SMALL_BYTES ? 7 : 6);
    }

    private boolean isBelow(long ceiling, long bytes) {
        return used.get() - leaving.get() + bytes <= ceiling;
    }

    private boolean reserve(long bytes, long ceiling) {
        if (!isBelow(ceiling, bytes)) {
            return false;
        }
        if (used.addAndGet(bytes) <= total) {
            return true;
        }
        used.addAndGet(-bytes);
        return false;
    }

    /** Sheds accounts that hold more than {@code least}, until there is room for {@code bytes} and a little more. */
    private void makeRoom(Account taker, long bytes, long ceiling, long least) {
        if (!shedding.tryLock()) {
            return; // somebody else is at it, or this is part of it
        }
        try {
            for (Candidate candidate : candidates(taker, least)) {
                if (isBelow(ceiling, bytes + total / 32)) {
                    return;
                }
                candidate.account.shed();
            }
        } finally {
            shedding.unlock();
        }
    }

    private record Candidate(Account account, boolean sending, long held, long waitedNanos) {}

    /** Whom to shed, in this order. */
    private List<Candidate> candidates(Account taker, long least) {
        long now = nanoTime.getAsLong();
        return accounts.stream()
                .filter(account -> account != taker && account.isWaiting())
                .map(account -> new Candidate(account, account.sending, account.held, now - account.sinceNanos))
                .filter(candidate ->
                        candidate.held > least && (!candidate.sending || candidate.waitedNanos > SENDING_GRACE_NANOS))
                .sorted(Comparator.comparing(Candidate::sending)
                        .thenComparing(Candidate::held, Comparator.reverseOrder())
                        .thenComparing(Candidate::waitedNanos, Comparator.reverseOrder()))
                .toList();
    }

    /** What one connection holds. */
    final class Account {
        private volatile long held;
        private volatile @Nullable Runnable whenShed;
        private volatile boolean sending;
        private volatile long sinceNanos;
        private boolean shed;
        private boolean closed;

        private Account() {}

        /** Takes {@code bytes} more; false if there is no room for them, also none that others could be made to leave. */
        boolean take(long bytes) {
            long wanted = held + bytes;
            long ceiling = ceiling(wanted);
            if (!reserve(bytes, ceiling)) {
                makeRoom(this, bytes, ceiling, wanted <= SMALL_BYTES ? 0 : wanted);
                if (!reserve(bytes, ceiling)) {
                    return false;
                }
            }
            return hold(bytes);
        }

        private synchronized boolean hold(long bytes) {
            if (closed || shed) {
                used.addAndGet(-bytes);
                return false;
            }
            held += bytes;
            return true;
        }

        /** Whether half of all memory is taken: whoever can do with less should. */
        boolean isScarce() {
            return used.get() > total / 2;
        }

        synchronized void giveBack(long bytes) {
            if (!closed) {
                held -= bytes;
                used.addAndGet(-bytes);
                leaving.addAndGet(shed ? -bytes : 0);
            }
        }

        /** From now on it waits for its client to send; {@code whenShed} ends that, called once, by any thread. */
        void awaitsRequest(Runnable whenShed) {
            waits(whenShed, false);
        }

        /** From now on it waits for its client to take an answer. */
        void awaitsReader(Runnable whenShed) {
            waits(whenShed, true);
        }

        private synchronized void waits(Runnable whenShed, boolean sending) {
            this.sending = sending;
            this.sinceNanos = nanoTime.getAsLong();
            this.whenShed = shed ? null : whenShed;
        }

        /** From now on it does not wait for its client; false if it was shed before that. */
        synchronized boolean works() {
            whenShed = null;
            return !shed;
        }

        private boolean isWaiting() {
            return whenShed != null;
        }

        private void shed() {
            Runnable action;
            synchronized (this) {
                action = whenShed;
                if (action == null) {
                    return;
                }
                whenShed = null;
                shed = true;
                leaving.addAndGet(held);
            }
            action.run();
        }

        /** Gives back everything: the connection is closed. */
        synchronized void close() {
            if (!closed) {
                accounts.remove(this);
                giveBack(held);
                closed = true;
                whenShed = null;
            }
        }
    }
}
