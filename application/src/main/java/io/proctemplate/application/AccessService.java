package io.proctemplate.application;

import io.proctemplate.application.api.Access;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Caller;
import io.proctemplate.application.api.Credentials;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Outcome;
import io.proctemplate.application.api.Refusal;
import io.proctemplate.application.api.Refusal.Reason;
import io.proctemplate.application.api.Refusal.Unproven;
import io.proctemplate.application.spi.AccessStore.Login;
import io.proctemplate.application.spi.PlatformLogin;
import io.proctemplate.application.spi.RegisteredApp;
import io.proctemplate.application.spi.SecretHash;
import io.proctemplate.application.spi.StorageBusy;
import io.proctemplate.application.spi.StorageFailure;
import io.proctemplate.application.spi.TtlCache;
import io.proctemplate.application.spi.TtlCache.Bounds;
import io.proctemplate.application.spi.TtlCaches;
import io.proctemplate.application.spi.UnitOfWork;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.audit.RequestId;
import io.proctemplate.domain.field.Constraint;
import io.proctemplate.domain.violation.Path;
import io.proctemplate.domain.violation.Violations;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Proves credentials against what the store knows of applications, logins and rights. Remembers that for a few seconds,
 * so that a steady caller costs the store nothing; a change is felt everywhere once they are over.
 */
final class AccessService implements Access {
    /** Compared with where there is no application, so that an unknown one takes as long as a wrong secret. */
    private static final RegisteredApp NOBODY = new RegisteredApp("", SecretHash.of("", "00"), false, false, Set.of());

    private static final Constraint<String> WELL_FORMED = new Constraint.WellFormed();

    /** How long a change of applications, logins or rights may go unnoticed. */
    private static final Duration KEEP = Duration.ofSeconds(5);

    /** For users, and for logins: about ten thousand of each. */
    private static final long MAX_BYTES = 4L << 20;

    private final UnitOfWork unitOfWork;
    private final Clock clock;
    private final TtlCache<Nothing, Map<String, RegisteredApp>> apps;
    private final TtlCache<String, Optional<Login>> logins;
    private final PlatformUsers platformUsers;
    private final TtlCache<String, List<Grant>> grants;

    AccessService(UnitOfWork unitOfWork, Clock clock, PlatformLogin platform, TtlCaches caches) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
        this.apps =
                caches.cache(new Bounds<>(any -> KEEP, 1, (key, all) -> 1)); // what an operator made, all or nothing
        this.logins = caches.cache(new Bounds<>(
                any -> KEEP,
                MAX_BYTES,
                (hash, login) -> Bytes.ENTRY
                        + Bytes.of(hash)
                        + login.map(found -> Bytes.of(found.user())).orElse(0L)));
        this.platformUsers = new PlatformUsers(platform, caches);
        this.grants = caches.cache(
                new Bounds<>(any -> KEEP, MAX_BYTES, (user, held) -> Bytes.ENTRY + Bytes.of(user) + Bytes.of(held)));
    }

    @Override
    public Outcome<String> identify(Credentials credentials) {
        return ofStorage(
                () -> app(credentials).fold(proven -> done(proven.value().code()), AccessService::again));
    }

    @Override
    public Optional<String> recognise(Credentials credentials) {
        String code = credentials.appCode();
        String secret = credentials.appSecret();
        return code == null || secret == null
                ? Optional.empty()
                : apps.find(Nothing.NOTHING)
                        .filter(known -> isProven(known.getOrDefault(code, NOBODY), secret))
                        .map(proven -> code);
    }

    @Override
    public Outcome<Caller> authenticate(Credentials credentials, Call call, RequestId requestId) {
        return ofStorage(() -> app(credentials)
                .fold(proven -> caller(proven.value(), credentials, call, requestId), AccessService::again));
    }

    private static <T> Outcome<T> ofStorage(Supplier<Outcome<T>> work) {
        try {
            return work.get();
        } catch (StorageFailure failure) {
            return new Outcome.Refused<>(Refusal.storageFailed(Reason.READ_FAILED), Violations.none());
        } catch (StorageBusy | PlatformLogin.Busy busy) {
            return new Outcome.Refused<>(Refusal.busy(), Violations.none());
        }
    }

    private Outcome<RegisteredApp> app(Credentials credentials) {
        String secret = credentials.appSecret();
        String code = credentials.appCode();
        if (secret == null) {
            return refused(Unproven.APP_SECRET_MISSING);
        }
        if (code == null) {
            return refused(Unproven.APP_CODE_MISSING);
        }
        RegisteredApp app = apps.get(Nothing.NOTHING, this::allApps).getOrDefault(code, NOBODY);
        return isProven(app, secret) ? done(app) : refused(Unproven.APP_NOT_RECOGNISED);
    }

    private Outcome<Caller> caller(RegisteredApp app, Credentials credentials, Call call, RequestId requestId) {
        return user(app, credentials)
                .fold(proven -> authorised(app, call, proven.value(), requestId), AccessService::again);
    }

    /** The same refusal of something else. */
    private static <T, R> Outcome<R> again(Outcome.Refused<T> refused) {
        return new Outcome.Refused<>(refused.refusal(), refused.warnings());
    }

    /** Compares before it looks at anything else: each answer takes the same time. */
    private boolean isProven(RegisteredApp app, String secret) {
        boolean matches = app.secrets().match(secret, clock.instant());
        return matches && app.enabled();
    }

    private Outcome<String> user(RegisteredApp app, Credentials credentials) {
        if (credentials.token() != null) {
            return userOfToken(credentials.token());
        }
        if (credentials.username() == null || !isWellFormed(credentials.username())) {
            return refused(Unproven.NO_USER);
        }
        return app.exemptFromLogin() ? done(credentials.username()) : refused(Unproven.LOGIN_REQUIRED);
    }

    /** Whether there can be a name like this; not every store can be asked about any text. */
    static boolean isWellFormed(String name) {
        Violations.Collector out = new Violations.Collector();
        WELL_FORMED.check(name, Path.root(), out);
        return out.errorCount() == 0;
    }

    /** The platform is asked only about what is not known here: a login that was issued here ends here. */
    private Outcome<String> userOfToken(String token) {
        String hash = SecretHash.ofToken(token);
        Optional<Login> login = logins.get(hash, this::findLogin);
        if (login.isEmpty()) {
            return platformUsers.userOf(token, hash);
        }
        return login.filter(known -> known.expires().isAfter(clock.instant()))
                .map(live -> done(live.user()))
                .orElseGet(() -> refused(Unproven.NOT_LOGGED_IN));
    }

    private Outcome<Caller> authorised(RegisteredApp app, Call call, String user, RequestId requestId) {
        if (!app.mayUse(call.wireName())) {
            return new Outcome.Refused<>(Refusal.callNotAllowed(app.code(), call), Violations.none());
        }
        return done(new Caller(app.code(), user, requestId, grants.get(user, this::grantsOf)));
    }

    /**
     * All of them at once: if each were looked up by its code, one in use would be answered from memory and an unknown one
     * by the store, and the time would tell them apart.
     */
    private Map<String, RegisteredApp> allApps(Nothing key) {
        return unitOfWork.<List<RegisteredApp>>read(stores -> stores.access().apps()).stream()
                .collect(Collectors.toUnmodifiableMap(RegisteredApp::code, app -> app));
    }

    private Optional<Login> findLogin(String tokenHash) {
        return unitOfWork.read(stores -> stores.access().findLogin(tokenHash));
    }

    private List<Grant> grantsOf(String user) {
        return unitOfWork.read(stores -> stores.access().grantsOf(user));
    }

    static <T> Outcome<T> done(T value) {
        return new Outcome.Done<>(value, Violations.none());
    }

    static <T> Outcome<T> refused(Unproven reason) {
        return new Outcome.Refused<>(Refusal.notAuthenticated(reason), Violations.none());
    }
}
