package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.IdempotencyKey;
import io.proctemplate.application.spi.KeptAnswer;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A key is taken by one unit, and its answer is kept with what else that unit does. */
public interface IdempotencyContract extends StorageUnderTest {
    Instant NOW = Instant.ofEpochMilli(1_795_000_000_123L);
    Set<Scope> SCOPES = Set.of(Scope.standalone(1), new Scope(1, Long.MAX_VALUE), new Scope(Long.MAX_VALUE, 2));

    private static IdempotencyKey newKey() {
        return IdempotencyKey.of("app", "汉", "call", "key " + Given.unusedId());
    }

    private static Optional<KeptAnswer> found(UnitOfWork storage, IdempotencyKey key) {
        return storage.read(stores -> stores.idempotency().find(key));
    }

    private static void keep(UnitOfWork storage, IdempotencyKey key, String answer, Instant expires) {
        Given.use(storage, stores -> {
            stores.idempotency().claim(key, "hash of " + answer, NOW, expires);
            stores.idempotency().keep(key, answer, SCOPES);
        });
    }

    @Test
    default void keepsAnAnswerAsItIs() {
        UnitOfWork storage = storage();
        IdempotencyKey key = newKey();
        String answer = "\"'\\ \n汉 \uD83D\uDE00 %s :key ?".repeat(10_000);

        keep(storage, key, answer, NOW.plusMillis(1));

        assertThat(found(storage, key))
                .contains(new KeptAnswer("hash of " + answer, answer, SCOPES, NOW.plusMillis(1)));
        assertThat(found(storage, newKey())).isEmpty();
    }

    @Test
    default void refusesAKeyThatIsTaken() {
        UnitOfWork storage = storage();
        IdempotencyKey key = newKey();
        keep(storage, key, "first", NOW.plusMillis(1));

        assertThatThrownBy(() -> keep(storage, key, "second", NOW.plusMillis(2)))
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.constraint()).isEqualTo(Constraint.IDEMPOTENCY_KEY));

        assertThat(found(storage, key)).map(KeptAnswer::answer).contains("first");
    }

    @Test
    default void givesAKeyAwayWhoseAnswerHasExpired() {
        UnitOfWork storage = storage();
        IdempotencyKey key = newKey();
        keep(storage, key, "first", NOW);

        keep(storage, key, "second", NOW.plusMillis(1));

        assertThat(found(storage, key)).map(KeptAnswer::answer).contains("second");
    }

    @Test
    default void forgetsAKeyWhoseUnitIsNotKept() {
        UnitOfWork storage = storage();
        IdempotencyKey key = newKey();

        storage.writeIf(result -> false, stores -> {
            stores.idempotency().claim(key, "hash", NOW, NOW.plusMillis(1));
            stores.idempotency().keep(key, "answer", SCOPES);
            return key;
        });

        assertThat(found(storage, key)).isEmpty();
    }

    @Test
    default void letsOneOfManyUnitsTakeAKey() throws Exception {
        UnitOfWork storage = storage();
        IdempotencyKey key = newKey();
        Callable<Boolean> taking = () -> {
            try {
                keep(storage, key, "answer", NOW.plusMillis(1));
                return true;
            } catch (Conflict taken) {
                return false;
            }
        };

        List<Boolean> took = Together.run(Collections.nCopies(4, taking));

        assertThat(took).containsOnlyOnce(true);
        assertThat(found(storage, key)).map(KeptAnswer::answer).contains("answer");
    }

    @Test
    default void removesWhatHasExpiredOldestFirstAndNotAllAtOnce() {
        UnitOfWork storage = emptyStorage();
        List<IdempotencyKey> keys =
                IntStream.range(0, 4).mapToObj(i -> newKey()).toList();
        for (int i = 0; i < keys.size(); i++) {
            keep(storage, keys.get(i), "answer", NOW.minusMillis(2).plusMillis(i));
        }

        assertThat(storage.<Integer>write(stores -> stores.idempotency().removeExpired(NOW, 2)))
                .isEqualTo(2);
        assertThat(keys).filteredOn(key -> found(storage, key).isPresent()).isEqualTo(keys.subList(2, 4));
        assertThat(storage.<Integer>write(stores -> stores.idempotency().removeExpired(NOW, 2)))
                .isEqualTo(1);
        assertThat(keys).filteredOn(key -> found(storage, key).isPresent()).isEqualTo(keys.subList(3, 4));
        assertThat(storage.<Integer>write(stores -> stores.idempotency().removeExpired(NOW, 2)))
                .isZero();
    }
}
