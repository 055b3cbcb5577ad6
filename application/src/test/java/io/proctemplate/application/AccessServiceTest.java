package io.proctemplate.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.proctemplate.application.api.Action;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Credentials;
import io.proctemplate.application.api.Grant;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.CallNotAllowed;
import io.proctemplate.application.api.Refusal.NotAuthenticated;
import io.proctemplate.application.api.Refusal.StorageFailed;
import io.proctemplate.application.api.Refusal.Unproven;
import io.proctemplate.application.contract.InMemoryUnitOfWork;
import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.StorageFailure.Operation;
import io.proctemplate.application.spi.Stores;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.violation.Code;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Function;
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
        return Application.over(unitOfWork, clock).access().authenticate(credentials, CALL, "request-1");
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
        assertThat(answer(code, secret, token, user)).isEqualTo(new NotAuthenticated(reason));
    }

    @Test
    void theTokensUserIsTheCallerAndTheNamedOneIsIgnored() {
        Caller ann = (Caller) answer("exempt", "secret of exempt", "live", "bob");

        assertThat(ann.user()).isEqualTo("ann");
        assertThat(ann.app()).isEqualTo("exempt");
        assertThat(ann.requestId()).isEqualTo("request-1");
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
        assertThat(answer("idle", "secret of idle", "live", null)).isEqualTo(new CallNotAllowed("idle", CALL));
        assertThat(answer("plain", "secret of plain", "live", null)).isInstanceOf(Caller.class);
        assertThat(answer("exempt", "secret of exempt", "live", null)).isInstanceOf(Caller.class);
    }

    /** A store need not be able to be asked about such a text: PostgreSQL is not. */
    @ParameterizedTest
    @ValueSource(strings = {"nul\0", "\uD800lone", "lone\uDC00"})
    void aTextThatNoStoreCanHoldNamesNobody(String text) {
        assertThat(answer(text, "secret", "live", null)).isEqualTo(new NotAuthenticated(Unproven.APP_NOT_RECOGNISED));
        assertThat(answer("exempt", "secret of exempt", null, text)).isEqualTo(new NotAuthenticated(Unproven.NO_USER));
    }

    @Test
    void aStorageThatFailsIsARefusal() {
        UnitOfWork failing = new UnitOfWork() {
            @Override
            public <R> R write(Function<Stores, R> work) {
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
        assertThat(refusal).isEqualTo(new StorageFailed(Code.READ_FAILED));
    }

    @Test
    void credentialsShowNoSecretAsText() {
        assertThat(new Credentials("app", "s3cret", "t0ken", "ann").toString())
                .contains("app", "ann")
                .doesNotContain("s3cret", "t0ken");
        assertThat(SecretHash.of("s3cret", "00")).asString().isEqualTo("SecretHash");
    }
}
