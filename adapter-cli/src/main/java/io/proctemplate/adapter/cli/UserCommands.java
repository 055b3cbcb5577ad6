package io.proctemplate.adapter.cli;

import io.proctemplate.application.api.Rights;
import io.proctemplate.application.api.Rights.Holding;
import io.proctemplate.domain.access.Grant;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Rights of users, from the terminal. */
@Command(
        name = "user",
        description = {"Grants, revokes and lists the rights of users. What is not granted is denied.", ""})
final class UserCommands {
    private static final String USER = "The user's name.";

    private final Operator operator;

    UserCommands(Operator operator) {
        this.operator = operator;
    }

    /** A right, as options. */
    static final class Right {
        @Option(names = "--everything", description = "Every action everywhere, in businesses to come too.")
        private boolean everything;

        @Option(
                names = "--action",
                paramLabel = "ACTION",
                description = "What may be done: the name of an action, or all.")
        private @Nullable String action;

        @Option(names = "--business", paramLabel = "ID", description = "In which business: its id, or all.")
        private @Nullable String business;

        @Option(
                names = "--service-template",
                paramLabel = "ID",
                description = "On one service template alone, and the process templates in it.")
        private @Nullable String serviceTemplate;

        Grant grant() {
            if (everything && action == null && business == null && serviceTemplate == null) {
                return new Grant(null, null, null);
            }
            if (everything || action == null || business == null) {
                throw new BadArgument("name the right: either --everything, or --action and --business");
            }
            return new Grant(
                    Choices.action(action),
                    Choices.idOrAll(business),
                    serviceTemplate == null ? null : (Long) Choices.id(serviceTemplate));
        }
    }

    private Rights rights() {
        return operator.administration().rights();
    }

    private static Node.Mapping form(Holding holding) {
        return form(holding.user(), holding.grant());
    }

    private static Node.Mapping form(String user, Grant grant) {
        return new Node.Mapping.Builder()
                .put("user", Scalar.of(user))
                .put(
                        "action",
                        Scalar.of(
                                grant.action() == null
                                        ? Choices.ALL
                                        : grant.action().wireName()))
                .put("business", idOrAll(grant.businessId()))
                .put("service_template", idOrAll(grant.serviceTemplateId()))
                .build();
    }

    private static Scalar idOrAll(@Nullable Long id) {
        return id == null ? Scalar.of(Choices.ALL) : Scalar.of(id);
    }

    @Command(name = "grant", description = "Gives a user a right; one that the user has already changes nothing.")
    int grant(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Mixin Right right,
            @Parameters(paramLabel = "USER", description = USER) String user) {
        Grant grant = right.grant();
        return operator.answer(
                rights().grant(Operator.name(user, "the user's name"), grant),
                json,
                nothing -> form(user, grant),
                nothing -> "granted to " + user);
    }

    @Command(name = "revoke", description = "Takes exactly this right from a user: a wider one that covers it stays.")
    int revoke(
            @Option(names = "--json", description = "Answer as JSON.") boolean json,
            @Mixin Right right,
            @Parameters(paramLabel = "USER", description = USER) String user) {
        Grant grant = right.grant();
        return operator.answer(
                rights().revoke(user, grant), json, nothing -> form(user, grant), nothing -> "revoked from " + user);
    }

    @Command(name = "list", description = "Lists all rights, by user.")
    int list(@Option(names = "--json", description = "Answer as JSON.") boolean json) {
        return operator.list(
                rights().list(), json, List.of("user", "action", "business", "service_template"), UserCommands::form);
    }
}
