package io.proctemplate.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.contract.Given.ScopeKind;
import io.proctemplate.application.spi.Conflict;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.field.FieldSet;
import io.proctemplate.domain.field.Fields;
import io.proctemplate.domain.field.TemplatedField;
import io.proctemplate.domain.template.FunctionKey;
import io.proctemplate.domain.template.ProcessProperty;
import io.proctemplate.domain.template.Scope;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A name, and a pair of function name and start parameter, are of one template of a scope, byte for byte. */
public interface UniquenessContract extends StorageUnderTest {
    /** Texts that a careless comparison takes for the same. */
    List<String> LOOKALIKES = List.of(
            "é",
            "e\u0301",
            "É",
            "e",
            "E",
            "e ",
            "e  ",
            "e\t",
            "e\u00A0",
            "ß",
            "ss",
            "ﬀ",
            "ff",
            "ı",
            "i",
            "I",
            "K",
            "\u212A",
            "1",
            "01",
            "1.0",
            "\uD83D\uDE00",
            "\uD83D\uDE01",
            "％",
            "%",
            "_",
            "");

    static void assertConflict(Constraint constraint, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Conflict.class,
                        conflict -> assertThat(conflict.constraint()).isEqualTo(constraint));
    }

    @ParameterizedTest
    @EnumSource
    default void refusesANameThatIsTaken(ScopeKind kind) {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage, kind);
        Given.keep(storage, scope, "a", Given.function("f"));

        assertConflict(Constraint.PROCESS_NAME, () -> Given.keep(storage, scope, "a", Given.function("g")));
    }

    @ParameterizedTest
    @EnumSource
    default void refusesAFunctionThatIsTaken(ScopeKind kind) {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage, kind);
        Given.keep(storage, scope, "a", new FunctionKey("f", "-x"));

        assertConflict(Constraint.FUNCTION, () -> Given.keep(storage, scope, "b", new FunctionKey("f", "-x")));
        Given.keep(storage, scope, "b", new FunctionKey("f", "-y"));
        Given.keep(storage, scope, "c", new FunctionKey("g", "-x"));
    }

    /** The message of a store may quote the values at fault. */
    @Test
    default void isNotMisledByNamesOfConstraintsAmongTheValues() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        String name = "\"uk_process_template_func\" UK_PROCESS_TEMPLATE_FUNC fk_process_template_scope";
        Given.keep(storage, scope, name, Given.function("f"));

        assertConflict(Constraint.PROCESS_NAME, () -> Given.keep(storage, scope, name, Given.function("g")));
    }

    @ParameterizedTest
    @EnumSource
    default void refusesANameTwiceInOneBatch(ScopeKind kind) {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage, kind);

        assertConflict(
                Constraint.PROCESS_NAME,
                () -> Given.keepAll(
                        storage,
                        scope,
                        List.of(property("a", new FunctionKey("f", "1")), property("a", new FunctionKey("f", "2")))));
        assertConflict(
                Constraint.FUNCTION,
                () -> Given.keepAll(
                        storage,
                        scope,
                        List.of(property("a", new FunctionKey("f", "1")), property("b", new FunctionKey("f", "1")))));
    }

    private static ProcessProperty property(String name, FunctionKey key) {
        return ProcessProperty.restore(Given.fields(name, key).build(), TemplatedField.unset());
    }

    @ParameterizedTest
    @EnumSource
    default void takesNoStartParameterForAnEmptyOne(ScopeKind kind) {
        UnitOfWork storage = storage();
        FieldSet.Builder fields = Given.fields("b", Given.function("f"));
        ProcessProperty missing = ProcessProperty.restore(
                fields.set(Fields.BK_START_PARAM_REGEX, TemplatedField.unset()).build(), TemplatedField.unset());
        ProcessProperty none = ProcessProperty.restore(
                fields.set(Fields.BK_START_PARAM_REGEX, TemplatedField.locked(null))
                        .build(),
                TemplatedField.unset());
        Scope scope = Given.newScope(storage, kind);
        Given.keep(storage, scope, "a", new FunctionKey("f", ""));

        assertConflict(Constraint.FUNCTION, () -> Given.keepAll(storage, scope, List.of(missing)));
        assertConflict(Constraint.FUNCTION, () -> Given.keepAll(storage, scope, List.of(none)));
    }

    @ParameterizedTest
    @EnumSource
    default void tellsLookalikesApart(ScopeKind kind) {
        UnitOfWork storage = storage();
        Scope names = Given.newScope(storage, kind);
        Scope parameters = Given.newScope(storage, kind);

        for (String text : LOOKALIKES) {
            Given.keep(storage, names, "n" + text, Given.function("f" + text));
            Given.keep(storage, parameters, "n" + text, new FunctionKey("f", text));
        }

        for (String text : LOOKALIKES) {
            assertConflict(
                    Constraint.PROCESS_NAME, () -> Given.keep(storage, names, "n" + text, Given.function("other")));
            assertConflict(Constraint.FUNCTION, () -> Given.keep(storage, names, "other", Given.function("f" + text)));
            assertConflict(
                    Constraint.FUNCTION, () -> Given.keep(storage, parameters, "other", new FunctionKey("f", text)));
        }
    }

    @Test
    default void letsNamesOfTheGreatestLengthInAndTellsThemApartByTheirLastCharacter() {
        UnitOfWork storage = storage();
        Scope scope = Given.newScope(storage);
        String name = incompressible(255);
        String parameter = incompressible(1999);

        Given.keep(storage, scope, name + "a", new FunctionKey(name + "a", parameter + "a"));
        Given.keep(storage, scope, name + "b", new FunctionKey(name + "a", parameter + "b"));

        assertConflict(Constraint.PROCESS_NAME, () -> Given.keep(storage, scope, name + "a", Given.function("other")));
        assertConflict(
                Constraint.FUNCTION,
                () -> Given.keep(storage, scope, "other", new FunctionKey(name + "a", parameter + "b")));
    }

    private static String incompressible(int length) {
        return new Random(length)
                .ints(length, '!', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    default void letsTheSameNamesIntoEveryOtherScope() {
        UnitOfWork storage = storage();
        long business = Given.newBusiness(storage);
        Scope first = Given.newServiceTemplate(storage, business);
        Scope second = Given.newServiceTemplate(storage, business);

        assertThat(List.of(first, second, Scope.standalone(business), Given.newScope(storage, ScopeKind.STANDALONE)))
                .allSatisfy(scope ->
                        assertThat(Given.keepNamed(storage, scope, "a", "b")).hasSize(2));
    }
}
