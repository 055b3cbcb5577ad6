package io.proctemplate.domain.instance;

import io.proctemplate.domain.field.BindAddress;
import io.proctemplate.domain.field.PortRange;
import io.proctemplate.domain.field.Ports;
import io.proctemplate.domain.field.Protocol;
import io.proctemplate.domain.template.BindRow;
import io.proctemplate.domain.template.ProcessProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two bind rows that cannot both be had on one host: they claim a port in common on one protocol and one address. Any
 * address of a family is every address of that family; no address is no other one.
 *
 * <pre>{@code
 * List<PortConflict> conflicts = PortConflict.among(List.of(template, template));
 * PortRange shared = conflicts.get(0).shared(); // 80
 * }</pre>
 *
 * @param shared the lowest run of ports that both claim
 * @since 0.1.0
 */
public record PortConflict(Claim first, Claim second, PortRange shared) {

    /** One row of one template. */
    public record Claim(ProcessProperty template, BindRow row) {}

    /**
     * All conflicts among the rows of {@code templates}, those of one service template; rows of one template included.
     * In the order of the templates and their rows. Takes time with the square of the number of rows.
     */
    public static List<PortConflict> among(List<ProcessProperty> templates) {
        List<Claim> claims = templates.stream()
                .flatMap(template -> template.rows().stream().map(row -> new Claim(template, row)))
                .toList();
        List<PortConflict> conflicts = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            for (int j = i + 1; j < claims.size(); j++) {
                between(claims.get(i), claims.get(j)).ifPresent(conflicts::add);
            }
        }
        return conflicts;
    }

    private static Optional<PortConflict> between(Claim first, Claim second) {
        Protocol protocol = first.row.protocol();
        Ports ports = first.row.ports();
        Ports others = second.row.ports();
        if (protocol == null || protocol != second.row.protocol() || ports == null || others == null) {
            return Optional.empty();
        }
        return meet(first.row.address(), second.row.address())
                ? ports.firstShared(others).map(shared -> new PortConflict(first, second, shared))
                : Optional.empty();
    }

    private static boolean meet(BindAddress one, BindAddress other) {
        return one == other || covers(one, other) || covers(other, one);
    }

    private static boolean covers(BindAddress any, BindAddress other) {
        boolean isAny = any == BindAddress.ANY_V4 || any == BindAddress.ANY_V6;
        return isAny && any.family().equals(other.family());
    }
}
