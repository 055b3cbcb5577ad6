package io.proctemplate.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.adapter.http.FairQueue.Shares;
import io.proctemplate.adapter.http.FairQueue.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FairQueueTest {
    private static final long NOW = Long.MAX_VALUE - 5; // it may overflow

    private long nanos = NOW;
    private final FairQueue<String> queue = queue(4, 6, 50);

    private FairQueue<String> queue(int places, int room, int percent) {
        return new FairQueue<>(new Shares(places, room, percent), () -> nanos);
    }

    /** The job that had to go when {@code app} brought {@code job}. */
    private @Nullable String add(String app, String job) {
        return queue.add(app, job);
    }

    private void addAll(String app, String... jobs) {
        for (String job : jobs) {
            assertThat(add(app, job)).isNull();
        }
    }

    private List<String> begun() {
        List<String> begun = new ArrayList<>();
        for (Turn<String> turn = queue.next(); turn != null; turn = queue.next()) {
            begun.add(turn.job());
        }
        return begun;
    }

    /** Begins the next job, and ends it. */
    private String done() {
        Turn<String> turn = queue.next();
        if (turn == null) {
            return "none";
        }
        queue.end(turn.app());
        return turn.job();
    }

    @Test
    void jobsOfOneApplicationBeginInTheirOrder() {
        addAll("a", "1", "2", "3");

        assertThat(begun()).containsExactly("1", "2", "3");
    }

    @Test
    void applicationsTakeTurnsHoweverManyJobsEachHas() {
        addAll("a", "a1", "a2", "a3");
        addAll("b", "b1", "b2");
        addAll("c", "c1");

        assertThat(IntStream.range(0, 7).mapToObj(i -> done()))
                .containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "none");
    }

    @Test
    void oneThatIsAloneHasAllPlacesAndAllRoom() {
        addAll("a", "1", "2", "3", "4");
        assertThat(begun()).containsExactly("1", "2", "3", "4");

        addAll("a", "5", "6", "7", "8", "9", "10");
        assertThat(add("a", "11")).isEqualTo("11");
    }

    @Test
    void inCompanyNobodyBeginsMoreThanItsShare() {
        addAll("b", "b1");
        assertThat(done()).isEqualTo("b1");

        addAll("a", "a1", "a2", "a3");

        assertThat(begun()).containsExactly("a1", "a2");
        addAll("b", "b2", "b3", "b4");
        assertThat(begun()).containsExactly("b2", "b3");
        queue.end("a");
        assertThat(begun()).containsExactly("a3");
        queue.end("b");
        assertThat(begun()).containsExactly("b4");
    }

    @Test
    void inCompanyNobodyLetsMoreWaitThanItsShare() {
        addAll("b", "b1");
        addAll("a", "a1", "a2", "a3");

        assertThat(add("a", "a4")).isEqualTo("a4");
        addAll("b", "b2", "b3");
        assertThat(add("b", "b4")).isEqualTo("b4");
        assertThat(add("c", "c1")).isIn("a3", "b3");
    }

    @Test
    void whatOneHasBeyondItsShareGoesFirstAndTheNewestOfIt() {
        addAll("a", "a1", "a2", "a3", "a4", "a5", "a6");

        assertThat(add("b", "b1")).isEqualTo("a6");
        assertThat(add("b", "b2")).isEqualTo("a5");
        assertThat(add("b", "b3")).isEqualTo("a4");
        assertThat(add("b", "b4")).isEqualTo("b4");
        assertThat(add("a", "a7")).isEqualTo("a7");
        assertThat(IntStream.range(0, 7).mapToObj(i -> done()))
                .containsExactly("a1", "b1", "a2", "b2", "a3", "b3", "none");
    }

    /** What is beyond the share runs on, and the next free places are not its. */
    @Test
    void oneThatWasAloneGetsNoFurtherPlaceBeforeItIsDownToItsShare() {
        addAll("a", "a1", "a2", "a3", "a4");
        assertThat(begun()).containsExactly("a1", "a2", "a3", "a4");
        addAll("a", "a5", "a6");
        addAll("b", "b1");

        queue.end("a");
        assertThat(queue.next()).isEqualTo(new Turn<>("b", "b1"));
        queue.end("a");
        assertThat(queue.next()).isNull();
        queue.end("a");
        assertThat(begun()).containsExactly("a5");
    }

    @Test
    void oneIsAloneAgainWhenTheOthersHaveNotAskedForAWhile() {
        addAll("b", "b1");
        assertThat(done()).isEqualTo("b1");
        nanos += FairQueue.COMPANY_NANOS - 1;
        addAll("a", "a1", "a2", "a3");
        assertThat(begun()).containsExactly("a1", "a2");

        nanos++;

        assertThat(begun()).containsExactly("a3");
    }

    @Test
    void whoAskedLongAgoIsReckonedWithAsSoonAsItAsksAgain() {
        addAll("b", "b1");
        nanos += FairQueue.COMPANY_NANOS;
        addAll("a", "a1", "a2", "a3");
        addAll("b", "b2");

        assertThat(begun()).containsExactly("b1", "a1", "b2", "a2");
    }

    @Test
    void jobsOfNobodyAreNoCompanyHaveNoShareAndTakeNobodysRoom() {
        addAll(FairQueue.NOBODY, "n1", "n2", "n3", "n4", "n5");
        addAll("a", "a1");

        assertThat(add(FairQueue.NOBODY, "n6")).isEqualTo("n6");
        assertThat(begun()).containsExactly("n1", "a1", "n2", "n3", "n4", "n5");
        addAll("a", "a2", "a3", "a4");
        assertThat(begun()).containsExactly("a2", "a3", "a4");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 50, 1, 1", "8, 512, 50, 4, 256", "3, 5, 50, 1, 2", "8, 512, 100, 8, 512", "8, 512, 1, 1, 5"})
    void aShareIsNeverNothing(int places, int room, int percent, int placesOfOne, int roomOfOne) {
        Shares shares = new Shares(places, room, percent);

        assertThat(shares.placesOfOne()).isEqualTo(placesOfOne);
        assertThat(shares.roomOfOne()).isEqualTo(roomOfOne);
    }

    /** Whatever comes: no more run and wait than may, each job runs or is given back, once, and no place stays free. */
    @Test
    void losesNothingAndKeepsItsBounds() {
        for (int seed = 0; seed < 200; seed++) {
            new Run(new Random(seed)).go();
        }
    }

    private final class Run {
        private final Random random;
        private final int places;
        private final int room;
        private final FairQueue<String> fair;
        private final Map<String, Integer> running = new HashMap<>();
        private final List<String> over = new ArrayList<>();
        private int added;

        Run(Random random) {
            this.random = random;
            this.places = 1 + random.nextInt(5);
            this.room = 1 + random.nextInt(8);
            this.fair = queue(places, room, 1 + random.nextInt(100));
        }

        void go() {
            for (int step = 0; step < 300; step++) {
                nanos += random.nextLong(FairQueue.COMPANY_NANOS / 3);
                if (random.nextInt(3) > 0) {
                    String gone = fair.add(String.valueOf("abc".charAt(random.nextInt(3))), "job " + added++);
                    if (gone != null) {
                        over.add(gone);
                    }
                } else {
                    endOne();
                }
                begin();
            }
            while (!running.isEmpty()) {
                endOne();
                begin();
            }
            assertThat(over).hasSize(added).doesNotHaveDuplicates();
        }

        private void begin() {
            while (running.values().stream().mapToInt(Integer::intValue).sum() < places) {
                Turn<String> turn = fair.next();
                if (turn == null) {
                    break;
                }
                running.merge(turn.app(), 1, Integer::sum);
                over.add(turn.job());
            }
            int count = running.values().stream().mapToInt(Integer::intValue).sum();
            assertThat(added - over.size()).isBetween(0, room);
            assertThat(count > 0 || added == over.size()).isTrue();
        }

        private void endOne() {
            if (!running.isEmpty()) {
                String app = List.copyOf(running.keySet()).get(random.nextInt(running.size()));
                fair.end(app);
                running.computeIfPresent(app, (same, count) -> count == 1 ? null : count - 1);
            }
        }
    }
}
