package io.proctemplate.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.proctemplate.application.api.Access;
import io.proctemplate.application.api.Administration;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Credentials;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.api.Refusal.Unproven;
import io.proctemplate.application.api.Secret;
import io.proctemplate.application.contract.Applications;
import io.proctemplate.application.contract.HandMovedClock;
import io.proctemplate.application.contract.InMemoryCaches;
import io.proctemplate.application.contract.InMemoryUnitOfWork;
import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.AccessStore.NumberedLogin;
import io.proctemplate.application.spi.AppSecrets;
import io.proctemplate.application.spi.AppSecrets.Former;
import io.proctemplate.application.spi.PlatformLogin.Unreachable;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.StorageFailure.Operation;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.TtlCache;
import io.proctemplate.application.spi.TtlCache.Bounds;
import io.proctemplate.application.spi.TtlCaches;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Action;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-01T10:20:30Z");
    private static final Call CALL = Call.BATCH_CREATE_PROC_TEMPLATE;
    private static final Grant GRANT = new Grant(Action.EDIT_BIZ_SERVICE_TEMPLATE, 1L, null);

    private final InMemoryUnitOfWork storage = new InMemoryUnitOfWork();

    @BeforeEach
    void addAppsAndLogins() {
        storage.write(stores -> {
            stores.access().addApp(app("exempt", true, true, CALL.wireName()));
            stores.access().addApp(app("plain", false, true, RegisteredApp.ANY_CALL));
            stores.access().addApp(app("disabled", true, false, RegisteredApp.ANY_CALL));
            stores.access().addApp(app("idle", true, true, "other_call"));
            stores.access().addLogin(SecretHash.ofToken("live"), new Login("ann", NOW.plusMillis(1)));
            stores.access().addLogin(SecretHash.ofToken("over"), new Login("ann", NOW));
            stores.access().addGrant("ann", GRANT);
            return null;
        });
    }

    private static RegisteredApp app(String code, boolean exempt, boolean enabled, String call) {
        return new RegisteredApp(code, SecretHash.of("secret of " + code, "0badc0de"), exempt, enabled, Set.of(call));
    }

    private static Outcome<Caller> authenticate(UnitOfWork unitOfWork, Credentials credentials) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return Applications.over(unitOfWork, clock).access().authenticate(credentials, CALL, RequestId.of("request-1"));
    }

    private Object answer(String code, String secret, String token, String username) {
        return authenticate(storage, new Credentials(code, secret, token, username))
                .fold(Outcome.Done::value, Outcome.Refused::refusal);
    }

    /** Every row breaks this check of section 3 and, where it can, all that come later: the first one answers. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    # app,     secret,              token,   user, reason
                    -,         -,                   unknown, bob,  APP_SECRET_MISSING
                    nobody,    '',                  unknown, bob,  APP_SECRET_MISSING
                    -,         secret of plain,     unknown, bob,  APP_CODE_MISSING
                    '',        secret of plain,     unknown, bob,  APP_CODE_MISSING
                    nobody,    secret of plain,     unknown, bob,  APP_NOT_RECOGNISED
                    nobody,    '',                  -,       -,    APP_SECRET_MISSING
                    plain,     wrong,               unknown, bob,  APP_NOT_RECOGNISED
                    plain,     secret of exempt,    live,    ann,  APP_NOT_RECOGNISED
                    plain,     SECRET OF PLAIN,     live,    ann,  APP_NOT_RECOGNISED
                    PLAIN,     secret of plain,     live,    ann,  APP_NOT_RECOGNISED
                    disabled,  secret of disabled,  live,    ann,  APP_NOT_RECOGNISED
                    disabled,  wrong,               live,    ann,  APP_NOT_RECOGNISED
                    idle,      secret of idle,      unknown, bob,  NOT_LOGGED_IN
                    exempt,    secret of exempt,    unknown, ann,  NOT_LOGGED_IN
                    exempt,    secret of exempt,    over,    ann,  NOT_LOGGED_IN
                    exempt,    secret of exempt,    LIVE,    ann,  NOT_LOGGED_IN
                    plain,     secret of plain,     -,       ann,  LOGIN_REQUIRED
                    plain,     secret of plain,     '',      ann,  LOGIN_REQUIRED
                    plain,     secret of plain,     -,       -,    NO_USER
                    exempt,    secret of exempt,    -,       -,    NO_USER
                    idle,      secret of idle,      '',      '',   NO_USER
                    """)
    void theFirstCheckThatFailsAnswers(String code, String secret, String token, String user, Unproven reason) {
        assertThat(answer(code, secret, token, user)).isEqualTo(Refusal.notAuthenticated(reason));
    }

    @Test
    void theTokensUserIsTheCallerAndTheNamedOneIsIgnored() {
        Caller ann = (Caller) answer("exempt", "secret of exempt", "live", "bob");

        assertThat(ann.user()).isEqualTo("ann");
        assertThat(ann.app()).isEqualTo("exempt");
        assertThat(ann.requestId()).isEqualTo(RequestId.of("request-1"));
        assertThat(ann.grants()).containsExactly(GRANT);
    }

    @Test
    void anExemptAppMayNameAUserWithoutALogin() {
        Caller bob = (Caller) answer("exempt", "secret of exempt", null, "bob");

        assertThat(bob.user()).isEqualTo("bob");
        assertThat(bob.grants()).isEmpty();
    }

    @Test
    void anAppMayUseOnlyTheCallsItWasGiven() {
        assertThat(answer("idle", "secret of idle", "live", null)).isEqualTo(Refusal.callNotAllowed("idle", CALL));
        assertThat(answer("plain", "secret of plain", "live", null)).isInstanceOf(Caller.class);
        assertThat(answer("exempt", "secret of exempt", "live", null)).isInstanceOf(Caller.class);
    }

    /** A store need not be able to be asked about such a text: PostgreSQL is not. */
    @ParameterizedTest
    @ValueSource(strings = {"nul\0", "\uD800lone", "lone\uDC00"})
    void aTextThatNoStoreCanHoldNamesNobody(String text) {
        assertThat(answer(text, "secret", "live", null))
                .isEqualTo(Refusal.notAuthenticated(Unproven.APP_NOT_RECOGNISED));
        assertThat(answer("exempt", "secret of exempt", null, text))
                .isEqualTo(Refusal.notAuthenticated(Unproven.NO_USER));
    }

    @Test
    void aStorageThatFailsIsARefusal() {
        UnitOfWork failing = new UnitOfWork() {
            @Override
            public <R> R writeIf(Predicate<R> isKept, Function<Stores, R> work) {
                throw new AssertionError("nothing is written");
            }

            @Override
            public <R> R read(Function<Stores, R> work) {
                throw new StorageFailure(Operation.READ, new IllegalStateException("disk"));
            }
        };

        Refusal refusal = authenticate(failing, new Credentials("plain", "secret of plain", "live", null))
                .fold(
                        done -> {
                            throw new AssertionError(done.toString());
                        },
                        Outcome.Refused::refusal);
        assertThat(refusal).isEqualTo(Refusal.storageFailed(Reason.READ_FAILED));
    }

    @Test
    void credentialsShowNoSecretAsText() {
        assertThat(new Credentials("app", "s3cret", "t0ken", "ann").toString())
                .contains("app", "ann")
                .doesNotContain("s3cret", "t0ken");
        assertThat(SecretHash.of("s3cret", "00")).asString().isEqualTo("SecretHash");
    }

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A server that has been running for a while: it remembers. */
    private Object answer(Access access, String secret, String token) {
        return access.authenticate(new Credentials("plain", secret, token, null), CALL, RequestId.of("request-1"))
                .fold(Outcome.Done::value, Outcome.Refused::refusal);
    }

    /** What another server, or an operator's command, changed is felt here within ten seconds. */
    @Test
    void aChangeIsFeltWithinTenSecondsByAServerThatRemembers() {
        HandMovedClock clock = new HandMovedClock(NOW);
        Access access = Applications.over(storage, clock).access();
        storage.write(stores -> stores.access().addLogin(SecretHash.ofToken("long"), new Login("ann", Instant.MAX)));
        List<NumberedLogin> logins = storage.read(stores -> stores.access().logins());
        assertThat(answer(access, "secret of plain", "long")).isInstanceOf(Caller.class);

        storage.write(stores -> {
            stores.access().removeGrant("ann", GRANT);
            return null;
        });
        clock.advance(Duration.ofSeconds(10));
        assertThat(((Caller) answer(access, "secret of plain", "long")).grants())
                .isEmpty();

        logins.forEach(login -> storage.write(stores -> stores.access().removeLogin(login.id())));
        clock.advance(Duration.ofSeconds(10));
        assertThat(answer(access, "secret of plain", "long"))
                .isEqualTo(Refusal.notAuthenticated(Unproven.NOT_LOGGED_IN));

        storage.write(stores -> {
            stores.access()
                    .updateApp(stores.access().findApp("plain").orElseThrow().enabled(false));
            return null;
        });
        clock.advance(Duration.ofSeconds(10));
        assertThat(answer(access, "secret of plain", "long"))
                .isEqualTo(Refusal.notAuthenticated(Unproven.APP_NOT_RECOGNISED));
    }

    /** Names and tokens are chosen by whoever calls, any number of them. */
    @Test
    void whatIsRememberedOfCallersIsBoundedInBytesAndForgottenByAge() {
        TtlCaches caches = new TtlCaches() {
            @Override
            public <K, V> TtlCache<K, V> cache(Bounds<K, V> bounds) {
                Bounds<K, V> watched = new Bounds<>(bounds.keep(), bounds.maxBytes(), (key, value) -> {
                    long bytes = bounds.bytes().applyAsLong(key, value);
                    assertThat(bounds.keep().apply(value)).isBetween(SECOND, SECOND.multipliedBy(30));
                    assertThat(bounds.maxBytes()).isLessThanOrEqualTo(4 << 20);
                    if (key instanceof String name) {
                        assertThat(bytes).isGreaterThan(2L * name.length());
                    }
                    return bytes;
                });
                return new InMemoryCaches(new HandMovedClock(NOW)).cache(watched);
            }
        };
        String name = "x".repeat(256);
        Access access = Application.over(storage, new HandMovedClock(NOW), token -> Optional.of(token), caches)
                .access();

        assertThat(answer(access, "secret of plain", name)).isInstanceOf(Caller.class);
        assertThat(access.authenticate(
                        new Credentials("exempt", "secret of exempt", null, name), CALL, RequestId.of("request-1")))
                .isInstanceOf(Outcome.Done.class);
        assertThatThrownBy(() -> new Credentials("exempt", "secret of exempt", null, name + "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRememberedCallerCostsTheStoreNothing() {
        Access access = Applications.over(new ReadsAtMost(storage, 3), new HandMovedClock(NOW))
                .access();

        for (int i = 0; i < 10; i++) {
            assertThat(answer(access, "secret of plain", "live")).isInstanceOf(Caller.class);
        }
    }

    @Test
    void twoSecretsWorkWhileTheyOverlapAndNoLonger() {
        Administration administration =
                Application.administration(storage, Clock.fixed(NOW, ZoneOffset.UTC), byte[]::new);
        Secret fresh = AdministrationTest.value(administration.apps().rotate("plain", SECOND));
        HandMovedClock clock = new HandMovedClock(NOW.plusMillis(999));
        Access access =
                Applications.over(storage, clock, token -> Optional.of("ann")).access();

        assertThat(answer(access, "secret of plain", "any")).isInstanceOf(Caller.class);
        assertThat(answer(access, fresh.text(), "any")).isInstanceOf(Caller.class);
        clock.advance(Duration.ofMillis(1));
        assertThat(answer(access, "secret of plain", "any"))
                .isEqualTo(Refusal.notAuthenticated(Unproven.APP_NOT_RECOGNISED));
        assertThat(answer(access, fresh.text(), "any")).isInstanceOf(Caller.class);
    }

    /** What takes time is computing hashes and asking the store: as many times for each, whatever is wrong. */
    @ParameterizedTest
    @CsvSource({
        "nobody,   anything",
        "plain,    wrong",
        "plain,    secret of plain",
        "rotated,  wrong",
        "rotated,  secret of rotated",
        "disabled, wrong",
        "disabled, secret of disabled"
    })
    void anUnknownAppAndAWrongSecretCostTheSame(String code, String secret) {
        storage.write(stores -> {
            AppSecrets two = new AppSecrets(
                    SecretHash.of("present", "0badc0de"),
                    new Former(SecretHash.of("secret of rotated", "0badc0de"), NOW.plusSeconds(1)));
            stores.access().addApp(app("rotated", true, true, CALL.wireName()).with(two));
            return null;
        });
        ReadsAtMost counted = new ReadsAtMost(storage, 1);
        Access access =
                Applications.over(counted, Clock.fixed(NOW, ZoneOffset.UTC)).access();
        access.authenticate(new Credentials("plain", "wrong", null, null), CALL, RequestId.of("request-1"));

        long hashes = HashCount.during(
                () -> access.authenticate(new Credentials(code, secret, null, null), CALL, RequestId.of("request-2")));

        assertThat(hashes).isEqualTo(2);
    }

    /** It would take its time, and tell an app that is there from one that is not. */
    @ParameterizedTest
    @CsvSource({"unknown, secret", "plain, wrong", "disabled, secret of disabled"})
    void thePlatformIsNotAskedForAnAppThatIsNotProven(String code, String secret) {
        Access access = Applications.over(storage, Clock.fixed(NOW, ZoneOffset.UTC), token -> {
                    throw new AssertionError("asked about " + token);
                })
                .access();

        Outcome<Caller> outcome =
                access.authenticate(new Credentials(code, secret, "platform's", null), CALL, RequestId.of("request-1"));

        assertThat(outcome.<Object>fold(Outcome.Done::value, Outcome.Refused::refusal))
                .isEqualTo(Refusal.notAuthenticated(Unproven.APP_NOT_RECOGNISED));
    }

    @Test
    void aTokenUnknownHereIsThePlatformsToKnow() {
        Access access = Applications.over(
                        storage,
                        Clock.fixed(NOW, ZoneOffset.UTC),
                        token -> token.equals("platform's") ? Optional.of("ann") : Optional.empty())
                .access();

        Caller ann = (Caller) answer(access, "secret of plain", "platform's");
        assertThat(ann.user()).isEqualTo("ann");
        assertThat(ann.grants()).containsExactly(GRANT);
        assertThat(answer(access, "secret of plain", "unknown"))
                .isEqualTo(Refusal.notAuthenticated(Unproven.NOT_LOGGED_IN));
    }

    @Test
    void aTokenKnownHereIsNoneOfThePlatformsBusinessNotEvenWhenItHasExpired() {
        Access access = Applications.over(storage, Clock.fixed(NOW, ZoneOffset.UTC), token -> {
                    throw new AssertionError("asked about " + token);
                })
                .access();

        assertThat(answer(access, "secret of plain", "live")).isInstanceOf(Caller.class);
        assertThat(answer(access, "secret of plain", "over"))
                .isEqualTo(Refusal.notAuthenticated(Unproven.NOT_LOGGED_IN));
    }

    @Test
    void whoseTokenIsUnknownIsNotLoggedInWhileThePlatformCannotBeReached() {
        Access access = Applications.over(storage, Clock.fixed(NOW, ZoneOffset.UTC), token -> {
                    throw new Unreachable("down");
                })
                .access();

        assertThat(answer(access, "secret of plain", "any"))
                .isEqualTo(Refusal.notAuthenticated(Unproven.LOGIN_UNREACHABLE));
        assertThat(answer(access, "secret of plain", "live")).isInstanceOf(Caller.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nul\0", "\uD800lone"})
    void aPlatformThatNamesNoUserThatCouldBeKnowsNone(String user) {
        Access access = Applications.over(storage, Clock.fixed(NOW, ZoneOffset.UTC), token -> Optional.of(user))
                .access();

        assertThat(answer(access, "secret of plain", "any"))
                .isEqualTo(Refusal.notAuthenticated(Unproven.NOT_LOGGED_IN));
    }

    /** Each answer of the platform is remembered for its time: 30 s a user, 5 s nobody, 1 s no answer. */
    @Test
    void thePlatformIsAskedAgainWhenItsAnswerIsStale() {
        HandMovedClock clock = new HandMovedClock(NOW);
        List<String> asked = new ArrayList<>();
        Access access = Applications.over(storage, clock, token -> {
                    asked.add(token);
                    if (token.equals("none")) {
                        throw new Unreachable("down");
                    }
                    return token.equals("user") ? Optional.of("ann") : Optional.empty();
                })
                .access();
        for (int seconds = 0; seconds < 61; seconds++) {
            for (String token : List.of("user", "nobody", "none")) {
                answer(access, "secret of plain", token);
                answer(access, "secret of plain", token);
            }
            clock.advance(SECOND);
        }

        assertThat(asked.stream().filter("user"::equals)).hasSize(3);
        assertThat(asked.stream().filter("nobody"::equals)).hasSize(13);
        assertThat(asked.stream().filter("none"::equals)).hasSize(61);
    }

    /** Lets a number of units read, then no more. */
    private static final class ReadsAtMost implements UnitOfWork {
        private final UnitOfWork storage;
        private int left;

        ReadsAtMost(UnitOfWork storage, int left) {
            this.storage = storage;
            this.left = left;
        }

        @Override
        public <R> R writeIf(Predicate<R> isKept, Function<Stores, R> work) {
            throw new AssertionError("nothing is written");
        }

        @Override
        public <R> R read(Function<Stores, R> work) {
            if (left-- == 0) {
                throw new AssertionError("the store is asked once more");
            }
            return storage.read(work);
        }
    }
}
