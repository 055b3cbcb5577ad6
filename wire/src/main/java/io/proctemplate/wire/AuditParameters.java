package io.proctemplate.wire;

import static io.proctemplate.application.api.BatchCreate.BUSINESS;

import io.proctemplate.application.api.AuditQuery;
import io.proctemplate.domain.audit.AuditAction;
import io.proctemplate.domain.audit.AuditFilter;
import io.proctemplate.domain.audit.AuditedType;
import io.proctemplate.domain.field.Constraint;
import io.proctemplate.domain.field.Node;
import io.proctemplate.domain.template.Page;
import io.proctemplate.domain.template.SortField.OfAuditEntry;
import io.proctemplate.domain.violation.Validated;
import io.proctemplate.domain.violation.Violation;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code audit_list}; a text that is empty counts as not sent. */
public final class AuditParameters {
    private static final int MAX_IDS = 200;
    private static final Constraint<String> STORABLE = new Constraint.Storable();
    private static final Paging<OfAuditEntry> PAGING = new Paging<>(OfAuditEntry.class, OfAuditEntry.ID, Set.of());

    private AuditParameters() {}

    /** All of them, credentials taken out. */
    public static Validated<AuditQuery> query(Node.Mapping body) {
        Parameters parameters = Parameters.of(body);
        long business = parameters.requiredInteger(BUSINESS);
        String request = text("request_id", parameters);
        String serverRequest = text("server_request_id", parameters);
        String user = text("user", parameters);
        String app = text("app", parameters);
        AuditAction action = choice("action", AuditAction.values(), AuditAction::wireName, parameters);
        AuditedType type = choice("object_type", AuditedType.values(), AuditedType::wireName, parameters);
        List<Long> ids = parameters.integers("object_ids", MAX_IDS);
        Instant since = time("since", parameters);
        Instant until = time("until", parameters);
        Page<OfAuditEntry> page = PAGING.bounded(parameters);
        AuditFilter filter = new AuditFilter(
                business,
                request,
                serverRequest,
                user,
                app,
                action,
                type,
                ids == null || ids.isEmpty() ? null : ids,
                since,
                until);
        return parameters.validated(warnings -> new AuditQuery(business, filter, page, warnings));
    }

    private static @Nullable String text(String name, Parameters parameters) {
        String text = parameters.textOrEmpty(name);
        STORABLE.check(text, parameters.at(name), parameters.out());
        return text.isEmpty() ? null : text;
    }

    private static <T> @Nullable T choice(String name, T[] all, Function<T, String> wireName, Parameters parameters) {
        String text = parameters.textOrEmpty(name);
        Optional<T> chosen = Arrays.stream(all)
                .filter(one -> wireName.apply(one).equals(text))
                .findFirst();
        if (chosen.isEmpty() && !text.isEmpty()) {
            List<String> names = Arrays.stream(all).map(wireName).toList();
            parameters.out().error(Violation.notAChoice(parameters.at(name), names, text));
        }
        return chosen.orElse(null);
    }

    private static @Nullable Instant time(String name, Parameters parameters) {
        String text = parameters.textOrEmpty(name);
        Optional<Instant> time = Rfc3339.parse(text);
        if (time.isEmpty() && !text.isEmpty()) {
            parameters.out().error(Violation.notATime(parameters.at(name), text));
        }
        return time.orElse(null);
    }
}
