package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.http.MemoryBudget.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private static final int KIB = 1024;
    private static final int MIB = 1024 * KIB;

    private final AtomicLong now = new AtomicLong();
    private final MemoryBudget budget = new MemoryBudget(32 * MIB, now::get);
    private final List<Account> shed = new ArrayList<>();

    /** An account that waits for the rest of its request, and lets go of everything when it is shed. */
    private Account waiting(long bytes) {
        Account account = budget.open();
        assertThat(account.take(bytes)).isTrue();
        account.awaitsRequest(() -> {
            shed.add(account);
            account.close();
        });
        now.incrementAndGet();
        return account;
    }

    @Test
    void givesBackWhatWasTakenAndWithTheConnectionEverything() {
        Account account = budget.open();
        assertThat(account.take(3 * MIB)).isTrue();
        account.giveBack(MIB);
        assertThat(budget.used()).isEqualTo(2 * MIB);
        account.close();
        account.giveBack(MIB);
        account.close();
        assertThat(budget.used()).isZero();
        assertThat(budget.accounts()).isZero();
        assertThat(account.take(1)).isFalse();
        assertThat(budget.used()).isZero();
    }

    @Test
    void shedsTheLargestOfThoseThatWaitForTheirClients() {
        Account small = waiting(2 * MIB);
        Account largest = waiting(12 * MIB);
        Account large = waiting(9 * MIB);

        assertThat(budget.open().take(3 * MIB)).isTrue();

        assertThat(shed).containsExactly(largest).doesNotContain(small, large);
    }

    @Test
    void ofEqualsTheOneThatHasWaitedLongestIsShed() {
        List<Account> equals =
                IntStream.range(0, 8).mapToObj(i -> waiting(3 * MIB)).toList();

        assertThat(budget.open().take(KIB)).isTrue();
        assertThat(budget.open().take(4 * MIB)).isFalse();
        assertThat(budget.open().take(MIB)).isTrue();

        assertThat(shed).containsExactly(equals.get(0));
    }

    @Test
    void whoWouldBeTheLargestIsRefused() {
        waiting(8 * MIB);
        waiting(8 * MIB);
        waiting(8 * MIB);
        assertThat(budget.open().take(9 * MIB)).isFalse();
        assertThat(shed).isEmpty();
    }

    @Test
    void whoIsWorkedOnIsNotShed() {
        Account working = waiting(20 * MIB);
        assertThat(working.works()).isTrue();
        assertThat(budget.open().take(8 * MIB)).isFalse();
        working.giveBack(20 * MIB);
        assertThat(budget.open().take(8 * MIB)).isTrue();
        assertThat(shed).isEmpty();
    }

    @Test
    void smallAccountsFindMemoryThatLargeOnesCannotHave() {
        Account working = budget.open();
        assertThat(working.take(24 * MIB)).isTrue();
        assertThat(working.take(1)).isFalse();
        for (int i = 0; i < 64; i++) {
            assertThat(budget.open().take(MemoryBudget.SMALL_BYTES)).isTrue();
        }
        assertThat(budget.open().take(1)).isFalse();
    }

    @Test
    void whatWasShedCountsUntilItIsGiven() {
        Account slow = budget.open();
        assertThat(slow.take(24 * MIB)).isTrue();
        slow.awaitsRequest(() -> shed.add(slow));

        assertThat(budget.open().take(5 * MIB)).isTrue();
        assertThat(shed).containsExactly(slow);
        assertThat(budget.open().take(4 * MIB)).isFalse();
        assertThat(slow.take(1)).as("who was shed gets nothing more").isFalse();
        assertThat(slow.works()).isFalse();
        slow.giveBack(24 * MIB);
        assertThat(budget.open().take(4 * MIB)).isTrue();
        assertThat(budget.used()).isEqualTo(9 * MIB);
    }

    @Test
    void answersThatAreNotTakenAreShedAfterAWhileAndLast() {
        Account sending = budget.open();
        assertThat(sending.take(20 * MIB)).isTrue();
        sending.awaitsReader(() -> {
            shed.add(sending);
            sending.close();
        });
        Account receiving = waiting(4 * MIB);
        assertThat(budget.open().take(2 * MIB)).isTrue();
        assertThat(shed).containsExactly(receiving);
        assertThat(budget.open().take(6 * MIB)).isFalse();
        now.addAndGet(3_000_000_000L);
        assertThat(budget.open().take(6 * MIB)).isTrue();
        assertThat(shed).containsExactly(receiving, sending);
    }

    @Test
    void isNeverOverdrawnHoweverManyTakeAtOnce() {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Void>> done = IntStream.range(0, 8)
                    .mapToObj(seed -> CompletableFuture.runAsync(() -> takeAndGiveBack(new Random(seed)), threads))
                    .toList();
            done.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
        assertThat(budget.used()).isZero();
        assertThat(budget.accounts()).isZero();
        assertThat(budget.open().take(24 * MIB))
                .as("nothing is still on its way")
                .isTrue();
    }

    private void takeAndGiveBack(Random random) {
        for (int i = 0; i < 5_000; i++) {
            Account account = budget.open();
            for (int step = random.nextInt(4); step >= 0; step--) {
                int bytes = random.nextInt(3 * MIB);
                if (account.take(bytes)) {
                    account.awaitsRequest(account::close);
                    assertThat(budget.used()).isLessThanOrEqualTo(32 * MIB + 8 * 3 * MIB);
                    account.works();
                }
            }
            account.awaitsRequest(account::close);
            if (random.nextBoolean()) {
                account.close();
            } else {
                account.works();
                account.close();
            }
        }
    }
}
