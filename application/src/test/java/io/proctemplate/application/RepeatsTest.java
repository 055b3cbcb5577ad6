package io.proctemplate.application;

import static io.proctemplate.application.Sent.item;
import static io.proctemplate.application.Sent.list;
import static io.proctemplate.application.Sent.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Once;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Terms;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.Commands;
import io.proctemplate.application.spi.IdempotencyKey;
import io.proctemplate.application.spi.OutcomeUnknown;
import io.proctemplate.application.spi.UnitOfWork;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that are carried out once, as time goes by and the storage fails. */
class RepeatsTest {
    private static final Duration DAY = Duration.ofHours(24);

    private final World world = new World();

    private Outcome<List<Long>> send(UnitOfWork storage, Duration later, String key, String name) {
        Once once = new Once(key, "hash of " + name, done -> "kept " + done.value());
        Clock clock = Clock.fixed(World.NOW.plus(later), ZoneOffset.UTC);
        return Applications.over(storage, clock)
                .processTemplates()
                .createBatch(
                        World.ADMIN.on(Terms.PLAIN.with(once)),
                        Commands.batch(object("bk_biz_id", 1, "processes", list(item(name, name, "")))));
    }

    private Outcome<List<Long>> send(Duration later, String key, String name) {
        return send(world.storage, later, key, name);
    }

    @Test
    void givesAnAnswerAgainForADayAndNoLonger() {
        List<Long> ids = World.value(send(Duration.ZERO, "k", "a"));

        assertThat(send(DAY.minusMillis(1), "k", "a")).isEqualTo(new Outcome.Replayed<>("kept " + ids));
        assertThat(World.value(send(DAY, "k", "b"))).hasSize(1);
    }

    @Test
    void refusesAnotherRequestUnderTheKey() {
        World.value(send(Duration.ZERO, "k", "a"));

        assertThat(World.refusal(send(Duration.ZERO, "k", "b"))).isEqualTo(Refusal.keyReused());
    }

    @Test
    void removesWhatHasExpiredAfterACallWithAKey() {
        World.value(send(Duration.ZERO, "old", "a"));
        World.value(send(Duration.ofMillis(1), "young", "b"));

        World.value(send(DAY, "new", "c"));

        assertThat(List.of("old", "young", "new")).filteredOn(this::isThere).containsExactly("young", "new");
    }

    private boolean isThere(String key) {
        IdempotencyKey stored = IdempotencyKey.of("app", "ann", "batch_create_proc_template", key);
        return world.storage.read(stores -> stores.idempotency().find(stored)).isPresent();
    }

    @Test
    void leavesNeitherKeyNorEffectWhereTheStorageDidNotKeepTheUnit() {
        UnitOfWork failing = new Failing(world.storage, 2, () -> new OutcomeUnknown(new IllegalStateException("gone")));

        assertThat(World.refusal(send(failing, Duration.ZERO, "k", "a"))).isEqualTo(Refusal.outcomeUnknown());

        assertThat(isThere("k")).isFalse();
        assertThat(World.value(send(Duration.ZERO, "k", "a"))).hasSize(1);
    }
}
