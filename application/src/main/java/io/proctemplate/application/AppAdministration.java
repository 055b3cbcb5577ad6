package io.proctemplate.application;

import static io.proctemplate.application.Commands.done;
import static io.proctemplate.application.Commands.refused;

import io.proctemplate.application.api.Administered;
import io.proctemplate.application.api.Administered.Reason;
import io.proctemplate.application.api.AdministeredName;
import io.proctemplate.application.api.Apps;
import io.proctemplate.application.api.Call;
import io.proctemplate.application.api.Secret;
import io.proctemplate.application.spi.AppSecrets;
import io.proctemplate.application.spi.RegisteredApp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an operator does with applications. */
record AppAdministration(Commands commands, Clock clock, SecretMint mint) implements Apps {

    @Override
    public Administered<Secret> add(AdministeredName code, @Nullable Set<Call> calls, boolean exemptFromLogin) {
        Secret secret = mint.secret();
        RegisteredApp app = new RegisteredApp(code.text(), mint.hash(secret), exemptFromLogin, true, wireNames(calls));
        return commands.write(refused(Reason.APP_EXISTS, code.text()), stores -> {
            stores.access().addApp(app);
            return done(secret);
        });
    }

    private static Set<String> wireNames(@Nullable Set<Call> calls) {
        return calls == null
                ? Set.of(RegisteredApp.ANY_CALL)
                : calls.stream().map(Call::wireName).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Administered<List<App>> list() {
        Instant now = clock.instant();
        return commands.read(stores ->
                stores.access().apps().stream().map(app -> seen(app, now)).toList());
    }

    private static App seen(RegisteredApp app, Instant now) {
        AppSecrets.Former former = app.secrets().former();
        return new App(
                app.code(),
                app.enabled(),
                app.exemptFromLogin(),
                app.calls().contains(RegisteredApp.ANY_CALL)
                        ? null
                        : app.calls().stream().sorted().toList(),
                former != null && app.secrets().isFormerLive(now) ? former.until() : null);
    }

    @Override
    public Administered<Secret> rotate(String code, Duration overlap) {
        Secret secret = mint.secret();
        Instant now = clock.instant();
        return change(code, app -> app.with(app.secrets().rotated(mint.hash(secret), now, overlap)), changed -> secret);
    }

    @Override
    public Administered<App> enable(String code, boolean enabled) {
        return change(code, app -> app.enabled(enabled), this::seenNow);
    }

    @Override
    public Administered<App> exempt(String code, boolean exemptFromLogin) {
        return change(code, app -> app.exemptFromLogin(exemptFromLogin), this::seenNow);
    }

    @Override
    public Administered<App> allow(String code, @Nullable Set<Call> calls) {
        return change(code, app -> app.allowed(wireNames(calls)), this::seenNow);
    }

    private App seenNow(RegisteredApp app) {
        return seen(app, clock.instant());
    }

    private <T> Administered<T> change(
            String code, UnaryOperator<RegisteredApp> change, Function<RegisteredApp, T> answer) {
        Optional<AdministeredName> name = AdministeredName.parse(code);
        if (name.isEmpty()) {
            return refused(Reason.APP_UNKNOWN, "");
        }
        return commands.write(stores -> {
            Optional<RegisteredApp> changed =
                    stores.access().findAppLocked(code).map(change);
            changed.ifPresent(stores.access()::updateApp);
            return changed.map(app -> done(answer.apply(app))).orElseGet(() -> refused(Reason.APP_UNKNOWN, code));
        });
    }
}
