package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.contract.Given.ScopeKind;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.ProcessTemplateStore;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.ProcessTemplate;
import io.proctemplate.domain.template.Scope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of writers that want the same, exactly one gets it, and nobody hangs. */
public interface RaceContract extends StorageUnderTest {
    int ROUNDS = 10;

    /** One item of a batch. */
    record Wanted(String name, FunctionKey key) {}

    /** Creates a batch as the application does; whether it was created. */
    private static boolean create(UnitOfWork storage, Scope scope, List<Wanted> batch) {
        try {
            return storage.write(stores -> createIfFree(stores.processTemplates(), scope, batch));
        } catch (Conflict lostRace) {
            return false;
        }
    }

    private static boolean createIfFree(ProcessTemplateStore store, Scope scope, List<Wanted> batch) {
        Survey survey = store.survey(
                scope,
                batch.stream().map(Wanted::name).toList(),
                batch.stream().map(Wanted::key).toList());
        boolean free = survey.taken().processNames().isEmpty()
                && survey.taken().functions().isEmpty();
        if (free) {
            insert(store, scope, batch);
        }
        return free;
    }

    private static void insert(ProcessTemplateStore store, Scope scope, List<Wanted> batch) {
        List<Long> ids = store.nextIds(batch.size());
        List<ProcessTemplate> templates = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            templates.add(Given.template(
                    ids.get(i), scope, batch.get(i).name(), batch.get(i).key()));
        }
        store.insert(templates);
    }

    /** Lets the writers of each round race; each makes one batch of its own number. */
    private void assertOneWins(ScopeKind kind, int writers, IntFunction<List<Wanted>> batches) throws Exception {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage, kind);
        for (int round = 0; round < ROUNDS; round++) {
            String prefix = round + " ";
            List<Callable<Boolean>> race = IntStream.range(0, writers)
                    .mapToObj(batches)
                    .map(batch -> (Callable<Boolean>) () -> create(storage, scope, prefixed(prefix, batch)))
                    .toList();

            List<Boolean> won = Together.run(race);

            assertThat(won).as("round %s", round).containsOnlyOnce(true);
        }
    }

    private static List<Wanted> prefixed(String prefix, List<Wanted> batch) {
        return batch.stream()
                .map(wanted -> new Wanted(
                        prefix + wanted.name(),
                        new FunctionKey(
                                prefix + wanted.key().functionName(),
                                wanted.key().startParameter())))
                .toList();
    }

    private static List<Wanted> named(List<String> names) {
        return names.stream()
                .map(name -> new Wanted(name, Given.function(name)))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    default void letsOneOfManyHaveAName(ScopeKind kind) throws Exception {
        assertOneWins(kind, 8, writer -> List.of(new Wanted("name", Given.function("f" + writer))));
    }

    @ParameterizedTest
    @EnumSource
    default void letsOneOfManyHaveAFunction(ScopeKind kind) throws Exception {
        assertOneWins(kind, 8, writer -> List.of(new Wanted("name " + writer, new FunctionKey("f", "-x"))));
    }

    @ParameterizedTest
    @EnumSource
    default void letsOneOfTwoCrossingBatchesThrough(ScopeKind kind) throws Exception {
        List<Wanted> forth =
                named(IntStream.range(0, 50).mapToObj(i -> "name " + i).toList());
        List<Wanted> back = new ArrayList<>(forth);
        Collections.reverse(back);

        assertOneWins(kind, 2, writer -> writer == 0 ? forth : back);
    }

    /** No order of names keeps these two from meeting head-on: what one has first as a name, the other has last as a key. */
    @ParameterizedTest
    @EnumSource
    default void letsOneOfTwoBatchesThroughThatCrossOverTheSecondKey(ScopeKind kind) throws Exception {
        assertOneWins(
                kind,
                2,
                writer -> IntStream.range(0, 50)
                        .mapToObj(i -> new Wanted(
                                "name " + writer + " " + String.format("%02d", i),
                                Given.function("f" + (writer == 0 ? i : 49 - i))))
                        .toList());
    }

    /** Who inserts without a look at the scope before meets the other at some row, with others kept already. */
    @ParameterizedTest
    @EnumSource
    default void letsOneOfTwoThroughThatInsertTheSameNameAmongOthers(ScopeKind kind) throws Exception {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage, kind);
        for (int round = 0; round < ROUNDS; round++) {
            String prefix = round + " ";
            List<Callable<Boolean>> race = Stream.of("a", "b")
                    .map(own -> Stream.concat(
                                    IntStream.range(0, 50).mapToObj(i -> prefix + own + i), Stream.of(prefix + "same"))
                            .toList())
                    .map(names -> (Callable<Boolean>) () -> insertUnseen(storage, scope, named(names)))
                    .toList();

            assertThat(Together.run(race)).as("round %s", round).containsOnlyOnce(true);
        }
    }

    private static boolean insertUnseen(UnitOfWork storage, Scope scope, List<Wanted> batch) {
        try {
            Given.use(storage, stores -> insert(stores.processTemplates(), scope, batch));
            return true;
        } catch (Conflict lostRace) {
            return false;
        }
    }

    @ParameterizedTest
    @EnumSource
    default void letsAllThroughThatWantDifferentNames(ScopeKind kind) throws Exception {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage, kind);
        List<Callable<Boolean>> writers = IntStream.range(0, 8)
                .mapToObj(writer ->
                        (Callable<Boolean>) () -> create(storage, scope, named(List.of("a" + writer, "b" + writer))))
                .toList();

        assertThat(Together.run(writers)).containsOnly(true);
    }
}
