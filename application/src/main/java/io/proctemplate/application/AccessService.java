package io.proctemplate.application;

import io.proctemplate.application.api.Access;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Credentials;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Unproven;
import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.field.Constraint;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Proves credentials against the tables of applications, logins and rights. */
final class AccessService implements Access {
    /** Compared with where there is no application, so that an unknown one takes as long as a wrong secret. */
    private static final RegisteredApp NOBODY = new RegisteredApp("", SecretHash.of("", "00"), false, false, Set.of());

    private static final Constraint<String> WELL_FORMED = new Constraint.WellFormed();

    private final UnitOfWork unitOfWork;
    private final Clock clock;

    AccessService(UnitOfWork unitOfWork, Clock clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    @Override
    public Outcome<Caller> authenticate(Credentials credentials, Call call, String requestId) {
        String secret = credentials.appSecret();
        String code = credentials.appCode();
        if (secret == null) {
            return refused(Unproven.APP_SECRET_MISSING);
        }
        if (code == null) {
            return refused(Unproven.APP_CODE_MISSING);
        }
        return Refusals.ofStorage(
                Violations.none(),
                () -> unitOfWork.read(stores -> {
                    RegisteredApp app =
                            isWellFormed(code) ? stores.access().findApp(code).orElse(NOBODY) : NOBODY;
                    if (!isProven(app, secret)) {
                        return refused(Unproven.APP_NOT_RECOGNISED);
                    }
                    return user(app, credentials, stores.access())
                            .fold(
                                    done -> authorised(app, call, done.value(), requestId, stores.access()),
                                    refused -> new Outcome.Refused<>(refused.refusal(), refused.warnings()));
                }));
    }

    /** Compares before it looks at anything else: each answer takes the same time. */
    private static boolean isProven(RegisteredApp app, String secret) {
        boolean matches = app.secret().matches(secret);
        return matches && app.enabled();
    }

    private Outcome<String> user(RegisteredApp app, Credentials credentials, AccessStore store) {
        if (credentials.token() != null) {
            return liveLogin(credentials.token(), store)
                    .map(login -> done(login.user()))
                    .orElseGet(() -> refused(Unproven.NOT_LOGGED_IN));
        }
        if (credentials.username() == null || !isWellFormed(credentials.username())) {
            return refused(Unproven.NO_USER);
        }
        return app.exemptFromLogin() ? done(credentials.username()) : refused(Unproven.LOGIN_REQUIRED);
    }

    /** Whether there can be a name like this; not every store can be asked about any text. */
    private static boolean isWellFormed(String name) {
        Violations.Collector out = new Violations.Collector();
        WELL_FORMED.check(name, Path.root(), out);
        return out.errorCount() == 0;
    }

    private Optional<Login> liveLogin(String token, AccessStore store) {
        return store.findLogin(SecretHash.ofToken(token))
                .filter(login -> login.expires().isAfter(clock.instant()));
    }

    private static Outcome<Caller> authorised(
            RegisteredApp app, Call call, String user, String requestId, AccessStore store) {
        if (!app.mayUse(call.wireName())) {
            return new Outcome.Refused<>(new Refusal.CallNotAllowed(app.code(), call), Violations.none());
        }
        return done(new Caller(app.code(), user, requestId, store.grantsOf(user)));
    }

    private static <T> Outcome<T> done(T value) {
        return new Outcome.Done<>(value, Violations.none());
    }

    private static <T> Outcome<T> refused(Unproven reason) {
        return new Outcome.Refused<>(new Refusal.NotAuthenticated(reason), Violations.none());
    }
}
