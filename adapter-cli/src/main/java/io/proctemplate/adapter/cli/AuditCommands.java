package io.proctemplate.adapter.cli;

import io.proctemplate.domain.audit.AuditEntry;
import io.proctemplate.domain.audit.AuditEvent;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.audit.Change;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.field.Scalar;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The audit, from the terminal. */
@Command(
        name = "audit",
        description = {"Lists what was done to templates and categories, and who did it.", ""})
final class AuditCommands {
    private static final int MAX_LIMIT = 10_000;

    private final Operator operator;

    AuditCommands(Operator operator) {
        this.operator = operator;
    }

    /** Which entries are asked for; what is not said is any. */
    static final class Which {
        @Option(names = "--business", required = true, paramLabel = "ID", description = "The business.")
        private String business = "";

        @Option(
                names = "--request-id",
                paramLabel = "ID",
                description = "What this request did; clients may choose this id, and more than one the same.")
        private @Nullable String request;

        @Option(
                names = "--server-request-id",
                paramLabel = "ID",
                description = "What the request with this id of the server's own did.")
        private @Nullable String serverRequest;

        @Option(names = "--user", paramLabel = "USER", description = "What was done for this user.")
        private @Nullable String user;

        @Option(names = "--app", paramLabel = "CODE", description = "What this application did.")
        private @Nullable String app;

        @Option(names = "--action", paramLabel = "ACTION", description = "create, update or delete.")
        private @Nullable String action;

        @Option(
                names = "--object-type",
                paramLabel = "TYPE",
                description = "process_template, service_template or service_category.")
        private @Nullable String type;

        @Option(
                names = "--object-id",
                paramLabel = "ID",
                description = "What was done to this object; may be said several times. Each type counts its own.")
        private List<String> objects = List.of();

        @Option(names = "--since", paramLabel = "TIME", description = "From then on, as in 2026-03-01T08:00:00Z.")
        private @Nullable String since;

        @Option(names = "--until", paramLabel = "TIME", description = "Before then.")
        private @Nullable String until;

        AuditFilter filter() {
            return new AuditFilter(
                    Choices.id(business),
                    request,
                    serverRequest,
                    user,
                    app,
                    ifSaid(action, Choices::done),
                    ifSaid(type, Choices::objectType),
                    objects.isEmpty() ? null : objects.stream().map(Choices::id).toList(),
                    ifSaid(since, Choices::time),
                    ifSaid(until, Choices::time));
        }

        private static <T> @Nullable T ifSaid(@Nullable String text, Function<String, T> read) {
            return text == null ? null : read.apply(text);
        }
    }

    @Command(name = "list", description = "Lists what was done in a business, newest first.")
    int list(
            @Option(names = "--json", description = "Answer as JSON, with what was changed.") boolean json,
            @Mixin Which which,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "100",
                            description = "How many at most, 100 unless said otherwise; at most " + MAX_LIMIT + ".")
                    int limit) {
        AuditFilter filter = which.filter();
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new BadArgument("the limit must be from 1 to " + MAX_LIMIT);
        }
        return operator.list(
                operator.administration().auditTrail().newest(filter, limit),
                json,
                List.of(
                        "time",
                        "user",
                        "app",
                        "action",
                        "object_type",
                        "object_id",
                        "object_name",
                        "request_id",
                        "server_request_id"),
                AuditCommands::form);
    }

    private static Node.Mapping form(AuditEntry entry) {
        AuditEvent event = entry.event();
        return new Node.Mapping.Builder()
                .put("id", Scalar.of(entry.id()))
                .put("time", Scalar.of(event.time().toString()))
                .put("business", Scalar.of(event.businessId()))
                .put("request_id", Scalar.of(event.requestId().id()))
                .put("server_request_id", Scalar.of(event.requestId().serverId()))
                .put("app", Scalar.of(event.app()))
                .put("user", Scalar.of(event.user()))
                .put("action", Scalar.of(event.action().wireName()))
                .put("object_type", Scalar.of(event.objectType().wireName()))
                .put("object_id", Scalar.of(entry.object().id()))
                .put("object_name", Scalar.of(entry.object().name()))
                .put(
                        "changes",
                        new Node.Sequence(entry.object().changes().stream()
                                .<Node>map(Change::toNode)
                                .toList()))
                .build();
    }
}
