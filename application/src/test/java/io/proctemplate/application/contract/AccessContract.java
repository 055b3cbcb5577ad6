package io.proctemplate.application.contract;

import static io.proctemplate.application.contract.UniquenessContract.assertConflict;
import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.spi.AccessStore.Holding;
import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.AccessStore.NumberedLogin;
import io.proctemplate.application.spi.AppSecrets;
import io.proctemplate.application.spi.Conflict.Constraint;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Applications, logins and rights come back as they were given. */
public interface AccessContract extends StorageUnderTest {

    private static String unusedName() {
        return "é \uD83D\uDE00 " + Given.unusedId();
    }

    private static RegisteredApp app(String code, Set<String> calls) {
        return new RegisteredApp(code, SecretHash.of("secret", "ab01"), true, false, calls);
    }

    private List<Grant> grantsOf(String user) {
        return storage().read(stores -> stores.access().grantsOf(user));
    }

    private Optional<RegisteredApp> findApp(String code) {
        return storage().read(stores -> stores.access().findApp(code));
    }

    private Optional<Login> findLogin(String tokenHash) {
        return storage().read(stores -> stores.access().findLogin(tokenHash));
    }

    @Test
    default void givesAppsBackWithTheirCalls() {
        UnitOfWork storage = storage();
        for (Set<String> calls : List.of(Set.<String>of(), Set.of(RegisteredApp.ANY_CALL), Set.of("a", "b", "c"))) {
            RegisteredApp app = app(unusedName(), calls);
            Given.use(storage, stores -> stores.access().addApp(app));

            assertThat(findApp(app.code())).contains(app);
        }
    }

    @Test
    default void knowsNoAppThatWasNotAdded() {
        String code = unusedName();
        Given.use(storage(), stores -> stores.access().addApp(app(code + "A", Set.of())));

        assertThat(storage()
                        .<Optional<RegisteredApp>>read(stores -> stores.access().findApp(code)))
                .isEmpty();
        assertThat(storage()
                        .<Optional<RegisteredApp>>read(stores -> stores.access().findApp(code + "a")))
                .isEmpty();
    }

    @Test
    default void refusesAnAppTwice() {
        String code = unusedName();
        Given.use(storage(), stores -> stores.access().addApp(app(code, Set.of("a"))));

        assertConflict(
                Constraint.ADMINISTERED,
                () -> Given.use(storage(), stores -> stores.access().addApp(app(code, Set.of("b")))));
    }

    @Test
    default void givesLoginsBack() {
        UnitOfWork storage = storage();
        String token = unusedName();
        Login login = new Login("user é", Instant.parse("2026-11-24T01:02:03.004Z"));
        Given.use(storage, stores -> stores.access().addLogin(token, login));

        assertThat(findLogin(token)).contains(login);
        assertThat(findLogin(token + "x")).isEmpty();
        assertConflict(
                Constraint.ADMINISTERED,
                () -> Given.use(storage, stores -> stores.access().addLogin(token, login)));
    }

    @Test
    default void givesGrantsBackAndTheSameOneOnce() {
        String user = unusedName();
        List<Grant> grants = List.of(
                new Grant(null, null, null),
                new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, null, null),
                new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 1L, null),
                new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 1L, 2L),
                new Grant(null, null, 7L));
        for (int i = 0; i < 2; i++) {
            Given.use(
                    storage(), stores -> grants.forEach(grant -> stores.access().addGrant(user, grant)));
        }

        assertThat(grantsOf(user)).containsExactlyInAnyOrderElementsOf(grants);
        assertThat(grantsOf(user + "x")).isEmpty();
    }

    @Test
    default void takesTheSameGrantFromManyAtOnce() throws Exception {
        UnitOfWork storage = storage();
        String user = unusedName();
        Grant grant = new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 1L, 2L);
        Callable<String> add = () -> {
            Given.use(storage, stores -> stores.access().addGrant(user, grant));
            return "added";
        };

        assertThat(Together.run(Collections.nCopies(8, add))).containsOnly("added");

        assertThat(grantsOf(user)).containsExactly(grant);
    }

    @Test
    default void listsAppsByCodeEachWithItsCalls() {
        UnitOfWork storage = emptyStorage();
        List<RegisteredApp> apps = List.of(
                app("a", Set.of("x", "y", "z")), app("b", Set.of()), app("c", Set.of("x")), app("d", Set.of("*")));
        Given.use(storage, stores -> {
            stores.access().addApp(apps.get(3));
            stores.access().addApp(apps.get(1));
            stores.access().addApp(apps.get(0));
            stores.access().addApp(apps.get(2));
        });

        assertThat(storage.<List<RegisteredApp>>read(stores -> stores.access().apps()))
                .isEqualTo(apps);
    }

    @Test
    default void keepsAnAppAsItIsNowAndNoOther() {
        UnitOfWork storage = storage();
        RegisteredApp app = app(unusedName(), Set.of("a", "b"));
        RegisteredApp other = app(unusedName(), Set.of("a"));
        Given.use(storage, stores -> {
            stores.access().addApp(app);
            stores.access().addApp(other);
        });
        AppSecrets rotated = new AppSecrets(
                SecretHash.of("new", "cd"),
                new AppSecrets.Former(SecretHash.of("old", "ef"), Instant.parse("2026-11-24T01:02:03.004Z")));
        List<RegisteredApp> changes = List.of(
                app.with(rotated),
                app.enabled(true),
                app.exemptFromLogin(false),
                app.allowed(Set.of("b", "c")),
                app.allowed(Set.of()));
        for (RegisteredApp changed : changes) {
            Given.use(storage, stores -> {
                assertThat(stores.access().findAppLocked(app.code())).isPresent();
                stores.access().updateApp(changed);
            });

            assertThat(findApp(app.code())).contains(changed);
        }
        assertThat(findApp(other.code())).contains(other);
        assertThat(storage.<Optional<RegisteredApp>>write(
                        stores -> stores.access().findAppLocked(unusedName())))
                .isEmpty();
    }

    @Test
    default void numbersLoginsAndEndsOneByItsNumber() {
        UnitOfWork storage = storage();
        String token = unusedName();
        Login login = new Login("user é", Instant.parse("2026-11-24T01:02:03.004Z"));
        long first = storage.write(stores -> stores.access().addLogin(token, login));
        long second = storage.write(stores -> stores.access().addLogin(token + "2", login));

        assertThat(storage.<List<NumberedLogin>>read(stores -> stores.access().logins()))
                .containsSubsequence(new NumberedLogin(first, login), new NumberedLogin(second, login));
        assertThat(removed(first)).isTrue();
        assertThat(removed(first)).isFalse();
        assertThat(findLogin(token)).isEmpty();
        assertThat(findLogin(token + "2")).contains(login);
    }

    @Test
    default void removesLoginsThatHaveExpiredAndNoOthers() {
        UnitOfWork storage = emptyStorage();
        Instant now = Instant.parse("2026-11-24T01:02:03.004Z");
        String token = unusedName();
        List<Login> logins = Stream.of(-1, 0, 1)
                .map(millis -> new Login("ann", now.plusMillis(millis)))
                .toList();
        Given.use(storage, stores -> logins.forEach(login -> stores.access().addLogin(token + login.expires(), login)));

        assertThat(storage.<Integer>write(stores -> stores.access().removeLoginsExpiredBy(now)))
                .isEqualTo(2);

        assertThat(storage.<List<NumberedLogin>>read(stores -> stores.access().logins()))
                .extracting(NumberedLogin::login)
                .containsExactly(logins.get(2));
    }

    private boolean removed(long login) {
        return storage().write(stores -> stores.access().removeLogin(login));
    }

    @Test
    default void takesExactlyTheGrantThatIsNamed() {
        String user = unusedName();
        Grant wide = new Grant(null, 1L, null);
        Grant narrow = new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 1L, 2L);
        Given.use(storage(), stores -> {
            stores.access().addGrant(user, wide);
            stores.access().addGrant(user, narrow);
        });

        assertThat(taken(user, new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 1L, null)))
                .isFalse();
        assertThat(taken(user + "x", wide)).isFalse();
        assertThat(grantsOf(user)).containsExactlyInAnyOrder(wide, narrow);
        assertThat(taken(user, wide)).isTrue();
        assertThat(taken(user, wide)).isFalse();
        assertThat(grantsOf(user)).containsExactly(narrow);
    }

    private boolean taken(String user, Grant grant) {
        return storage().write(stores -> stores.access().removeGrant(user, grant));
    }

    @Test
    default void takesTheGrantsThatNameABusinessFromEverybody() {
        UnitOfWork storage = emptyStorage();
        Grant everywhere = new Grant(null, null, null);
        Grant inOther = new Grant(null, 12L, null);
        Given.use(storage, stores -> {
            stores.access().addGrant("ann", everywhere);
            stores.access().addGrant("bob", new Grant(null, 1L, null));
            stores.access().addGrant("bob", new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 1L, 7L));
            stores.access().addGrant("bob", inOther);
            stores.access().removeGrantsIn(1);
        });

        assertThat(storage.<List<Holding>>read(stores -> stores.access().holdings()))
                .containsExactly(new Holding("ann", everywhere), new Holding("bob", inOther));
    }
}
