package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.contract.Given.ScopeKind;
import io.proctemplate.application.spi.Survey;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.Scope;
import io.proctemplate.domain.template.TakenNames;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A survey tells what decides whether a batch may be created. */
public interface SurveyContract extends StorageUnderTest {

    private Survey survey(Scope scope, List<String> names, List<FunctionKey> keys) {
        return storage().write(stores -> stores.processTemplates().survey(scope, names, keys));
    }

    private Survey survey(Scope scope) {
        return survey(scope, List.of(), List.of());
    }

    @Test
    default void tellsOfAServiceTemplateInItsBusiness() {
        Scope scope = Given.newScope(storage());

        assertThat(survey(scope)).isEqualTo(new Survey(true, scope.businessId(), TakenNames.none()));
    }

    @Test
    default void tellsOfTheStandaloneScopeOfABusiness() {
        Scope scope = Given.newScope(storage(), ScopeKind.STANDALONE);

        assertThat(survey(scope)).isEqualTo(new Survey(true, null, TakenNames.none()));
    }

    @Test
    default void tellsThatTheServiceTemplateIsOfAnotherBusiness() {
        Scope other = Given.newScope(storage());
        Scope asked = new Scope(Given.newBusiness(storage()), other.serviceTemplateId());

        assertThat(survey(asked)).isEqualTo(new Survey(true, other.businessId(), TakenNames.none()));
    }

    @Test
    default void tellsThatThereIsNoSuchServiceTemplate() {
        Scope asked = new Scope(Given.newBusiness(storage()), Given.unusedId());

        assertThat(survey(asked)).isEqualTo(new Survey(true, null, TakenNames.none()));
    }

    @Test
    default void tellsThatThereIsNoSuchBusiness() {
        Scope other = Given.newScope(storage());
        long business = Given.unusedId();

        assertThat(survey(Scope.standalone(business))).isEqualTo(new Survey(false, null, TakenNames.none()));
        assertThat(survey(new Scope(business, Given.unusedId()))).isEqualTo(new Survey(false, null, TakenNames.none()));
        assertThat(survey(new Scope(business, other.serviceTemplateId())))
                .isEqualTo(new Survey(false, other.businessId(), TakenNames.none()));
        assertThat(survey(new Scope(0, 0))).isEqualTo(new Survey(false, null, TakenNames.none()));
        assertThat(survey(new Scope(-1, -1))).isEqualTo(new Survey(false, null, TakenNames.none()));
    }

    @ParameterizedTest
    @EnumSource
    default void tellsWhoHasWhichOfTheNamesAskedAbout(ScopeKind kind) {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage, kind);
        long a = Given.keep(storage, scope, "a", new FunctionKey("f", "1"));
        long b = Given.keep(storage, scope, "b", new FunctionKey("f", "2"));
        Given.keep(storage, scope, "c", new FunctionKey("g", "1"));

        Survey survey = survey(
                scope,
                List.of("b", "a", "A", "z", "f"),
                List.of(
                        new FunctionKey("f", "2"),
                        new FunctionKey("g", "2"),
                        new FunctionKey("f", "1"),
                        new FunctionKey("1", "f")));

        assertThat(survey.taken().processNames()).isEqualTo(Map.of("a", a, "b", b));
        assertThat(survey.taken().functions())
                .isEqualTo(Map.of(new FunctionKey("f", "1"), a, new FunctionKey("f", "2"), b));
    }

    @Test
    default void tellsNothingOfOtherScopes() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        Given.keepNamed(storage, Given.newServiceTemplate(storage, scope.businessId()), "a");
        Given.keepNamed(storage, Scope.standalone(scope.businessId()), "a");
        Given.keepNamed(storage, Given.newScope(storage), "a");

        assertThat(survey(scope, List.of("a"), List.of(Given.function("a"))).taken())
                .isEqualTo(TakenNames.none());
    }

    @ParameterizedTest
    @EnumSource
    default void tellsLookalikesApartToo(ScopeKind kind) {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage, kind);
        for (String text : UniquenessContract.LOOKALIKES) {
            long id = Given.keep(storage, scope, "n" + text, new FunctionKey("f", text));

            Survey survey = survey(
                    scope,
                    UniquenessContract.LOOKALIKES.stream()
                            .map(other -> "n" + other)
                            .toList(),
                    List.of(new FunctionKey("f", text)));

            assertThat(survey.taken().processNames()).containsEntry("n" + text, id);
            assertThat(survey.taken().functions()).isEqualTo(Map.of(new FunctionKey("f", text), id));
        }
        assertThat(survey(scope, UniquenessContract.LOOKALIKES, List.of())
                        .taken()
                        .processNames())
                .isEmpty();
    }

    @Test
    default void answersForAHundredNames() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        List<String> names = IntStream.range(0, 100).mapToObj(i -> "name " + i).toList();
        List<Long> ids = storage.write(stores -> Given.insertNamed(stores.processTemplates(), scope, names));
        List<String> asked =
                Stream.concat(names.stream().skip(50), Stream.of("free")).toList();

        Survey survey = survey(scope, asked, asked.stream().map(Given::function).toList());

        assertThat(survey.taken().processNames()).hasSize(50).containsEntry("name 99", ids.get(99));
        assertThat(survey.taken().functions()).hasSize(50).containsEntry(Given.function("name 50"), ids.get(50));
    }

    @Test
    default void seesWhatTheUnitItselfHasKept() {
        Scope scope = Given.newScope(storage());

        Survey survey = storage().write(stores -> {
            Given.insertNamed(stores.processTemplates(), scope, List.of("a"));
            return stores.processTemplates().survey(scope, List.of("a"), List.of());
        });

        assertThat(survey.taken().processNames()).containsOnlyKeys("a");
    }
}
