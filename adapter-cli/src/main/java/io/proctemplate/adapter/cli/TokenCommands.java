package io.proctemplate.adapter.cli;

import io.proctemplate.application.api.Logins;
import io.proctemplate.application.api.Logins.Issued;
import io.proctemplate.application.api.Logins.Login;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Login tokens, from the terminal. */
@Command(
        name = "token",
        description = {"Issues, lists, revokes and prunes the tokens that prove users (bk_token).", ""})
final class TokenCommands {
    private final Operator operator;

    TokenCommands(Operator operator) {
        this.operator = operator;
    }

    private Logins logins() {
        return operator.administration().logins();
    }

    private static Node.Mapping.Builder builder(Login login) {
        return new Node.Mapping.Builder()
                .put("id", Scalar.of(login.id()))
                .put("user", Scalar.of(login.user()))
                .put("expires", Scalar.of(login.expires().toString()))
                .put("live", Scalar.of(login.live()));
    }

    @Command(name = "issue", description = "Issues a token of 256 random bits for a user and tells it, this once.")
    int issue(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Option(
                            names = "--expires-in",
                            required = true,
                            paramLabel = "TIME",
                            description = "How long it is live, as in 15m, 24h, 30d; at most 3650d.")
                    String expires,
            @Parameters(paramLabel = "USER", description = "The user's name.") String user) {
        var duration = Choices.duration(expires);
        if (duration.isZero()) {
            throw new BadArgument("a token must be live for a while");
        }
        return operator.answer(
                logins().issue(Operator.name(user, "the user's name"), duration),
                json,
                TokenCommands::told,
                issued -> String.join(
                        System.lineSeparator(),
                        "token " + issued.login().id() + " issued to " + user + ", until "
                                + issued.login().expires(),
                        "token (told this once): " + issued.token().text()));
    }

    private static Node.Mapping told(Issued issued) {
        return builder(issued.login())
                .put("token", Scalar.of(issued.token().text()))
                .build();
    }

    @Command(name = "list", description = "Lists all tokens by their ids, never the tokens themselves.")
    int list(@Option(names = "--json", description = "Answer as JSON.") boolean json) {
        return operator.list(
                logins().list(),
                json,
                List.of("id", "user", "expires", "live"),
                login -> builder(login).build());
    }

    @Command(name = "revoke", description = "Ends a token.")
    int revoke(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Parameters(paramLabel = "ID", description = "Its id, as ./run token list tells it.") String id) {
        long number = Choices.id(id);
        return operator.answer(
                logins().revoke(number),
                json,
                nothing ->
                        new Node.Mapping.Builder().put("id", Scalar.of(number)).build(),
                nothing -> "token " + number + " revoked");
    }

    @Command(name = "prune", description = "Forgets tokens that have expired.")
    int prune(@Option(names = "--json", description = "Answer as JSON.") boolean json) {
        return operator.answer(
                logins().prune(),
                json,
                count -> new Node.Mapping.Builder()
                        .put("removed", Scalar.of((long) count))
                        .build(),
                count -> "expired tokens removed: " + count);
    }
}
