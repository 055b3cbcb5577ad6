package io.proctemplate.adapter.cli;

import io.proctemplate.application.api.Administered;
import io.proctemplate.application.api.Apps;
import io.proctemplate.application.api.Apps.App;
import io.proctemplate.application.api.Secret;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Applications, from the terminal. */
@Command(
        name = "app",
        description = {"Adds, lists and changes the applications that may call.", ""})
final class AppCommands {
    private static final String CODE = "Its code, as callers send it.";
    private static final String CALLS = "What it may use: all, none, or names of calls with commas between.";

    private final Operator operator;

    AppCommands(Operator operator) {
        this.operator = operator;
    }

    /** Whether users must log in. */
    enum Login {
        required,
        exempt
    }

    private Apps apps() {
        return operator.administration().apps();
    }

    private static Node.Mapping form(App app) {
        List<String> calls = app.calls();
        Node allowed = calls == null
                ? Scalar.of(Choices.ALL)
                : new Node.Sequence(calls.stream().<Node>map(Scalar::of).toList());
        return new Node.Mapping.Builder()
                .put("code", Scalar.of(app.code()))
                .put("enabled", Scalar.of(app.enabled()))
                .put("login", Scalar.of((app.exemptFromLogin() ? Login.exempt : Login.required).name()))
                .put(
                        "old_secret_until",
                        app.formerSecretUntil() == null
                                ? Node.Null.NULL
                                : Scalar.of(app.formerSecretUntil().toString()))
                .put("calls", allowed)
                .build();
    }

    @Command(
            name = "add",
            description = "Adds an application, makes its secret of 256 random bits and tells it, this once.")
    int add(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Option(names = "--calls", paramLabel = "CALLS", required = true, description = CALLS) String calls,
            @Option(
                            names = "--login",
                            defaultValue = "required",
                            paramLabel = "required|exempt",
                            description = "Whether users must log in, or it may just name them. Default: required")
                    Login login,
            @Parameters(paramLabel = "CODE", description = CODE) String code) {
        var allowed = Choices.calls(calls);
        return told(
                apps().add(Operator.name(code, "the code"), allowed, login == Login.exempt),
                json,
                code,
                "application " + code + " added");
    }

    private int told(Administered<Secret> outcome, boolean json, String code, String done) {
        return operator.answer(
                outcome,
                json,
                secret -> new Node.Mapping.Builder()
                        .put("code", Scalar.of(code))
                        .put("secret", Scalar.of(secret.text()))
                        .build(),
                secret -> String.join(System.lineSeparator(), done, "secret (told this once): " + secret.text()));
    }

    @Command(name = "list", description = "Lists all applications, by code.")
    int list(@Option(names = "--json", description = "Answer as JSON.") boolean json) {
        return operator.list(
                apps().list(),
                json,
                List.of("code", "enabled", "login", "old_secret_until", "calls"),
                AppCommands::form);
    }

    @Command(
            name = "rotate",
            description = {
                "Gives an application another secret and tells it, this once. The one so far works for the time of"
                        + " the overlap; one before it ends at once."
            })
    int rotate(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Option(
                            names = "--overlap",
                            defaultValue = "24h",
                            paramLabel = "TIME",
                            description =
                                    "How long both work, as in 90s, 15m, 24h, 7d; 0s for not at all. Default: 24h")
                    String overlap,
            @Parameters(paramLabel = "CODE", description = CODE) String code) {
        var both = Choices.duration(overlap);
        return told(apps().rotate(code, both), json, code, "application " + code + " has another secret");
    }

    @Command(name = "disable", description = "Lets an application call no more.")
    int disable(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Parameters(paramLabel = "CODE", description = CODE) String code) {
        return changed(apps().enable(code, false), json);
    }

    @Command(name = "enable", description = "Lets an application that was disabled call again.")
    int enable(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Parameters(paramLabel = "CODE", description = CODE) String code) {
        return changed(apps().enable(code, true), json);
    }

    @Command(name = "login", description = "Says whether an application's users must log in, or it may just name them.")
    int login(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Parameters(paramLabel = "CODE", description = CODE) String code,
            @Parameters(paramLabel = "required|exempt", description = "Which of the two.") Login login) {
        return changed(apps().exempt(code, login == Login.exempt), json);
    }

    @Command(name = "allow", description = "Says anew which calls an application may use.")
    int allow(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Parameters(paramLabel = "CODE", description = CODE) String code,
            @Parameters(paramLabel = "CALLS", description = CALLS) String calls) {
        var allowed = Choices.calls(calls);
        return changed(apps().allow(code, allowed), json);
    }

    private int changed(Administered<App> outcome, boolean json) {
        return operator.answer(outcome, json, AppCommands::form, app -> "application " + app.code() + " changed");
    }
}
