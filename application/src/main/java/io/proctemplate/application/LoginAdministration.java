package io.proctemplate.application;

import static io.proctemplate.application.Commands.done;
import static io.proctemplate.application.Commands.refused;

import io.proctemplate.application.api.Administered;
import io.proctemplate.application.api.Administered.Reason;
import io.proctemplate.application.api.AdministeredName;
import io.proctemplate.application.api.Logins;
import io.proctemplate.application.api.Nothing;
import io.proctemplate.application.api.Secret;
import io.proctemplate.application.spi.AccessStore;
import io.proctemplate.application.spi.AccessStore.NumberedLogin;
import io.proctemplate.application.spi.SecretHash;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What an operator does with the logins of users. */
record LoginAdministration(Commands commands, Clock clock, SecretMint mint) implements Logins {

    @Override
    public Administered<Issued> issue(AdministeredName user, Duration duration) {
        Secret token = mint.secret();
        AccessStore.Login login =
                new AccessStore.Login(user.text(), clock.instant().plus(duration));
        return commands.write(stores -> {
            long id = stores.access().addLogin(SecretHash.ofToken(token.text()), login);
            return done(new Issued(new Login(id, login.user(), login.expires(), true), token));
        });
    }

    @Override
    public Administered<List<Login>> list() {
        Instant now = clock.instant();
        return commands.read(stores ->
                stores.access().logins().stream().map(kept -> seen(kept, now)).toList());
    }

    private static Login seen(NumberedLogin kept, Instant now) {
        Instant expires = kept.login().expires();
        return new Login(kept.id(), kept.login().user(), expires, now.isBefore(expires));
    }

    @Override
    public Administered<Nothing> revoke(long id) {
        return commands.write(stores -> stores.access().removeLogin(id)
                ? done(Nothing.NOTHING)
                : refused(Reason.LOGIN_UNKNOWN, Long.toString(id)));
    }

    @Override
    public Administered<Integer> prune() {
        return commands.write(stores -> done(stores.access().removeLoginsExpiredBy(clock.instant())));
    }
}
